import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Caller, makeVisit, type Stand, startStand, TOM } from './stand.ts';

let stand: Stand;
let visit: Awaited<ReturnType<typeof makeVisit>>;
beforeAll(async () => {
  stand = await startStand();
  visit = await makeVisit(stand);
});
afterAll(() => stand?.close());

describe('signing in', () => {
  test('the set-up link works once', async () => {
    const token = stand.server.setUpLink?.split('#')[1];
    const again = await new Caller(stand.baseUrl, 'staff').send('POST', '/api/set-up', {
      token,
      clinicName: 'Other',
      ...TOM,
    });
    expect(again.body).toEqual({ ok: false, error: { code: 'link-used', path: 'body.token' } });
  });

  test.each([
    ['a wrong password', { email: TOM.email, password: 'something else 123' }],
    ['an unknown address', { email: 'nobody@clinic.test', password: TOM.password }],
  ])('says the same for %s', async (_what, body) => {
    const { body: answer, status } = await new Caller(stand.baseUrl, 'staff').send('POST', '/api/sign-in', body);
    expect(answer).toEqual({ ok: false, error: { code: 'wrong-credentials' } });
    expect(status).toBe(401);
  });

  test('the right password opens a session in a cookie no script can read', async () => {
    const tom = new Caller(stand.baseUrl, 'staff');
    const { body, headers } = await tom.send('POST', '/api/sign-in', {
      email: 'TOM@clinic.test',
      password: TOM.password,
    });
    expect(body).toMatchObject({ ok: true, data: { displayName: 'Tom Weber', roles: ['administrator', 'therapist'] } });
    expect(headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/);
    expect(await tom.get('GET', '/api/me')).toMatchObject({ kind: 'staff' });
    await tom.get('POST', '/api/sign-out', {});
    expect((await tom.send('GET', '/api/me')).body).toEqual({ ok: false, error: { code: 'signed-out' } });
  });

  test('keeps the device of the same account, so that its events go on in number', async () => {
    const tom = new Caller(stand.baseUrl, 'staff');
    const body = { email: TOM.email, password: TOM.password, deviceId: visit.me.deviceId };
    expect(await tom.get('POST', '/api/sign-in', body)).toMatchObject({ deviceId: visit.me.deviceId });
  });

  test.each([
    ['body.email', { email: 'nonsense', password: 'x' }],
    ['body.password', { email: TOM.email }],
    ['body.roles', { email: TOM.email, password: 'x', roles: ['administrator'] }],
  ])('names the wrong field %s', async (path, body) => {
    const { body: answer, status } = await new Caller(stand.baseUrl, 'staff').send('POST', '/api/sign-in', body);
    expect(answer).toMatchObject({ ok: false, error: { path } });
    expect(status).toBe(400);
  });

  test('refuses a change from a page of somebody else', async () => {
    const { body, status } = await visit.tom.send(
      'POST',
      '/api/patients',
      { displayName: 'X' },
      { origin: 'https://evil.example' },
    );
    expect(body).toEqual({ ok: false, error: { code: 'foreign-origin' } });
    expect(status).toBe(403);
  });
});

describe('the link of a visit', () => {
  const fresh = () => new Caller(stand.baseUrl, 'patient');

  test('is looked at without being spent', async () => {
    const { url } = await visit.tom.get<{ url: string }>(
      'POST',
      `/api/encounters/${visit.encounterId}/invitations`,
      {},
    );
    const token = new URL(url).hash.slice(1);
    for (let i = 0; i < 3; i++) {
      expect(await fresh().get('POST', '/api/invitations/look-up', { token })).toMatchObject({
        state: 'open',
        therapistName: 'Tom Weber',
      });
    }
    const ana = fresh();
    const first = await ana.get('POST', '/api/invitations/redeem', { token });
    expect(await ana.get('POST', '/api/invitations/redeem', { token })).toEqual(first);
    expect(await ana.get('POST', '/api/invitations/look-up', { token })).toMatchObject({ state: 'yours' });
    const other = await fresh().send('POST', '/api/invitations/redeem', { token });
    expect(other.body).toEqual({ ok: false, error: { code: 'used-elsewhere', path: 'body.token' } });
  });

  test('is spent by one of two browsers that press at once', async () => {
    const { url } = await visit.tom.get<{ url: string }>(
      'POST',
      `/api/encounters/${visit.encounterId}/invitations`,
      {},
    );
    const token = new URL(url).hash.slice(1);
    const answers = await Promise.all([1, 2, 3].map(() => fresh().send('POST', '/api/invitations/redeem', { token })));
    expect(answers.filter(({ body }) => body.ok)).toHaveLength(1);
  });

  test('stops working when a newer one is made', async () => {
    await visit.tom.get('POST', `/api/encounters/${visit.encounterId}/invitations`, {});
    const { body } = await fresh().send('POST', '/api/invitations/redeem', { token: visit.link });
    expect(body).toEqual({ ok: false, error: { code: 'expired', path: 'body.token' } });
  });

  test('that is none is told apart from one that is over', async () => {
    const { body } = await fresh().send('POST', '/api/invitations/look-up', { token: 'A'.repeat(43) });
    expect(body).toEqual({ ok: false, error: { code: 'unknown-link', path: 'body.token' } });
  });
});

describe('today', () => {
  test('a visit planned twice with one id stands once in the list, on its local day', async () => {
    await visit.tom.get('POST', '/api/visits', visit.visit);
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());
    const { visits } = await visit.tom.get<{ visits: { encounterId: string; patientName: string }[] }>(
      'GET',
      `/api/visits?day=${day}&timeZone=Europe/Berlin`,
    );
    expect(visits.filter((one) => one.encounterId === visit.encounterId)).toMatchObject([{ patientName: 'Ana Ruiz' }]);
  });

  test.each(['Mars/Olympus', '+99:00', '+05:00'])('does not know the time zone %s', async (timeZone) => {
    const { body } = await visit.tom.send('GET', `/api/visits?day=2026-01-01&timeZone=${encodeURIComponent(timeZone)}`);
    expect(body).toMatchObject({ ok: false, error: { path: 'query.timeZone' } });
  });

  test('the patient cannot ask for the list', async () => {
    const { body } = await new Caller(stand.baseUrl, 'patient').send('GET', '/api/visits?day=2026-01-01&timeZone=UTC');
    expect(body).toEqual({ ok: false, error: { code: 'signed-out' } });
  });

  test("stores no patient's name in the clear", async () => {
    const rows = await stand.rows('SELECT name_sealed::text AS name FROM patient');
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('Ana').toString('hex'));
    expect(rows).toHaveLength(1);
  });
});
