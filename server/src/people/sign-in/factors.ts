import type { Factor } from '@plumbline/shared/people';
import type { AppContext } from '../../app-context.ts';
import type { Scope } from '../../database/database.ts';
import { ProblemError } from '../../problem.ts';
import { countRecoveryCodes, makeRecoveryCodes, removeRecoveryCodes, spendRecoveryCode } from './recovery-codes.ts';
import { removeTotp, spendTotp } from './totp.ts';

/** What this account can prove itself with beside the password; nothing where it has no second factor. */
export async function factorsOf(scope: Scope, accountId: string): Promise<Factor[]> {
  const { totp, passkeys } = await secondFactorsOf(scope, accountId);
  const own: Factor[] = [...(totp ? (['totp'] as const) : []), ...(passkeys > 0 ? (['passkey'] as const) : [])];
  if (own.length === 0) return [];
  return (await countRecoveryCodes(scope, accountId)) > 0 ? [...own, 'recovery-code'] : own;
}

/** Uses up a code of the authenticator app or a recovery code. */
export function spendCode(scope: Scope, app: AppContext, accountId: string, code: string): Promise<boolean> {
  return code.length === 6 ? spendTotp(scope, app, accountId, code) : spendRecoveryCode(scope, app, accountId, code);
}

/** With the first second factor come recovery codes. */
export async function firstRecoveryCodes(scope: Scope, accountId: string): Promise<string[] | null> {
  const { totp, passkeys } = await secondFactorsOf(scope, accountId);
  return Number(totp) + passkeys === 1 ? makeRecoveryCodes(scope, accountId) : null;
}

/** Before one is removed: the last one stays where the clinic asks for one. Without any, recovery codes open nothing. */
export async function afterRemoval(scope: Scope, accountId: string, isRequired: boolean): Promise<void> {
  const { totp, passkeys } = await secondFactorsOf(scope, accountId);
  if (totp || passkeys > 0) return;
  if (isRequired) throw new ProblemError(409, 'last-factor');
  await removeRecoveryCodes(scope, accountId);
}

/** Takes every second factor away, and the codes with them. */
export async function removeFactors(scope: Scope, accountId: string): Promise<void> {
  await removeTotp(scope, accountId);
  await removeRecoveryCodes(scope, accountId);
  await scope.tx
    .deleteFrom('passkey')
    .where('clinic_id', '=', scope.clinicId)
    .where('account_id', '=', accountId)
    .execute();
}

async function secondFactorsOf(
  { tx, clinicId }: Scope,
  accountId: string,
): Promise<{ totp: boolean; passkeys: number }> {
  const totp = await tx
    .selectFrom('totp')
    .select('account_id')
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', accountId)
    .where('confirmed', '=', true)
    .executeTakeFirst();
  const passkeys = await tx
    .selectFrom('passkey')
    .select('id')
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', accountId)
    .execute();
  return { totp: totp !== undefined, passkeys: passkeys.length };
}
