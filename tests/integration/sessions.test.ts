import { io } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FakeBroker } from './fake-broker.ts';
import { makeOpenVisit } from './open-visit.ts';
import { MINUTE_MS, makeClock, makeColleague, signIn } from './staff-sign-in.ts';
import { Caller, type Stand, startStand, TOM } from './stand.ts';

let stand: Stand;
let visit: Awaited<ReturnType<typeof makeOpenVisit>>;
const broker = new FakeBroker();
const clock = makeClock();
const HOUR_MS = 60 * MINUTE_MS;

beforeAll(async () => {
  stand = await startStand({ clock, broker });
  visit = await makeOpenVisit(stand);
});
afterAll(() => stand?.close());
beforeEach(() => stand.rows('DELETE FROM sign_in_try'));

interface Listed {
  sessions: { sessionId: string; isThis: boolean; browser: string | null; system: string | null }[];
}
const list = (who: Caller) => who.get<Listed>('GET', '/api/security');
const isIn = async (who: Caller) => (await who.send('GET', '/api/me')).body.ok;

/** A socket as a page of this person opens it, watching the visit. */
async function watch(who: Caller) {
  const socket = io(stand.baseUrl, {
    auth: { as: who.as },
    extraHeaders: { cookie: who.cookieHeader, origin: stand.baseUrl },
    transports: ['websocket'],
    reconnection: false,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  await socket.emitWithAck('encounter.watch', { encounterId: visit.encounterId });
  return socket;
}

describe('sessions', () => {
  test('are listed in plain words, and one or all others can be ended', async () => {
    const firefox = new Caller(stand.baseUrl, 'staff');
    const agent = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' };
    await firefox.send('POST', '/api/sign-in', { email: TOM.email, password: TOM.password }, agent);
    const second = (await signIn(stand, {})).caller;
    const third = (await signIn(stand, {})).caller;
    const { sessions } = await list(second);
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
    const found = sessions.find(({ browser }) => browser === 'Firefox');
    expect(found).toMatchObject({ system: 'Windows', address: '127.0.0.1' });
    await second.get('DELETE', `/api/security/sessions/${found?.sessionId}`, {});
    expect(await isIn(firefox)).toBe(false);
    expect(await isIn(third)).toBe(true);
    await second.get('POST', '/api/security/sessions/end-others', {});
    expect([await isIn(second), await isIn(third)]).toEqual([true, false]);
    visit.tom = second;
  });

  test('of somebody else cannot be ended', async () => {
    const { caller: eva } = await makeColleague(stand, visit.tom, { displayName: 'Eva', roles: ['therapist'] });
    const { sessions } = await list(visit.tom);
    const { body } = await eva.send('DELETE', `/api/security/sessions/${sessions[0]?.sessionId}`, {});
    expect(body).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(await isIn(visit.tom)).toBe(true);
  });

  test('end after an hour without use, and after twelve hours of use', async () => {
    const { caller } = await signIn(stand, {});
    for (let minutes = 0; minutes < 11 * 60; minutes += 50) {
      clock.pass(50 * MINUTE_MS);
      expect(await isIn(caller)).toBe(true);
    }
    clock.pass(50 * MINUTE_MS);
    expect(await isIn(caller)).toBe(false);
    const idle = (await signIn(stand, {})).caller;
    clock.pass(HOUR_MS);
    expect(await isIn(idle)).toBe(false);
    visit.tom = (await signIn(stand, {})).caller;
  });

  test('get another secret each time somebody signs in', async () => {
    const { caller } = await signIn(stand, {});
    const first = caller.cookies.get('plumbline-staff');
    await signIn(stand, {}, caller);
    expect(caller.cookies.get('plumbline-staff')).not.toBe(first);
  });
});

describe('when a session ends', () => {
  test('its socket is cut, its place in the video room is gone, and the others get new tokens', async () => {
    const { encounterId, ana } = visit;
    const path = `/api/encounters/${encounterId}/media`;
    const toms = (await signIn(stand, {})).caller;
    await toms.get('POST', path, {});
    const first = await ana.get<{ token: string }>('POST', path, {});
    const [tomsSocket, anasSocket] = [await watch(toms), await watch(ana)];
    const cut = new Promise((resolve) => tomsSocket.once('disconnect', resolve));
    const moved = new Promise((resolve) => anasSocket.once('encounter.media-moved', resolve));
    const { sessions } = await list(toms);
    await visit.tom.get('DELETE', `/api/security/sessions/${sessions.find(({ isThis }) => isThis)?.sessionId}`, {});
    await Promise.all([cut, moved]);
    const [room = ''] = first.token.split(' ');
    expect(broker.closed).toContain(room);
    const second = await ana.get<{ token: string }>('POST', path, {});
    expect(second.token.split(' ')[0]).not.toBe(room);
    expect((await toms.send('POST', path, {})).body).toEqual({ ok: false, error: { code: 'signed-out' } });
    anasSocket.close();
  });

  test('another session of the same person stays in the room', async () => {
    const path = `/api/encounters/${visit.encounterId}/media`;
    const toms = (await signIn(stand, {})).caller;
    await toms.get('POST', path, {});
    const closed = broker.closed.length;
    const other = (await signIn(stand, {})).caller;
    await other.get('POST', '/api/sign-out', {});
    expect(broker.closed).toHaveLength(closed);
  });
});
