import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { recordsOf, touchRegister } from '../people/index.ts';

/**
 * Makes everything that names or pictures a patient unreadable for good: the key goes, and with it every sealed text;
 * files, links and devices' credentials go, too. The log of what happened stays, with ids that lead to nobody.
 */
export async function erasePatient(scope: Scope, patientId: string, app: AppContext): Promise<void> {
  const { tx, clinicId } = scope;
  const now = new Date(app.clock.nowMs());
  const encounters = tx
    .selectFrom('encounter')
    .select('id')
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId);
  const segments = await tx
    .deleteFrom('segment')
    .where('clinic_id', '=', clinicId)
    .where('encounter_id', 'in', encounters)
    .returning('file')
    .execute();
  for (const { file } of segments) await app.files.remove(file);
  const records = await recordsOf(scope, patientId);
  await tx.deleteFrom('patient_key').where('clinic_id', '=', clinicId).where('patient_id', 'in', records).execute();
  await tx
    .updateTable('referral')
    .set({ wrapped_key: null })
    .where('from_clinic_id', '=', clinicId)
    .where('from_patient_id', 'in', records)
    .execute();
  await touchRegister(scope, records);
  await tx.deleteFrom('invitation').where('clinic_id', '=', clinicId).where('encounter_id', 'in', encounters).execute();
  await tx
    .updateTable('device')
    .set({ credential_hash: null })
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .execute();
  await tx
    .updateTable('care')
    .set({ until_at: now })
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .where('until_at', 'is', null)
    .execute();
  await tx
    .updateTable('patient')
    .set({ erased_at: now, restricted_at: now })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', patientId)
    .execute();
  await tx
    .updateTable('erasure')
    .set({ done_at: now })
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .where('withdrawn_at', 'is', null)
    .where('done_at', 'is', null)
    .execute();
}
