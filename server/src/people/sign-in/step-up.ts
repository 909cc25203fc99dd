import { FRESH_PROOF_MS } from '@plumbline/shared/people';
import { appendAudit } from '../../audit/index.ts';
import { isPassword } from '../../crypto/password.ts';
import type { Scope } from '../../database/database.ts';
import { KeptRefusal, ProblemError } from '../../problem.ts';
import type { Exchange } from '../../registry/registry.ts';
import { lockAccount } from './account.ts';
import { factorsOf, spendCode } from './factors.ts';
import { currentSession, rotateSession } from './sessions.ts';
import type { SecondFactorAsked } from './sign-in.ts';
import { countTry } from './tries.ts';

/** Throws `step-up-needed` where it is too long ago that whoever holds the session proved who they are. */
export async function assertFreshProof(scope: Scope, exchange: Exchange): Promise<void> {
  const { proved_at } = await currentSession(scope, exchange);
  if (exchange.app.clock.nowMs() >= proved_at.getTime() + FRESH_PROOF_MS) throw new ProblemError(403, 'step-up-needed');
}

/** Proves again who is there, as at sign-in; wrong tries count alike. */
export async function stepUp(
  scope: Scope,
  exchange: Exchange,
  { password, code }: { password: string; code?: string | undefined },
): Promise<{ kind: 'proved' } | SecondFactorAsked> {
  const session = await currentSession(scope, exchange);
  const account = await lockAccount(scope, session.account_id);
  const counted = await countTry(scope.tx, exchange, account.email, account);
  if (!(await isPassword(password, account.passwordHash))) throw new KeptRefusal(401, 'wrong-credentials');
  const factors = await factorsOf(scope, account.accountId);
  if (factors.length > 0 && code === undefined) {
    await counted.takeBack(scope.tx);
    return { kind: 'second-factor', factors };
  }
  if (factors.length > 0 && !(await spendCode(scope, exchange.app, account.accountId, code ?? ''))) {
    throw new KeptRefusal(401, 'wrong-code', 'body.code');
  }
  await counted.forget(scope.tx);
  await appendAudit(scope, { action: 'people.step-up', subjectId: account.accountId, address: exchange.address });
  await rotateSession(scope, exchange, session, { hasSecondFactor: session.second_factor || factors.length > 0 });
  return { kind: 'proved' };
}
