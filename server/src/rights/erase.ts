import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';

/**
 * Makes everything that names or pictures a patient unreadable for good: the key goes, and with it every sealed text;
 * files, links and devices' credentials go, too. The log of what happened stays, with ids that lead to nobody.
 */
export async function erasePatient({ tx, clinicId }: Scope, patientId: string, app: AppContext): Promise<void> {
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
  await tx.deleteFrom('patient_key').where('clinic_id', '=', clinicId).where('patient_id', '=', patientId).execute();
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
