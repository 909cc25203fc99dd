import type { PatientScope } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';

/** The patient as far as rules look at them; null where this clinic has none of that id. Who cares for the record that is kept cares for one merged into it. */
export async function patientScope(scope: Scope, patientId: string): Promise<PatientScope | null> {
  const { tx, clinicId } = scope;
  const keptId = await keptRecord(scope, patientId);
  const known =
    keptId &&
    (await tx
      .selectFrom('patient')
      .select('restricted_at')
      .where('clinic_id', '=', clinicId)
      .where('id', '=', keptId)
      .executeTakeFirst());
  if (!known) return null;
  const carers = await tx
    .selectFrom('care')
    .select('account_id')
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', keptId)
    .where('until_at', 'is', null)
    .execute();
  const openers = await tx
    .selectFrom('chart_opening')
    .select('account_id')
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', keptId)
    .where('expires_at', '>', (expression) => expression.fn<Date>('now'))
    .execute();
  return {
    clinicId,
    patientId,
    carerIds: carers.map(({ account_id }) => account_id),
    openerIds: openers.map(({ account_id }) => account_id),
    isRestricted: known.restricted_at !== null,
  };
}

/** The record that stands for this one: itself, or where it was merged into; null where there is none of that id. */
export async function keptRecord({ tx, clinicId }: Scope, patientId: string): Promise<string | null> {
  // Records point to younger merges only, so the way ends; a bound guards against a database mended by hand.
  for (let at = patientId, steps = 0; steps < 32; steps++) {
    const row = await tx
      .selectFrom('patient')
      .select('merged_into')
      .where('clinic_id', '=', clinicId)
      .where('id', '=', at)
      .executeTakeFirst();
    if (!row) return null;
    if (row.merged_into === null) return at;
    at = row.merged_into;
  }
  return null;
}

/** The record and all that were merged into it, one into the other: whatever is known of one person. */
export async function recordsOf({ tx, clinicId }: Scope, patientId: string): Promise<string[]> {
  const records = [patientId];
  for (const id of records) {
    const merged = await tx
      .selectFrom('patient')
      .select('id')
      .where('clinic_id', '=', clinicId)
      .where('merged_into', '=', id)
      .execute();
    records.push(...merged.map((row) => row.id));
  }
  return records;
}

/** From now on this account cares for the patient; once is enough. */
export async function takeIntoCare(
  { tx, clinicId }: Scope,
  { clock }: AppContext,
  patientId: string,
  accountId: string,
): Promise<void> {
  await tx
    .insertInto('care')
    .values({
      clinic_id: clinicId,
      id: uuid(),
      patient_id: patientId,
      account_id: accountId,
      from_at: new Date(clock.nowMs()),
      until_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['clinic_id', 'patient_id', 'account_id']).where('until_at', 'is', null).doNothing(),
    )
    .execute();
}
