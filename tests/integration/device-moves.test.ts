import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOpenVisit } from './open-visit.ts';
import { Caller, type Stand, startStand } from './stand.ts';

interface Question {
  secret: string;
  code: string;
}
interface Move {
  moveId: string;
  code: string;
}

let stand: Stand;
let visit: Awaited<ReturnType<typeof makeOpenVisit>>;
let phone: Caller;
beforeEach(async () => {
  stand = await startStand();
  visit = await makeOpenVisit(stand);
  phone = new Caller(stand.baseUrl, 'patient');
});
afterEach(() => stand?.close());

const ask = (caller = phone) => caller.get<Question>('POST', '/api/invitations/ask-to-move', { token: visit.link });
const claim = (secret: string, caller = phone) =>
  caller.get<{ state: string; deviceId?: string }>('POST', '/api/invitations/claim-move', { secret });
const moves = async () =>
  (await visit.tom.get<{ moves: Move[] }>('GET', `/api/encounters/${visit.encounterId}/moves`)).moves;
const decide = (moveId: string, accept: boolean) =>
  visit.tom.send('POST', `/api/encounters/${visit.encounterId}/moves/${moveId}`, { accept });
const media = (caller: Caller) => caller.send('POST', `/api/encounters/${visit.encounterId}/media`, {});

test('the therapist sees the code that the other device shows, and with a yes it takes the place', async () => {
  const { secret, code } = await ask();
  const [move] = await moves();
  expect(move?.code).toBe(code);
  expect(await claim(secret)).toEqual({ state: 'asked' });
  expect((await media(phone)).body).toMatchObject({ error: { code: 'signed-out' } });
  await decide(move?.moveId ?? '', true);
  expect(await claim(secret)).toMatchObject({ state: 'accepted' });
  expect((await media(phone)).body).toMatchObject({ ok: true });
  expect((await media(visit.ana)).body).toEqual({ ok: false, error: { code: 'moved' } });
});

test('what the former device measured before still arrives', async () => {
  const { secret } = await ask();
  await decide((await moves())[0]?.moveId ?? '', true);
  await claim(secret);
  expect(await visit.anaTells(visit.anas('stop.pressed', {}))).toMatchObject([{ disposition: 'applied' }]);
});

test('a no lets nobody in, and is not changed any more', async () => {
  const { secret } = await ask();
  const moveId = (await moves())[0]?.moveId ?? '';
  await decide(moveId, false);
  expect(await claim(secret)).toEqual({ state: 'declined' });
  expect((await decide(moveId, true)).body).toEqual({ ok: false, error: { code: 'decided-already' } });
  expect((await media(phone)).status).toBe(401);
  expect((await media(visit.ana)).status).toBe(200);
});

test('a newer question replaces an older one, whose code is worth nothing then', async () => {
  const stranger = new Caller(stand.baseUrl, 'patient');
  const first = await ask(stranger);
  await ask();
  expect(await moves()).toHaveLength(1);
  expect(await claim(first.secret, stranger)).toEqual({ state: 'over' });
});

test('claimed by two requests at once, one device is bound', async () => {
  const { secret } = await ask();
  await decide((await moves())[0]?.moveId ?? '', true);
  const answers = await Promise.all([claim(secret), claim(secret), claim(secret)]);
  expect(new Set(answers.map(({ deviceId }) => deviceId)).size).toBe(1);
});

test('a link that nobody has spent is no reason to ask, and another visit’s therapist decides nothing', async () => {
  const { url } = await visit.tom.get<{ url: string }>('POST', `/api/encounters/${visit.encounterId}/invitations`, {});
  const fresh = await phone.send('POST', '/api/invitations/ask-to-move', { token: new URL(url).hash.slice(1) });
  expect(fresh.body).toEqual({ ok: false, error: { code: 'open', path: 'body.token' } });
  await ask();
  expect((await decide(uuid(), true)).body).toEqual({ ok: false, error: { code: 'not-found' } });
});
