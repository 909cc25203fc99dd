import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SoftAuthenticator } from './soft-authenticator.ts';
import { MINUTE_MS, makeClock, setUpTom, signIn } from './staff-sign-in.ts';
import { Caller, type Stand, startStand, TOM } from './stand.ts';

let stand: Stand;
let tom: Caller;
let origin: string;
const clock = makeClock();
const phone = new SoftAuthenticator('localhost');

beforeAll(async () => {
  stand = await startStand({ clock, env: { PLUMBLINE_MODE: 'production' } });
  origin = stand.server.apps[0]?.config.publicUrl ?? '';
  tom = await setUpTom(stand);
});
afterAll(() => stand?.close());

type Asked = { options: { challenge: string; user?: { id: string } } };
const askToAdd = (who: Caller) => who.get<Asked>('POST', '/api/security/passkeys/ask', {});
const askToEnter = (who: Caller) => who.get<Asked>('POST', '/api/sign-in/passkey/ask', {});
const anybody = () => new Caller(stand.baseUrl, 'staff');
const enter = (signed: unknown, who = anybody()) => who.send('POST', '/api/sign-in/passkey', { signed });
const WRONG = { ok: false, error: { code: 'wrong-passkey' } };

test.each([
  ['from a page of somebody else', { origin: 'https://evil.example' }],
  ['that did not look at its owner', { isVerified: false }],
])('a new passkey %s is not taken', async (_what, wrong) => {
  const { options } = await askToAdd(tom);
  const added = new SoftAuthenticator('localhost').make(options, { origin, ...wrong });
  expect((await tom.send('POST', '/api/security/passkeys', { name: 'Phone', added })).body).toEqual(WRONG);
});

test('a passkey is a second factor: it comes with recovery codes and opens what waited for it', async () => {
  const { options } = await askToAdd(tom);
  const added = phone.make(options, { origin });
  const { recoveryCodes } = await tom.get<{ recoveryCodes: string[] }>('POST', '/api/security/passkeys', {
    name: 'Phone',
    added,
  });
  expect(recoveryCodes).toHaveLength(10);
  await tom.get('GET', '/api/patients');
  expect(await tom.get('GET', '/api/security')).toMatchObject({ passkeys: [{ name: 'Phone', lastUsedAt: null }] });
});

describe('signing in by a passkey', () => {
  test('needs nothing else, and is never locked out by those who guess', async () => {
    for (let i = 0; i < 6; i++) await signIn(stand, { password: 'not the right one' });
    expect((await signIn(stand, { password: TOM.password })).status).toBe(429);
    const who = anybody();
    const { options } = await askToEnter(who);
    expect((await enter(phone.sign(options, { origin }), who)).body).toMatchObject({
      ok: true,
      data: { kind: 'staff' },
    });
    await who.get('GET', '/api/patients');
  });

  test('works once for each thing asked, also at the same moment', async () => {
    const { options } = await askToEnter(anybody());
    const signed = phone.sign(options, { origin });
    const answers = await Promise.all([enter(signed), enter(signed), enter(signed)]);
    expect(answers.filter(({ body }) => body.ok)).toHaveLength(1);
    expect((await enter(signed)).body).toEqual(WRONG);
  });

  test.each([
    ['from a page of somebody else', { origin: 'https://evil.example' }],
    ['that did not look at its owner', { isVerified: false }],
  ])('fails with one %s', async (_what, wrong) => {
    const { options } = await askToEnter(anybody());
    expect((await enter(phone.sign(options, { origin, ...wrong }))).body).toEqual(WRONG);
  });

  test('fails after five minutes, with what was never asked, and with an unknown passkey', async () => {
    const { options } = await askToEnter(anybody());
    clock.pass(5 * MINUTE_MS);
    expect((await enter(phone.sign(options, { origin }))).body).toEqual(WRONG);
    expect((await enter(phone.sign({ challenge: 'AAAA' }, { origin }))).body).toEqual(WRONG);
    const stranger = new SoftAuthenticator('localhost');
    expect((await enter(stranger.sign((await askToEnter(anybody())).options, { origin }))).body).toEqual(WRONG);
  });

  test('fails with a copy whose counter lags behind', async () => {
    const first = await askToEnter(anybody());
    expect((await enter(phone.sign(first.options, { origin }))).body.ok).toBe(true);
    phone.counter -= 1;
    const { options } = await askToEnter(anybody());
    expect((await enter(phone.sign(options, { origin }))).body).toEqual(WRONG);
    const again = await askToEnter(anybody());
    expect((await enter(phone.sign(again.options, { origin }))).body.ok).toBe(true);
  });

  test('fails with what was asked for another purpose', async () => {
    const { options } = await tom.get<Asked>('POST', '/api/step-up/passkey/ask', {});
    expect((await enter(phone.sign(options, { origin }))).body).toEqual(WRONG);
  });
});

test('a passkey proves again who is there', async () => {
  const who = anybody();
  await enter(phone.sign((await askToEnter(who)).options, { origin }), who);
  clock.pass(10 * MINUTE_MS);
  expect((await who.send('POST', '/api/security/recovery-codes', {})).body).toMatchObject({
    error: { code: 'step-up-needed' },
  });
  const { options } = await who.get<Asked>('POST', '/api/step-up/passkey/ask', {});
  await who.get('POST', '/api/step-up/passkey', { signed: phone.sign(options, { origin }) });
  await who.get('POST', '/api/security/recovery-codes', {});
});

test('the last passkey stays as long as the clinic asks for a second factor', async () => {
  const who = anybody();
  await enter(phone.sign((await askToEnter(who)).options, { origin }), who);
  const { passkeys } = await who.get<{ passkeys: { passkeyId: string }[] }>('GET', '/api/security');
  const path = `/api/security/passkeys/${passkeys[0]?.passkeyId}`;
  await who.get('PUT', path, { name: 'Old phone' });
  expect((await who.send('DELETE', path, {})).body).toEqual({ ok: false, error: { code: 'last-factor' } });
  expect(await who.get('GET', '/api/security')).toMatchObject({ passkeys: [{ name: 'Old phone' }] });
});
