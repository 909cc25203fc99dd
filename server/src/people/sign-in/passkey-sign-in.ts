import type { SignedByPasskey } from '@plumbline/shared/people';
import { appendAudit } from '../../audit/index.ts';
import type { Scope } from '../../database/database.ts';
import { ProblemError } from '../../problem.ts';
import type { Exchange } from '../../registry/registry.ts';
import { lockAccount } from './account.ts';
import type { StaffMe } from './me.ts';
import { verifyPasskey } from './passkeys.ts';
import { currentSession, rotateSession } from './sessions.ts';
import { startSession } from './sign-in.ts';

/** Signs in by a passkey alone. Nothing is guessed here, so nothing is ever locked. */
export async function signInByPasskey(
  exchange: Exchange,
  { signed, deviceId }: { signed: SignedByPasskey; deviceId?: string | undefined },
): Promise<StaffMe> {
  const { app } = exchange;
  const account = await app.db.withSystem(async (tx) => {
    const { clinicId, accountId } = await verifyPasskey(tx, app, signed, { purpose: 'sign-in', accountId: null });
    const row = await tx
      .selectFrom('account')
      .select('roles')
      .where('clinic_id', '=', clinicId)
      .where('id', '=', accountId)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    return row && { clinicId, accountId, roles: row.roles };
  });
  if (!account) throw new ProblemError(401, 'wrong-passkey');
  return startSession(exchange, account, { hasSecondFactor: true, deviceId, action: 'people.sign-in-by-passkey' });
}

/** Proves again who is there, by a passkey of the same account. */
export async function stepUpByPasskey(scope: Scope, exchange: Exchange, signed: SignedByPasskey): Promise<void> {
  const session = await currentSession(scope, exchange);
  const { accountId } = await lockAccount(scope, session.account_id);
  await verifyPasskey(scope.tx, exchange.app, signed, { purpose: 'step-up', accountId });
  await appendAudit(scope, { action: 'people.step-up', subjectId: accountId, address: exchange.address });
  await rotateSession(scope, exchange, session, { hasSecondFactor: true });
}
