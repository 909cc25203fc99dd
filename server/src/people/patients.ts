import { v7 as uuid } from 'uuid';
import type { AppContext } from '../app-context.ts';
import { open, seal } from '../crypto/seal.ts';
import type { Scope } from '../database/database.ts';
import { takeIntoCare } from './care.ts';
import { createPatientKey, patientKey } from './patient-key.ts';

export interface NamedPatient {
  patientId: string;
  displayName: string;
}

/** What stands where an erased patient's name was. */
const ERASED = '—';

/** Adds a patient with an open episode of care, in the care of who adds them. */
export async function addPatient(scope: Scope, app: AppContext, displayName: string): Promise<NamedPatient> {
  const { tx, clinicId } = scope;
  const patientId = uuid();
  const key = await createPatientKey(scope, app, patientId);
  const name_sealed = seal(key, Buffer.from(displayName), `patient-name ${patientId}`);
  const now = new Date(app.clock.nowMs());
  await tx.insertInto('patient').values({ clinic_id: clinicId, id: patientId, name_sealed, created_at: now }).execute();
  await tx
    .insertInto('episode')
    .values({ clinic_id: clinicId, id: uuid(), patient_id: patientId, opened_at: now, closed_at: null })
    .execute();
  if (scope.actor.kind === 'staff') await takeIntoCare(scope, app, patientId, scope.actor.accountId);
  return { patientId, displayName };
}

/** The names of these patients, by id. */
export async function namesOf(
  scope: Scope,
  app: AppContext,
  patientIds: readonly string[],
): Promise<Map<string, string>> {
  if (patientIds.length === 0) return new Map();
  const rows = await scope.tx
    .selectFrom('patient')
    .innerJoin('patient_key', (join) =>
      join.onRef('patient_key.clinic_id', '=', 'patient.clinic_id').onRef('patient_key.patient_id', '=', 'patient.id'),
    )
    .select(['patient.id', 'name_sealed', 'wrapped_key'])
    .where('patient.clinic_id', '=', scope.clinicId)
    .where('patient.id', 'in', [...new Set(patientIds)])
    .execute();
  return new Map(
    rows.map(({ id, name_sealed, wrapped_key }) => {
      const key = open(app.masterKey, wrapped_key, `patient-key ${id}`);
      return [id, open(key, name_sealed, `patient-name ${id}`).toString()];
    }),
  );
}

/** The patient's name as they want to be called. */
export async function nameOf(scope: Scope, app: AppContext, patientId: string): Promise<string> {
  return (await namesOf(scope, app, [patientId])).get(patientId) ?? ERASED;
}

/** The patients the asking therapist cares for, by name. */
export async function listPatients(scope: Scope, app: AppContext): Promise<NamedPatient[]> {
  const { actor } = scope;
  if (actor.kind !== 'staff') return [];
  const rows = await scope.tx
    .selectFrom('care')
    .select('patient_id as id')
    .where('clinic_id', '=', scope.clinicId)
    .where('account_id', '=', actor.accountId)
    .where('until_at', 'is', null)
    .execute();
  const names = await namesOf(
    scope,
    app,
    rows.map(({ id }) => id),
  );
  return [...names]
    .map(([patientId, displayName]) => ({ patientId, displayName }))
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
}

export { patientKey };
