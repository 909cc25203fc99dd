import type { AppContext } from '../app-context.ts';
import { open, seal } from '../crypto/seal.ts';
import type { Scope } from '../database/database.ts';

/** Stores the key under which everything that names or pictures the patient is sealed, itself sealed with the master key. */
export async function storePatientKey(
  { tx, clinicId }: Scope,
  { masterKey }: AppContext,
  patientId: string,
  key: Buffer,
): Promise<void> {
  const wrapped_key = seal(masterKey, key, `patient-key ${patientId}`);
  await tx.insertInto('patient_key').values({ clinic_id: clinicId, patient_id: patientId, wrapped_key }).execute();
}

/** The patient's key; null once the patient has been erased. */
export async function patientKey(
  { tx, clinicId }: Scope,
  { masterKey }: AppContext,
  patientId: string,
): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('patient_key')
    .select('wrapped_key')
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .executeTakeFirst();
  return row ? open(masterKey, row.wrapped_key, `patient-key ${patientId}`) : null;
}
