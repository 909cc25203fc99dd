import { canCareFor, emptyProfile, type Profile } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import type { AppContext } from '../app-context.ts';
import { createKey, open, seal } from '../crypto/seal.ts';
import type { Scope } from '../database/database.ts';
import { notAllowed, notFound } from '../problem.ts';
import { patientScope, takeIntoCare } from './care.ts';
import { storePatientKey } from './patient-key.ts';
import { writeProfile } from './profiles.ts';

export interface NamedPatient {
  patientId: string;
  displayName: string;
}

/** What stands where an erased patient's name was. */
const ERASED = '—';

/**
 * Adds a patient with an open episode of care, in the care of who adds them. The same `id` again adds nobody; throws
 * `not-found` where somebody else has it.
 */
export async function addPatient(
  scope: Scope,
  app: AppContext,
  { id: patientId = uuid(), displayName, details = {} }: NewPatient,
): Promise<NamedPatient> {
  const { tx, clinicId, actor } = scope;
  if (actor.kind !== 'staff') throw notAllowed();
  const now = new Date(app.clock.nowMs());
  const key = createKey();
  const name_sealed = seal(key, Buffer.from(displayName), `patient-name ${patientId}`);
  const added = await tx
    .insertInto('patient')
    .values({ clinic_id: clinicId, id: patientId, name_sealed, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) {
    const known = await patientScope(scope, patientId);
    if (!known || !canCareFor(actor, known)) throw notFound();
    return { patientId, displayName: await nameOf(scope, app, patientId) };
  }
  await storePatientKey(scope, app, patientId, key);
  await tx
    .insertInto('episode')
    .values({ clinic_id: clinicId, id: uuid(), patient_id: patientId, opened_at: now, closed_at: null })
    .execute();
  await takeIntoCare(scope, app, patientId, actor.accountId);
  const known = { ...emptyProfile(displayName), ...withoutUndefined(details) };
  await writeProfile(scope, app, patientId, { version: 0, profile: known });
  return { patientId, displayName };
}

export interface NewPatient {
  id?: string | undefined;
  displayName: string;
  /** What is known beside the name. */
  details?: { [F in keyof Profile]?: Profile[F] | undefined } | undefined;
}

function withoutUndefined(details: NonNullable<NewPatient['details']>): Partial<Profile> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
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
