import type { Colleague, StaffRole } from '@plumbline/shared/people';
import type { Scope } from '../../database/database.ts';
import { planExpulsion } from '../../encounter/index.ts';
import { notFound, ProblemError } from '../../problem.ts';
import type { Exchange } from '../../registry/registry.ts';
import { removeFactors } from '../sign-in/factors.ts';
import { endSessions } from '../sign-in/sessions.ts';
import { insertAccount } from './accounts.ts';
import { createStaffLink, revokeStaffLinks } from './staff-links.ts';

/** Everybody who works in the clinic, by name. */
export async function listStaff({ tx, clinicId }: Scope): Promise<Colleague[]> {
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'display_name', 'email', 'roles', 'disabled_at'])
    .select((select) => [
      select('password_hash', 'is not', null).as('has_password'),
      select
        .or([
          select.exists(
            select
              .selectFrom('totp')
              .select('totp.account_id')
              .whereRef('totp.account_id', '=', 'account.id')
              .where('confirmed', '=', true),
          ),
          select.exists(
            select.selectFrom('passkey').select('passkey.id').whereRef('passkey.account_id', '=', 'account.id'),
          ),
        ])
        .as('has_second_factor'),
      select
        .selectFrom('staff_session')
        .select((inner) => inner.fn.max('last_seen_at').as('seen'))
        .whereRef('staff_session.account_id', '=', 'account.id')
        .as('last_seen_at'),
    ])
    .where('clinic_id', '=', clinicId)
    .execute();
  return rows
    .map((row) => ({
      accountId: row.id,
      displayName: row.display_name,
      email: row.email,
      roles: row.roles,
      state: row.disabled_at ? ('disabled' as const) : row.has_password ? ('active' as const) : ('invited' as const),
      hasSecondFactor: Boolean(row.has_second_factor),
      lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    }))
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
}

interface Wanted {
  displayName: string;
  roles: StaffRole[];
}

/** Adds a colleague without a password, and the link by which they choose one. */
export async function inviteColleague(scope: Scope, exchange: Exchange, wanted: Wanted & { email: string }) {
  const accountId = await insertAccount(scope.tx, scope.clinicId, { ...wanted, password: null });
  return createStaffLink(scope, exchange, accountId);
}

export async function renewStaffLink(scope: Scope, exchange: Exchange, accountId: string) {
  const { disabled_at } = await lockColleague(scope, accountId);
  if (disabled_at) throw new ProblemError(409, 'disabled');
  return createStaffLink(scope, exchange, accountId);
}

/** Name and roles from now on. Open sockets are asked again who they are; whoever no longer treats leaves the video rooms. */
export async function changeColleague(
  scope: Scope,
  exchange: Exchange,
  accountId: string,
  { displayName, roles }: Wanted,
): Promise<void> {
  const before = await lockColleague(scope, accountId);
  await scope.tx
    .updateTable('account')
    .set({ display_name: displayName, roles })
    .where('clinic_id', '=', scope.clinicId)
    .where('id', '=', accountId)
    .execute();
  await assertAdministrated(scope);
  if (before.roles.every((role) => roles.includes(role))) return;
  const sessions = await scope.tx
    .selectFrom('staff_session')
    .select(['id', 'token_hash'])
    .where('clinic_id', '=', scope.clinicId)
    .where('account_id', '=', accountId)
    .execute();
  const ids = roles.includes('therapist') ? [] : sessions.map(({ id }) => id);
  const expel = await planExpulsion(scope, exchange.app, ids);
  exchange.afterCommit(async () => {
    exchange.app.waker.sessionsEnded(sessions.map(({ token_hash }) => token_hash));
    await expel();
  });
}

/** Nobody signs in with this account any more; its sessions and links end. What it did keeps its name. */
export async function disableColleague(scope: Scope, exchange: Exchange, accountId: string): Promise<void> {
  await lockColleague(scope, accountId);
  await setDisabled(scope, accountId, new Date(exchange.app.clock.nowMs()));
  await assertAdministrated(scope);
  await revokeStaffLinks(scope, accountId);
  exchange.afterCommit(await endSessions(scope, exchange.app, { accountId }));
}

export async function enableColleague(scope: Scope, accountId: string): Promise<void> {
  await lockColleague(scope, accountId);
  await setDisabled(scope, accountId, null);
}

/** For whoever lost phone and codes: they sign in by the password and add another second factor. */
export async function resetSecondFactor(scope: Scope, exchange: Exchange, accountId: string): Promise<void> {
  await lockColleague(scope, accountId);
  await removeFactors(scope, accountId);
  exchange.afterCommit(await endSessions(scope, exchange.app, { accountId }));
}

async function setDisabled({ tx, clinicId }: Scope, accountId: string, disabled_at: Date | null): Promise<void> {
  await tx
    .updateTable('account')
    .set({ disabled_at })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', accountId)
    .execute();
}

/** One change of who works here at a time: two administrators cannot remove each other. */
async function lockColleague({ tx, clinicId }: Scope, accountId: string) {
  await tx.selectFrom('clinic').select('id').where('id', '=', clinicId).forNoKeyUpdate().execute();
  const row = await tx
    .selectFrom('account')
    .select(['roles', 'disabled_at'])
    .where('clinic_id', '=', clinicId)
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** After a change: somebody who can sign in is left to run the clinic. Throws `last-administrator`. */
async function assertAdministrated({ tx, clinicId }: Scope): Promise<void> {
  const left = await tx
    .selectFrom('account')
    .select('roles')
    .where('clinic_id', '=', clinicId)
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .execute();
  if (!left.some(({ roles }) => roles.includes('administrator'))) throw new ProblemError(409, 'last-administrator');
}
