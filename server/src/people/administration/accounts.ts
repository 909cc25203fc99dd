import type { StaffRole } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../../database/database.ts';
import { ProblemError } from '../../problem.ts';

export interface NewAccount {
  email: string;
  displayName: string;
  roles: readonly StaffRole[];
  /** Null for whoever is invited: the link asks for one. */
  password: { hash: string; setAt: Date } | null;
}

/** Adds an account. An address stands for one account of the installation, whichever clinic it is in: throws `email-taken`. */
export async function insertAccount(tx: Tx, clinicId: string, wanted: NewAccount): Promise<string> {
  const made = await tx
    .insertInto('account')
    .values({
      clinic_id: clinicId,
      id: uuid(),
      email: wanted.email,
      display_name: wanted.displayName,
      roles: [...wanted.roles],
      disabled_at: null,
      password_hash: wanted.password?.hash ?? null,
      password_set_at: wanted.password?.setAt ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) throw new ProblemError(409, 'email-taken', 'body.email');
  return made.id;
}
