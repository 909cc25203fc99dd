import { createToken, hashToken } from '../../crypto/token.ts';
import type { Scope, Tx } from '../../database/database.ts';
import { ProblemError } from '../../problem.ts';
import type { Exchange } from '../../registry/registry.ts';
import { lockAccount, setPassword } from '../sign-in/account.ts';
import { factorsOf } from '../sign-in/factors.ts';
import type { StaffMe } from '../sign-in/me.ts';
import { openSession } from '../sign-in/open-session.ts';
import { endSessions } from '../sign-in/sessions.ts';
import type { SecondFactorAsked } from '../sign-in/sign-in.ts';

/** An administrator hands it over by hand; a week covers a holiday. */
const STAFF_LINK_MS = 7 * 86_400_000;

/** A fresh one-time link by which a colleague chooses a password; earlier unused ones stop working. */
export async function createStaffLink(
  scope: Scope,
  { app }: Exchange,
  accountId: string,
): Promise<{ accountId: string; url: string; expiresAt: string }> {
  const { token, hash } = createToken();
  const now = new Date(app.clock.nowMs());
  const expires_at = new Date(now.getTime() + STAFF_LINK_MS);
  await revokeStaffLinks(scope, accountId);
  await scope.tx
    .insertInto('staff_link')
    .values({
      token_hash: hash,
      clinic_id: scope.clinicId,
      account_id: accountId,
      created_at: now,
      expires_at,
      used_at: null,
    })
    .execute();
  return {
    accountId,
    url: `${app.config.publicUrl}${app.basePath}join#${token}`,
    expiresAt: expires_at.toISOString(),
  };
}

export async function revokeStaffLinks({ tx, clinicId }: Scope, accountId: string): Promise<void> {
  await tx
    .deleteFrom('staff_link')
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
}

/** Whom a link is for, without spending it. */
export async function lookUpStaffLink({ app }: Exchange, token: string) {
  return app.db.withSystem(async (tx) => {
    const { clinicName, displayName, email, passwordHash } = await findLink(tx, token, app.clock.nowMs());
    return { clinicName, displayName, email, isNew: passwordHash === null };
  });
}

/** Spends a link: the password is this one from now on, every session of before ends. A second factor there is stays asked for. */
export async function redeemStaffLink(
  exchange: Exchange,
  { token, password }: { token: string; password: string },
): Promise<StaffMe | SecondFactorAsked> {
  const { app } = exchange;
  const nowMs = app.clock.nowMs();
  const { clinicId, accountId, roles } = await app.db.withSystem((tx) => findLink(tx, token, nowMs));
  const { after, entered } = await app.db.withActor({ kind: 'staff', clinicId, accountId, roles }, async (scope) => {
    const spent = await scope.tx
      .updateTable('staff_link')
      .set({ used_at: new Date(nowMs) })
      .where('token_hash', '=', hashToken(token))
      .where('used_at', 'is', null)
      .returning('account_id')
      .executeTakeFirst();
    if (!spent) throw linkUsed();
    const account = await lockAccount(scope, accountId);
    await setPassword(scope, exchange, { ...account, password });
    const ended = await endSessions(scope, app, { accountId });
    const factors = await factorsOf(scope, accountId);
    if (factors.length > 0) return { after: ended, entered: { kind: 'second-factor' as const, factors } };
    const opening = { accountId, hasSecondFactor: false, action: 'people.redeem-staff-link' };
    return { after: ended, entered: await openSession(scope, exchange, opening) };
  });
  await after();
  if (!('handOver' in entered)) return entered;
  entered.handOver();
  return entered.me;
}

const linkUsed = () => new ProblemError(403, 'staff-link-used', 'body.token');

async function findLink(tx: Tx, token: string, nowMs: number) {
  const row = await tx
    .selectFrom('staff_link')
    .innerJoin('account', (join) =>
      join.onRef('account.clinic_id', '=', 'staff_link.clinic_id').onRef('account.id', '=', 'staff_link.account_id'),
    )
    .innerJoin('clinic', 'clinic.id', 'staff_link.clinic_id')
    .select(['account.clinic_id as clinicId', 'account.id as accountId', 'account.roles as roles'])
    .select(['clinic.name as clinicName', 'display_name as displayName', 'email', 'password_hash as passwordHash'])
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date(nowMs))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw linkUsed();
  return row;
}
