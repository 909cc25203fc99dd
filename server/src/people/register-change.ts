import { sql } from 'kysely';
import type { Scope } from '../database/database.ts';

/** Says that these patients' records changed (or became unreadable), so that every process's search learns of it. Holds the clinic's register until the commit. */
export async function touchRegister({ tx, clinicId }: Scope, patientIds: readonly string[]): Promise<void> {
  const { change } = await tx
    .insertInto('patient_register')
    .values({ clinic_id: clinicId, change: 1 })
    .onConflict((conflict) =>
      conflict.column('clinic_id').doUpdateSet({ change: sql<string>`patient_register.change + 1` }),
    )
    .returning('change')
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('patient')
    .set({ last_change: change })
    .where('clinic_id', '=', clinicId)
    .where('id', 'in', [...patientIds])
    .execute();
}

/** The number of the last change to the clinic's patients; 0 before the first. */
export async function lastChange({ tx, clinicId }: Scope): Promise<number> {
  const row = await tx
    .selectFrom('patient_register')
    .select('change')
    .where('clinic_id', '=', clinicId)
    .executeTakeFirst();
  return Number(row?.change ?? 0);
}
