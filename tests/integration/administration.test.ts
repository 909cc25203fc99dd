import { createClinicLink } from '@plumbline/server/people/index.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FakeBroker } from './fake-broker.ts';
import { makeOpenVisit } from './open-visit.ts';
import { enrol, MINUTE_MS, makeClock, makeColleague, signIn, tokenOf } from './staff-sign-in.ts';
import { Caller, type Stand, startStand } from './stand.ts';

let stand: Stand;
let visit: Awaited<ReturnType<typeof makeOpenVisit>>;
const broker = new FakeBroker();
const clock = makeClock();

beforeAll(async () => {
  stand = await startStand({ clock, broker });
  visit = await makeOpenVisit(stand);
});
afterAll(() => stand?.close());
beforeEach(async () => {
  await stand.rows('DELETE FROM sign_in_try');
  visit.tom = (await signIn(stand, {})).caller;
});

interface Person {
  accountId: string;
  displayName: string;
  state: string;
  hasSecondFactor: boolean;
}
const staffOf = async (who: Caller) => (await who.get<{ staff: Person[] }>('GET', '/api/staff')).staff;
const idOf = async (name: string) => (await staffOf(visit.tom)).find((one) => one.displayName === name)?.accountId;

describe('a colleague', () => {
  test('is invited by a link that works once, and chooses the password', async () => {
    const eva = await makeColleague(stand, visit.tom, { displayName: 'Eva', roles: ['therapist'] });
    expect(await eva.caller.get('GET', '/api/me')).toMatchObject({ kind: 'staff', roles: ['therapist'] });
    const again = await new Caller(stand.baseUrl, 'staff').send('POST', '/api/staff-links/redeem', {
      token: tokenOf(eva.url),
      password: 'another long password',
    });
    expect(again.body).toEqual({ ok: false, error: { code: 'staff-link-used', path: 'body.token' } });
    expect((await eva.caller.send('GET', '/api/staff')).body).toEqual({ ok: false, error: { code: 'not-allowed' } });
  });

  test("'s link is looked at without being spent, and ends after a week or when a newer one is made", async () => {
    const invite = (displayName: string) =>
      visit.tom.get<{ accountId: string; url: string }>('POST', '/api/staff', {
        displayName,
        email: `${displayName}@clinic.test`,
        roles: ['assistant'],
      });
    const look = (url: string) =>
      new Caller(stand.baseUrl, 'staff').send('POST', '/api/staff-links/look-up', { token: tokenOf(url) });
    const first = await invite('Leo');
    expect((await look(first.url)).body).toMatchObject({ data: { displayName: 'Leo', isNew: true } });
    expect((await look(first.url)).body.ok).toBe(true);
    const second = await visit.tom.get<{ url: string }>('POST', `/api/staff/${first.accountId}/link`, {});
    expect((await look(first.url)).body.ok).toBe(false);
    expect((await look(second.url)).body.ok).toBe(true);
    clock.pass(7 * 24 * 60 * MINUTE_MS);
    expect((await look(second.url)).body).toMatchObject({ error: { code: 'staff-link-used' } });
  });

  test('has an address of their own', async () => {
    const { body, status } = await visit.tom.send('POST', '/api/staff', {
      displayName: 'Second Eva',
      email: 'EVA@clinic.test',
      roles: ['therapist'],
    });
    expect(body).toEqual({ ok: false, error: { code: 'email-taken', path: 'body.email' } });
    expect(status).toBe(409);
  });

  test('who is disabled is out at once, and back in when enabled', async () => {
    const eva = (await signIn(stand, { email: 'eva@clinic.test', password: 'Eva likes blue mountains' })).caller;
    const accountId = await idOf('Eva');
    await visit.tom.get('POST', `/api/staff/${accountId}/disable`, { why: 'pause' });
    expect((await eva.send('GET', '/api/me')).body).toMatchObject({ error: { code: 'signed-out' } });
    const credentials = { email: 'eva@clinic.test', password: 'Eva likes blue mountains' };
    expect((await signIn(stand, credentials)).body).toEqual({ ok: false, error: { code: 'wrong-credentials' } });
    await visit.tom.get('POST', `/api/staff/${accountId}/enable`, {});
    expect((await signIn(stand, credentials)).body.ok).toBe(true);
    const [entry] = await stand.rows(
      `SELECT why, outcome FROM audit_entry WHERE action = 'people.disable-colleague' AND subject_id = $1`,
      [accountId],
    );
    expect(entry).toEqual({ why: 'pause', outcome: 'done' });
  });

  test('whose second factor is reset signs in by the password and adds another', async () => {
    const credentials = { email: 'eva@clinic.test', password: 'Eva likes blue mountains' };
    const eva = (await signIn(stand, credentials)).caller;
    await enrol(eva, clock.nowMs());
    expect((await signIn(stand, credentials)).body).toMatchObject({ data: { kind: 'second-factor' } });
    const accountId = await idOf('Eva');
    await visit.tom.get('POST', `/api/staff/${accountId}/reset-second-factor`, { why: 'lost-device' });
    expect((await eva.send('GET', '/api/me')).body.ok).toBe(false);
    expect((await signIn(stand, credentials)).body).toMatchObject({ data: { kind: 'staff' } });
  });

  test('who forgot the password gets a link; the second factor stays asked for', async () => {
    const credentials = { email: 'eva@clinic.test', password: 'Eva likes blue mountains' };
    const eva = (await signIn(stand, credentials)).caller;
    await enrol(eva, clock.nowMs());
    const { url } = await visit.tom.get<{ url: string }>('POST', `/api/staff/${await idOf('Eva')}/link`, {});
    const password = 'a fresh start in autumn';
    const { body, headers } = await new Caller(stand.baseUrl, 'staff').send('POST', '/api/staff-links/redeem', {
      token: tokenOf(url),
      password,
    });
    expect(body).toMatchObject({ ok: true, data: { kind: 'second-factor' } });
    expect(headers.getSetCookie()).toEqual([]);
    expect((await eva.send('GET', '/api/me')).body.ok).toBe(false);
  });

  test('who no longer treats leaves the video room at once', async () => {
    const path = `/api/encounters/${visit.encounterId}/media`;
    await makeColleague(stand, visit.tom, { displayName: 'Ines', roles: ['administrator'] });
    const before = broker.closed.length;
    await visit.tom.get('POST', path, {});
    const ines = (await signIn(stand, { email: 'ines@clinic.test', password: 'Ines likes blue mountains' })).caller;
    const tomsId = await idOf('Tom Weber');
    const change = (roles: string[]) => ines.get('PUT', `/api/staff/${tomsId}`, { displayName: 'Tom Weber', roles });
    await change(['administrator']);
    expect(broker.closed.length).toBe(before + 1);
    expect((await visit.tom.send('POST', path, {})).body).toEqual({ ok: false, error: { code: 'not-found' } });
    await change(['administrator', 'therapist']);
    await visit.tom.get('POST', path, {});
  });
});

