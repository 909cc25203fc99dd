import * as OTPAuth from 'otpauth';
import { Caller, type Stand, TOM } from './stand.ts';

/** A clock the test moves. */
export function makeClock() {
  let nowMs = Date.now();
  return {
    nowMs: () => nowMs,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

export const MINUTE_MS = 60_000;

/** What an authenticator app shows at that moment. */
export function codeOf(secret: string, atMs: number): string {
  return new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret) }).generate({ timestamp: atMs });
}

/** Adds an authenticator app to whoever is signed in. */
export async function enrol(caller: Caller, atMs: number): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await caller.get<{ secret: string }>('POST', '/api/security/totp/plan', {});
  const confirmed = await caller.get<{ recoveryCodes: string[] }>('POST', '/api/security/totp', {
    code: codeOf(secret, atMs),
  });
  return { secret, recoveryCodes: confirmed.recoveryCodes };
}

/** Tom's clinic, fresh from the printed link. */
export async function setUpTom(stand: Stand): Promise<Caller> {
  const tom = new Caller(stand.baseUrl, 'staff');
  await tom.get('POST', '/api/set-up', { token: tokenOf(stand.server.setUpLink), clinicName: 'Hill Road', ...TOM });
  return tom;
}

export function tokenOf(link: string | null): string {
  return link?.split('#')[1] ?? '';
}

/** Signs in with a browser of its own, or the one given. */
export async function signIn(stand: Stand, body: object, caller = new Caller(stand.baseUrl, 'staff')) {
  const answer = await caller.send('POST', '/api/sign-in', { email: TOM.email, password: TOM.password, ...body });
  return { caller, ...answer };
}

/** A colleague who has used the invitation. */
export async function makeColleague(stand: Stand, admin: Caller, person: { displayName: string; roles: string[] }) {
  const email = `${person.displayName.toLowerCase()}@clinic.test`;
  const password = `${person.displayName} likes blue mountains`;
  const { accountId, url } = await admin.get<{ accountId: string; url: string }>('POST', '/api/staff', {
    ...person,
    email,
  });
  const caller = new Caller(stand.baseUrl, 'staff');
  await caller.get('POST', '/api/staff-links/redeem', { token: tokenOf(url), password });
  return { accountId, caller, email, password, url };
}
