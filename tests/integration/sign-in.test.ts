import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeOf, enrol, MINUTE_MS, makeClock, setUpTom, signIn } from './staff-sign-in.ts';
import { Caller, type Stand, startStand, TOM } from './stand.ts';

let stand: Stand;
let tom: Caller;
let secret: string;
let recoveryCodes: string[];
const clock = makeClock();

beforeAll(async () => {
  stand = await startStand({ clock, env: { PLUMBLINE_MODE: 'production' } });
  tom = await setUpTom(stand);
});
afterAll(() => stand?.close());

const codeNow = () => codeOf(secret, clock.nowMs());
/** No try of before is counted any more, and no code of before can be meant. */
beforeEach(async () => {
  clock.pass(2 * MINUTE_MS);
  await stand.rows('DELETE FROM sign_in_try');
});

describe('where a second factor is asked for', () => {
  test('whoever has only a password may add one, and do nothing else', async () => {
    expect(await tom.get('GET', '/api/me')).toMatchObject({ kind: 'enrolling' });
    expect((await tom.send('GET', '/api/patients')).body).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect((await tom.send('GET', '/api/staff')).body).toEqual({ ok: false, error: { code: 'not-allowed' } });
    ({ secret, recoveryCodes } = await enrol(tom, clock.nowMs()));
    expect(recoveryCodes).toHaveLength(10);
    expect(await tom.get('GET', '/api/me')).toMatchObject({ kind: 'staff' });
    await tom.get('GET', '/api/patients');
  });

  test('the password alone opens nothing', async () => {
    const { body, caller, headers } = await signIn(stand, {});
    expect(body).toEqual({ ok: true, data: { kind: 'second-factor', factors: ['totp', 'recovery-code'] } });
    expect(headers.getSetCookie()).toEqual([]);
    expect((await caller.send('GET', '/api/me')).body).toMatchObject({ error: { code: 'signed-out' } });
  });

  test('a session of before gets no further than a second factor that was added elsewhere', async () => {
    const late = await signIn(stand, { code: codeNow() });
    await stand.rows(
      'UPDATE staff_session SET second_factor = false WHERE id = (SELECT id FROM staff_session ORDER BY created_at DESC LIMIT 1)',
    );
    const planned = await late.caller.get<{ secret: string }>('POST', '/api/security/totp/plan', {});
    const { body } = await late.caller.send('POST', '/api/security/totp', {
      code: codeOf(planned.secret, clock.nowMs()),
    });
    expect(body).toEqual({ ok: false, error: { code: 'signed-out' } });
  });

  test('the secret is not in the database to read', async () => {
    const rows = await stand.rows<{ hex: string }>(`SELECT encode(secret_sealed, 'hex') AS hex FROM totp`);
    const { Secret } = await import('otpauth');
    const plain = Buffer.from(Secret.fromBase32(secret).bytes).toString('hex');
    expect(rows.length).toBeGreaterThan(0);
    for (const { hex } of rows) expect(hex).not.toContain(plain);
  });
});

describe('a code of the authenticator app', () => {
  test('opens exactly one session, however many use it at once', async () => {
    const code = codeNow();
    const answers = await Promise.all(Array.from({ length: 4 }, () => signIn(stand, { code })));
    expect(answers.filter(({ body }) => body.ok)).toHaveLength(1);
    const refused = answers.filter(({ body }) => !body.ok).map(({ body }) => body);
    expect(refused).toEqual(refused.map(() => ({ ok: false, error: { code: 'wrong-code', path: 'body.code' } })));
    expect((await signIn(stand, { code })).body.ok).toBe(false);
  });

  test.each([
    ['the one before', -30_000, true],
    ['the next one', 30_000, true],
    ['two before', -60_000, false],
    ['two later', 60_000, false],
  ])('%s: taken is %3$o', async (_which, offMs, taken) => {
    const { body } = await signIn(stand, { code: codeOf(secret, clock.nowMs() + offMs) });
    expect(body.ok).toBe(taken);
  });

  test('that is older than the last one used is worth nothing', async () => {
    const older = codeOf(secret, clock.nowMs() - 30_000);
    expect((await signIn(stand, { code: codeNow() })).body.ok).toBe(true);
    expect((await signIn(stand, { code: older })).body.ok).toBe(false);
  });
});

describe('a recovery code', () => {
  test('opens one session, also of two at once, and the number left is told', async () => {
    const code = recoveryCodes[0]?.toLowerCase();
    const answers = await Promise.all([signIn(stand, { code }), signIn(stand, { code })]);
    expect(answers.filter(({ body }) => body.ok)).toHaveLength(1);
    const { caller } = answers.find(({ body }) => body.ok) ?? { caller: tom };
    expect(await caller.get('GET', '/api/security')).toMatchObject({ recoveryCodesLeft: 9 });
  });

  test('of before stops working when fresh ones are made', async () => {
    const { caller } = await signIn(stand, { code: codeNow() });
    const fresh = await caller.get<{ recoveryCodes: string[] }>('POST', '/api/security/recovery-codes', {});
    expect((await signIn(stand, { code: recoveryCodes[1] })).body.ok).toBe(false);
    expect((await signIn(stand, { code: fresh.recoveryCodes[1] })).body.ok).toBe(true);
  });
});

