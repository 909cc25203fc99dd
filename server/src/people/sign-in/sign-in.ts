import type { Factor } from '@plumbline/shared/people';
import { appendAudit } from '../../audit/index.ts';
import { isPassword } from '../../crypto/password.ts';
import type { Scope } from '../../database/database.ts';
import { ProblemError } from '../../problem.ts';
import type { Exchange } from '../../registry/registry.ts';
import { type Account, findAccount, lockAccount } from './account.ts';
import { factorsOf, spendCode } from './factors.ts';
import type { StaffMe } from './me.ts';
import { type Opening, openSession } from './open-session.ts';
import { countTry } from './tries.ts';

export interface SecondFactorAsked {
  kind: 'second-factor';
  factors: Factor[];
}

interface Wanted {
  email: string;
  password: string;
  code?: string | undefined;
  deviceId?: string | undefined;
}

/** Signs in by address, password and, where the account has a second factor, a code; the same answer, after the same time, for an unknown address and a wrong password. */
export async function signIn(exchange: Exchange, wanted: Wanted): Promise<StaffMe | SecondFactorAsked> {
  const { app } = exchange;
  const { account, counted } = await app.db.withSystem(async (tx) => {
    const found = await findAccount(tx, wanted.email);
    return { account: found, counted: await countTry(tx, exchange, wanted.email, found) };
  });
  const isRight = await isPassword(wanted.password, account?.passwordHash ?? null);
  if (!isRight || !account) {
    // Not waited for: an unknown address must not be answered sooner.
    if (account) void auditRefusal(exchange, account);
    throw new ProblemError(401, 'wrong-credentials');
  }
  const entered = await enter(exchange, account, wanted);
  if (entered === 'wrong-code') {
    await auditRefusal(exchange, account);
    throw new ProblemError(401, 'wrong-code', 'body.code');
  }
  await app.db.withSystem((tx) => ('handOver' in entered ? counted.forget(tx) : counted.takeBack(tx)));
  if (!('handOver' in entered)) return entered;
  entered.handOver();
  return entered.me;
}

/** The password is right; the rest in one transaction, so that one code opens one session. */
function enter({ app, ...exchange }: Exchange, account: Account, { code, deviceId }: Wanted) {
  return app.db.withActor({ kind: 'staff', ...account }, async (scope) => {
    const { accountId } = account;
    const now = await lockAccount(scope, accountId);
    if (now.passwordHash !== account.passwordHash) throw new ProblemError(401, 'wrong-credentials');
    const factors = await factorsOf(scope, accountId);
    if (factors.length > 0 && code === undefined) return { kind: 'second-factor' as const, factors };
    if (factors.length > 0 && !(await spendCode(scope, app, accountId, code ?? ''))) return 'wrong-code' as const;
    const hasSecondFactor = factors.length > 0;
    return openSession(scope, { app, ...exchange }, { accountId, deviceId, hasSecondFactor, action: 'people.sign-in' });
  });
}

/** Opens a session for an account that has proved who it is. */
export async function startSession(
  exchange: Exchange,
  { clinicId, accountId, roles }: Pick<Account, 'clinicId' | 'accountId'> & { roles: Account['roles'] },
  opening: Omit<Opening, 'accountId'>,
): Promise<StaffMe> {
  const opened = await exchange.app.db.withActor({ kind: 'staff', clinicId, accountId, roles }, (scope: Scope) =>
    openSession(scope, exchange, { accountId, ...opening }),
  );
  opened.handOver();
  return opened.me;
}

async function auditRefusal({ app, address }: Exchange, { clinicId, accountId }: Account): Promise<void> {
  const fact = { action: 'people.sign-in', subjectId: accountId, address, outcome: 'refused' } as const;
  await app.db
    .withActor({ kind: 'system', clinicId }, (scope) => appendAudit(scope, fact))
    .catch((error: unknown) => app.log.error({ err: error }, 'a refused sign-in was not audited'));
}
