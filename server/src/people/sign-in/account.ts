import type { StaffRole } from '@plumbline/shared/people';
import { isCommonPassword } from '../../crypto/common-password.ts';
import { hashPassword } from '../../crypto/password.ts';
import type { Scope, Tx } from '../../database/database.ts';
import { ProblemError, signedOut } from '../../problem.ts';
import type { Exchange } from '../../registry/registry.ts';

export interface Account {
  clinicId: string;
  accountId: string;
  roles: StaffRole[];
  email: string;
  passwordHash: string | null;
}

const COLUMNS = [
  'clinic_id as clinicId',
  'id as accountId',
  'roles',
  'email',
  'password_hash as passwordHash',
] as const;

/** The account of an address, unless it is disabled. Across clinics: an address stands for one account here. */
export function findAccount(tx: Tx, email: string): Promise<Account | undefined> {
  return tx
    .selectFrom('account')
    .select(COLUMNS)
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
}

/** The account as it is now, until the end of the transaction. Throws `signed-out` where it has been disabled meanwhile. */
export async function lockAccount({ tx, clinicId }: Scope, accountId: string): Promise<Account> {
  const row = await tx
    .selectFrom('account')
    .select(COLUMNS)
    .where('clinic_id', '=', clinicId)
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw signedOut();
  return row;
}

/** The password of an account from now on. Throws `common-password` for what would be guessed first. */
export async function setPassword(
  { tx, clinicId }: Scope,
  { app }: Exchange,
  { accountId, email, password }: { accountId: string; email: string; password: string },
): Promise<void> {
  assertNotCommon(password, email);
  await tx
    .updateTable('account')
    .set({ password_hash: await hashPassword(password), password_set_at: new Date(app.clock.nowMs()) })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', accountId)
    .execute();
}

export function assertNotCommon(password: string, email: string): void {
  const words = [email, email.split('@')[0] ?? ''];
  if (isCommonPassword(password, words)) throw new ProblemError(400, 'common-password', 'body.password');
}
