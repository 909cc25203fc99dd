import type { PatientScope } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';

/** The patient as far as rules look at them; null where this clinic has none of that id. */
export async function patientScope({ tx, clinicId }: Scope, patientId: string): Promise<PatientScope | null> {
  const known = await tx
    .selectFrom('patient')
    .select('restricted_at')
    .where('clinic_id', '=', clinicId)
    .where('id', '=', patientId)
    .executeTakeFirst();
  if (!known) return null;
  const carers = await tx
    .selectFrom('care')
    .select('account_id')
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .where('until_at', 'is', null)
    .execute();
  const openers = await tx
    .selectFrom('chart_opening')
    .select('account_id')
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
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
