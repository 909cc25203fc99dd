import { SESSION_MS } from '@plumbline/shared/people';
import type { AppContext } from '../../app-context.ts';
import { createToken, hashToken } from '../../crypto/token.ts';
import type { Scope } from '../../database/database.ts';
import { planExpulsion } from '../../encounter/index.ts';
import { signedOut } from '../../problem.ts';
import type { Exchange } from '../../registry/registry.ts';

export type Session = Awaited<ReturnType<typeof currentSession>>;

/** The session whose secret the request brought. Throws `signed-out` where it has ended meanwhile. */
export async function currentSession({ tx }: Scope, exchange: Exchange) {
  const row = await tx
    .selectFrom('staff_session')
    .select(['id', 'account_id', 'device_id', 'token_hash', 'second_factor', 'proved_at'])
    .where('token_hash', '=', hashToken(exchange.cookie('staff') ?? ''))
    .executeTakeFirst();
  if (!row) throw signedOut();
  return row;
}

/** After a fresh proof of identity: the session goes on under another secret, so that one read before is worth nothing. */
export async function rotateSession(
  { tx }: Scope,
  exchange: Exchange,
  session: Session,
  { hasSecondFactor }: { hasSecondFactor: boolean },
): Promise<void> {
  const { app } = exchange;
  const { token, hash } = createToken();
  await tx
    .updateTable('staff_session')
    .set({ token_hash: hash, proved_at: new Date(app.clock.nowMs()), second_factor: hasSecondFactor })
    .where('token_hash', '=', session.token_hash)
    .execute();
  exchange.afterCommit(async () => {
    exchange.setCookie('staff', token, SESSION_MS);
    app.waker.sessionsEnded([session.token_hash]);
  });
}

interface Which {
  accountId: string;
  /** All but this one. */
  except?: string;
  /** This one alone. */
  only?: string;
  /** Those that were opened by the password alone. */
  withOneFactor?: true;
}

/** Ends sessions of an account. Returns what must happen once it is committed: their sockets are cut, the video rooms closed to them. */
export async function endSessions(
  scope: Scope,
  app: AppContext,
  { accountId, except, only, withOneFactor }: Which,
): Promise<() => Promise<void>> {
  let query = scope.tx
    .deleteFrom('staff_session')
    .where('clinic_id', '=', scope.clinicId)
    .where('account_id', '=', accountId);
  if (except) query = query.where('id', '!=', except);
  if (only) query = query.where('id', '=', only);
  if (withOneFactor) query = query.where('second_factor', '=', false);
  const ended = await query.returning(['id', 'token_hash']).execute();
  const expel = await planExpulsion(
    scope,
    app,
    ended.map(({ id }) => id),
  );
  return async () => {
    app.waker.sessionsEnded(ended.map(({ token_hash }) => token_hash));
    await expel();
  };
}

/** Ends this browser's session. */
export async function signOut(scope: Scope, exchange: Exchange): Promise<void> {
  const session = await currentSession(scope, exchange);
  const after = await endSessions(scope, exchange.app, { accountId: session.account_id, only: session.id });
  exchange.afterCommit(after);
  exchange.clearCookie('staff');
}
