import type { Scope } from '../database/database.ts';
import { patientScope } from '../people/index.ts';
import type { AtEncounter } from '../registry/registry.ts';

/** The encounter as far as rules look at it; null where this clinic has none of that id. */
export async function encounterScope(scope: Scope, encounterId: string): Promise<AtEncounter | null> {
  const { tx, clinicId } = scope;
  const row = await tx
    .selectFrom('encounter')
    .select(['therapist_id', 'patient_id'])
    .where('clinic_id', '=', clinicId)
    .where('id', '=', encounterId)
    .executeTakeFirst();
  const patient = row && (await patientScope(scope, row.patient_id));
  if (!row || !patient) return null;
  const devices = await tx
    .selectFrom('encounter_device')
    .select('device_id')
    .where('clinic_id', '=', clinicId)
    .where('encounter_id', '=', encounterId)
    .execute();
  return {
    encounterId,
    clinicId,
    therapistId: row.therapist_id,
    patientId: row.patient_id,
    patient,
    deviceIds: devices.map(({ device_id }) => device_id),
  };
}
