import type { StaffSession } from '@plumbline/shared/people';
import { isSessionOver } from '@plumbline/shared/people';
import { isPassword } from '../../crypto/password.ts';
import type { Scope } from '../../database/database.ts';
import { KeptRefusal, notFound, signedOut } from '../../problem.ts';
import type { Exchange } from '../../registry/registry.ts';
import { lockAccount, setPassword } from './account.ts';
import { factorsOf, firstRecoveryCodes } from './factors.ts';
import { addPasskey } from './passkeys.ts';
import { asksSecondFactor } from './policy.ts';
import { countRecoveryCodes } from './recovery-codes.ts';
import { currentSession, endSessions, rotateSession } from './sessions.ts';
import { confirmTotp } from './totp.ts';
import { countTry } from './tries.ts';

/** One's own ways of signing in, and where one is signed in. */
export async function readSecurity(scope: Scope, exchange: Exchange) {
  const { tx, clinicId } = scope;
  const session = await currentSession(scope, exchange);
  const accountId = session.account_id;
  const account = await tx
    .selectFrom('account')
    .select(['email', 'password_set_at'])
    .where('clinic_id', '=', clinicId)
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const totp = await tx
    .selectFrom('totp')
    .select('created_at')
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', accountId)
    .where('confirmed', '=', true)
    .executeTakeFirst();
  const passkeys = await tx
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();
  return {
    email: account.email,
    passwordSetAt: account.password_set_at?.toISOString() ?? null,
    isSecondFactorRequired: await isSecondFactorRequired(scope, exchange),
    totpSince: totp?.created_at.toISOString() ?? null,
    passkeys: passkeys.map((one) => ({
      passkeyId: one.id,
      name: one.name,
      addedAt: one.created_at.toISOString(),
      lastUsedAt: one.last_used_at?.toISOString() ?? null,
    })),
    recoveryCodesLeft: await countRecoveryCodes(scope, accountId),
    sessions: await listSessions(scope, exchange, session),
  };
}

export async function isSecondFactorRequired({ tx, clinicId }: Scope, { app }: Exchange): Promise<boolean> {
  const clinic = await tx
    .selectFrom('clinic')
    .select('second_factor')
    .where('id', '=', clinicId)
    .executeTakeFirstOrThrow();
  return asksSecondFactor(app, clinic.second_factor);
}

async function listSessions(
  { tx, clinicId }: Scope,
  { app }: Exchange,
  { id, account_id }: { id: string; account_id: string },
): Promise<StaffSession[]> {
  const rows = await tx
    .selectFrom('staff_session')
    .select(['id', 'browser', 'system', 'address', 'created_at', 'last_seen_at', 'expires_at'])
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', account_id)
    .orderBy('last_seen_at', 'desc')
    .execute();
  const times = (row: (typeof rows)[number]) => ({
    endsMs: row.expires_at.getTime(),
    lastSeenMs: row.last_seen_at.getTime(),
  });
  return rows
    .filter((row) => !isSessionOver(times(row), app.clock.nowMs()))
    .map((row) => ({
      sessionId: row.id,
      isThis: row.id === id,
      browser: row.browser,
      system: row.system,
      address: row.address,
      startedAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
    }));
}

type NewFactor = { code: string } | { passkey: Omit<Parameters<typeof addPasskey>[2], 'accountId'> };

/** Adds an authenticator app or a passkey. Sessions that were opened by the password alone end; this one goes on with both. */
export async function addFactor(scope: Scope, exchange: Exchange, factor: NewFactor) {
  const { app } = exchange;
  const { accountId } = await lockAccount(scope, (await currentSession(scope, exchange)).account_id);
  // Read again under the lock: of two who enrol at once, the second has no session any more.
  const session = await currentSession(scope, exchange);
  if (!session.second_factor && (await factorsOf(scope, accountId)).length > 0) throw signedOut();
  if ('code' in factor) await confirmTotp(scope, app, accountId, factor.code);
  else await addPasskey(scope, app, { accountId, ...factor.passkey });
  const recoveryCodes = await firstRecoveryCodes(scope, accountId);
  exchange.afterCommit(await endSessions(scope, app, { accountId, except: session.id, withOneFactor: true }));
  await rotateSession(scope, exchange, session, { hasSecondFactor: true });
  return { recoveryCodes };
}

/** The current password is asked for; every other session ends. */
export async function changePassword(
  scope: Scope,
  exchange: Exchange,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const session = await currentSession(scope, exchange);
  const account = await lockAccount(scope, session.account_id);
  const counted = await countTry(scope.tx, exchange, account.email, account);
  if (!(await isPassword(current, account.passwordHash))) {
    throw new KeptRefusal(401, 'wrong-credentials', 'body.current');
  }
  await counted.forget(scope.tx);
  await setPassword(scope, exchange, { ...account, password });
  const { accountId } = account;
  exchange.afterCommit(await endSessions(scope, exchange.app, { accountId, except: session.id }));
  await rotateSession(scope, exchange, session, { hasSecondFactor: session.second_factor });
}

/** Ends one of one's own sessions; this one, too. */
export async function endOwnSession(scope: Scope, exchange: Exchange, sessionId: string): Promise<void> {
  const { account_id: accountId } = await currentSession(scope, exchange);
  const known = await scope.tx
    .selectFrom('staff_session')
    .select('id')
    .where('clinic_id', '=', scope.clinicId)
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  if (!known) throw notFound();
  exchange.afterCommit(await endSessions(scope, exchange.app, { accountId, only: sessionId }));
}

export async function endOtherSessions(scope: Scope, exchange: Exchange): Promise<void> {
  const session = await currentSession(scope, exchange);
  exchange.afterCommit(await endSessions(scope, exchange.app, { accountId: session.account_id, except: session.id }));
}