describe('too many tries', () => {
  const guess = (caller: Caller) => signIn(stand, { password: 'not the right one' }, caller);

  test('from one place make it wait, also for the right password, and an unknown address alike', async () => {
    const strangers = [TOM.email, 'nobody@clinic.test'].map((email) => ({
      email,
      caller: new Caller(stand.baseUrl, 'staff'),
    }));
    for (const { email, caller } of strangers) {
      for (let i = 0; i < 5; i++) {
        expect((await signIn(stand, { email, password: 'not the right one' }, caller)).status).toBe(401);
      }
      const { body, status } = await signIn(stand, { email, code: codeNow() }, caller);
      expect(body).toEqual({ ok: false, error: { code: 'too-many-tries' } });
      expect(status).toBe(429);
    }
    clock.pass(31_000);
    expect((await signIn(stand, { code: codeNow() })).body.ok).toBe(true);
  });

  test('at once are no more than one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess(new Caller(stand.baseUrl, 'staff'))));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  test('do not lock out the browser that the account has used before', async () => {
    const { caller: own } = await signIn(stand, { code: codeNow() });
    clock.pass(MINUTE_MS);
    for (let i = 0; i < 8; i++) await guess(new Caller(stand.baseUrl, 'staff'));
    expect((await guess(new Caller(stand.baseUrl, 'staff'))).status).toBe(429);
    expect((await signIn(stand, { code: codeNow() }, own)).body.ok).toBe(true);
  });

  test('at the code count like those at the password', async () => {
    const caller = new Caller(stand.baseUrl, 'staff');
    const wrong = String((Number(codeNow()) + 1) % 1_000_000).padStart(6, '0');
    for (let i = 0; i < 5; i++) expect((await signIn(stand, { code: wrong }, caller)).status).toBe(401);
    expect((await signIn(stand, { code: wrong }, caller)).status).toBe(429);
  });

  test('stand in the audit log', async () => {
    await guess(new Caller(stand.baseUrl, 'staff'));
    const count = async () =>
      (
        await stand.rows<{ n: string }>(
          `SELECT count(*) AS n FROM audit_entry WHERE action = 'people.sign-in' AND outcome = 'refused'`,
        )
      )[0]?.n;
    await expect.poll(async () => Number(await count())).toBeGreaterThan(0);
  });
});

describe('passwords', () => {
  test.each([
    ['short', 'too short', 'invalid'],
    ['common', 'qwertyqwerty', 'common-password'],
    ['her own address', 'Tom@clinic.test1', 'common-password'],
  ])('that are %s are refused', async (_what, password, code) => {
    const { caller } = await signIn(stand, { code: codeNow() });
    const { body } = await caller.send('POST', '/api/security/password', { current: TOM.password, password });
    expect(body).toEqual({ ok: false, error: { code, path: 'body.password' } });
  });

  test('change with the current one only, and end every other session', async () => {
    const own = (await signIn(stand, { code: codeNow() })).caller;
    const other = (await signIn(stand, { code: codeOf(secret, clock.nowMs() + 30_000) })).caller;
    const next = 'a door of painted wood';
    const wrong = await own.send('POST', '/api/security/password', { current: 'not this one', password: next });
    expect(wrong.body).toEqual({ ok: false, error: { code: 'wrong-credentials', path: 'body.current' } });
    const before = own.cookieHeader;
    await own.get('POST', '/api/security/password', { current: TOM.password, password: next });
    expect(own.cookieHeader).not.toBe(before);
    expect((await other.send('GET', '/api/me')).body.ok).toBe(false);
    await own.get('GET', '/api/me');
    expect((await signIn(stand, {})).body).toMatchObject({ error: { code: 'wrong-credentials' } });
    expect((await signIn(stand, { password: next })).body).toMatchObject({ data: { kind: 'second-factor' } });
    await own.get('POST', '/api/security/password', { current: next, password: TOM.password });
  });
});

describe('a sensitive change', () => {
  test('asks again who is there after ten minutes, and goes on under another secret', async () => {
    const { caller } = await signIn(stand, { code: codeNow() });
    clock.pass(10 * MINUTE_MS);
    const { body } = await caller.send('POST', '/api/security/recovery-codes', {});
    expect(body).toEqual({ ok: false, error: { code: 'step-up-needed' } });
    expect(await caller.get('POST', '/api/step-up', { password: TOM.password })).toMatchObject({
      kind: 'second-factor',
    });
    expect((await caller.send('POST', '/api/step-up', { password: 'wrong one' })).body).toMatchObject({
      error: { code: 'wrong-credentials' },
    });
    const before = caller.cookieHeader;
    await caller.get('POST', '/api/step-up', { password: TOM.password, code: codeNow() });
    await caller.get('POST', '/api/security/recovery-codes', {});
    const stolen = new Caller(stand.baseUrl, 'staff');
    for (const pair of before.split('; ')) stolen.cookies.set(pair.split('=')[0] ?? '', pair.split('=')[1] ?? '');
    expect((await stolen.send('GET', '/api/me')).body).toMatchObject({ error: { code: 'signed-out' } });
  });

  test('the last second factor stays as long as the clinic asks for one', async () => {
    const { caller } = await signIn(stand, { code: codeNow() });
    const { body } = await caller.send('DELETE', '/api/security/totp', {});
    expect(body).toEqual({ ok: false, error: { code: 'last-factor' } });
    expect((await signIn(stand, {})).body).toMatchObject({ data: { kind: 'second-factor' } });
  });
});
