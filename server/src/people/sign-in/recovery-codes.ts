import { randomBytes } from 'node:crypto';
import type { AppContext } from '../../app-context.ts';
import { hashToken } from '../../crypto/token.ts';
import type { Scope } from '../../database/database.ts';

const CODES = 10;
const CHARACTERS = 16;
/** Crockford's base 32: no letter looks like a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 bits each: a plain hash is enough. */
const hashOf = (accountId: string, code: string) => hashToken(`recovery ${accountId} ${code}`);

/** Ten fresh codes, in groups of four; told once, stored as hashes. Those of before stop working. */
export async function makeRecoveryCodes(scope: Scope, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () =>
    [...randomBytes(CHARACTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join(''),
  );
  await removeRecoveryCodes(scope, accountId);
  await scope.tx
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        clinic_id: scope.clinicId,
        account_id: accountId,
        code_hash: hashOf(accountId, code),
        used_at: null,
      })),
    )
    .execute();
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
}

/** Uses a code up; false where it is none, or was used. */
export async function spendRecoveryCode(
  { tx, clinicId }: Scope,
  { clock }: AppContext,
  accountId: string,
  code: string,
): Promise<boolean> {
  const spent = await tx
    .updateTable('recovery_code')
    .set({ used_at: new Date(clock.nowMs()) })
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashOf(accountId, code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  return spent !== undefined;
}

export async function countRecoveryCodes({ tx, clinicId }: Scope, accountId: string): Promise<number> {
  const { left } = await tx
    .selectFrom('recovery_code')
    .select((select) => select.fn.countAll().as('left'))
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(left);
}

export async function removeRecoveryCodes({ tx, clinicId }: Scope, accountId: string): Promise<void> {
  await tx.deleteFrom('recovery_code').where('clinic_id', '=', clinicId).where('account_id', '=', accountId).execute();
}