describe('the last administrator', () => {
  test('cannot be disabled or lose the role, also when two take it from each other at once', async () => {
    const tomsId = await idOf('Tom Weber');
    const inesId = await idOf('Ines');
    const ines = (await signIn(stand, { email: 'ines@clinic.test', password: 'Ines likes blue mountains' })).caller;
    const answers = await Promise.all([
      visit.tom.send('POST', `/api/staff/${inesId}/disable`, { why: 'left' }),
      ines.send('PUT', `/api/staff/${tomsId}`, { displayName: 'Tom Weber', roles: ['therapist'] }),
    ]);
    expect(answers.filter(({ body }) => body.ok)).toHaveLength(1);
    const [left] = answers[0]?.body.ok ? [{ who: visit.tom, id: tomsId }] : [{ who: ines, id: inesId }];
    const { body } = await left.who.send('POST', `/api/staff/${left.id}/disable`, { why: 'left' });
    expect(body).toEqual({ ok: false, error: { code: 'last-administrator' } });
    const lost = await left.who.send('PUT', `/api/staff/${left.id}`, { displayName: 'X', roles: ['therapist'] });
    expect(lost.body).toEqual({ ok: false, error: { code: 'last-administrator' } });
    await stand.rows(`UPDATE account SET disabled_at = NULL`);
    await stand.rows(`UPDATE account SET roles = '{administrator,therapist}' WHERE id = $1`, [tomsId]);
  });
});

describe('the clinic', () => {
  test('has sites that are added and renamed', async () => {
    const { siteId } = await visit.tom.get<{ siteId: string }>('POST', '/api/sites', { name: 'Valley' });
    await visit.tom.get('PUT', `/api/sites/${siteId}`, { name: 'Upper Valley' });
    expect(await visit.tom.get('GET', '/api/clinic')).toMatchObject({ sites: [{ siteId, name: 'Upper Valley' }] });
  });

  test('that asks for a second factor from now on asks it of whoever is signed in without one', async () => {
    const leave = { name: 'Hill Road', isSecondFactorRequired: false };
    await visit.tom.get('PUT', '/api/clinic', { ...leave, isSecondFactorRequired: true });
    expect(await visit.tom.get('GET', '/api/me')).toMatchObject({ kind: 'enrolling' });
    expect((await visit.tom.send('GET', '/api/clinic')).body).toEqual({ ok: false, error: { code: 'not-allowed' } });
    await stand.rows(`UPDATE clinic SET second_factor = 'optional'`);
  });

  test('shares nothing with another one on the same installation', async () => {
    const [app] = stand.server.apps;
    if (!app) throw new Error('There is no app.');
    const token = tokenOf(await createClinicLink(app));
    const mia = new Caller(stand.baseUrl, 'staff');
    const wanted = {
      clinicName: 'Lakeside',
      displayName: 'Mia Lund',
      email: 'mia@lakeside.test',
      password: 'seven quiet otters',
    };
    await mia.get('POST', '/api/set-up', { token, ...wanted });
    expect((await staffOf(mia)).map(({ displayName }) => displayName)).toEqual(['Mia Lund']);
    expect(await mia.get('GET', '/api/patients')).toEqual({ patients: [] });
    expect(await mia.get('GET', '/api/clinic')).toMatchObject({ name: 'Lakeside', sites: [] });
    const tomsId = await idOf('Tom Weber');
    const { sites } = await visit.tom.get<{ sites: { siteId: string }[] }>('GET', '/api/clinic');
    for (const [method, path, body] of [
      ['POST', `/api/staff/${tomsId}/disable`, { why: 'left' }],
      ['POST', `/api/staff/${tomsId}/link`, {}],
      ['POST', `/api/staff/${tomsId}/reset-second-factor`, { why: 'misuse' }],
      ['PUT', `/api/sites/${sites[0]?.siteId}`, { name: 'Mine' }],
      ['GET', `/api/encounters/${visit.encounterId}`, undefined],
    ] as const) {
      expect((await mia.send(method, path, body)).body).toEqual({ ok: false, error: { code: 'not-found' } });
    }
    const again = await new Caller(stand.baseUrl, 'staff').send('POST', '/api/set-up', { token, ...wanted });
    expect(again.body).toEqual({ ok: false, error: { code: 'link-used', path: 'body.token' } });
  });
});
