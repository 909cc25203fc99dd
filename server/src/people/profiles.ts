import {
  type AgeAndSex,
  ageAndSex,
  emptyProfile,
  type Profile,
  parseProfile,
  type WrittenProfile,
} from '@plumbline/shared/people';
import type { AppContext } from '../app-context.ts';
import { open, seal } from '../crypto/seal.ts';
import type { Scope } from '../database/database.ts';
import { notAllowed, notFound, ProblemError } from '../problem.ts';
import { patientKey } from './patient-key.ts';
import { touchRegister } from './register-change.ts';

/** A patient's record as it was last written, opened. */
export interface OpenedRecord {
  patientId: string;
  profile: Profile;
  version: number;
  lastChange: number;
  mergedInto: string | null;
  writtenAt: Date | null;
  writtenBy: string | null;
}

/** A row that names a patient who was erased: there is no key any more. */
export interface ClosedRecord {
  patientId: string;
  lastChange: number;
}

/** Opens the records of these patients, or of all that changed after `since`. The erased come without a profile. */
export async function openRecords(
  { tx, clinicId }: Scope,
  app: AppContext,
  which: { ids: readonly string[]; version?: number | undefined } | { since: number },
): Promise<(OpenedRecord | ClosedRecord)[]> {
  if ('ids' in which && which.ids.length === 0) return [];
  let query = tx
    .selectFrom('patient')
    .leftJoin('patient_key', (join) =>
      join.onRef('patient_key.clinic_id', '=', 'patient.clinic_id').onRef('patient_key.patient_id', '=', 'patient.id'),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('patient_profile')
          .select(['version', 'profile_sealed', 'written_at', 'written_by'])
          .whereRef('patient_profile.clinic_id', '=', 'patient.clinic_id')
          .whereRef('patient_profile.patient_id', '=', 'patient.id')
          .$if('version' in which && which.version !== undefined, (query) =>
            query.where('version', '=', 'version' in which ? (which.version ?? 0) : 0),
          )
          .orderBy('version', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      'patient.id',
      'name_sealed',
      'wrapped_key',
      'last_change',
      'merged_into',
      'last.version',
      'last.profile_sealed',
      'last.written_at',
      'last.written_by',
    ])
    .where('patient.clinic_id', '=', clinicId);
  if ('ids' in which) query = query.where('patient.id', 'in', [...new Set(which.ids)]);
  else query = query.where('last_change', '>', String(which.since));
  const rows = await query.execute();
  const records: (OpenedRecord | ClosedRecord)[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % OPENED_AT_ONCE === OPENED_AT_ONCE - 1) await new Promise(setImmediate);
    records.push(openRecord(app, row));
  }
  return records;
}

/** Others are served between so many. */
const OPENED_AT_ONCE = 200;

interface Row {
  id: string;
  name_sealed: Buffer;
  wrapped_key: Buffer | null;
  last_change: string;
  merged_into: string | null;
  version: number | null;
  profile_sealed: Buffer | null;
  written_at: Date | null;
  written_by: string | null;
}

function openRecord({ masterKey }: AppContext, row: Row): OpenedRecord | ClosedRecord {
  const { id: patientId, wrapped_key, profile_sealed, version } = row;
  const lastChange = Number(row.last_change);
  if (!wrapped_key) return { patientId, lastChange };
  const key = open(masterKey, wrapped_key, `patient-key ${patientId}`);
  const profile =
    profile_sealed && version
      ? parseProfile(JSON.parse(open(key, profile_sealed, about(patientId, version)).toString()))
      : emptyProfile(open(key, row.name_sealed, `patient-name ${patientId}`).toString());
  return {
    patientId,
    profile,
    version: version ?? 0,
    lastChange,
    mergedInto: row.merged_into,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
  };
}

/** The patient's profile as last written, or as it was in a version. Throws `not-found` for the unknown and the erased. */
export async function readRecord(
  scope: Scope,
  app: AppContext,
  patientId: string,
  version?: number,
): Promise<OpenedRecord> {
  const [record] = await openRecords(scope, app, { ids: [patientId], version });
  if (!record || !('profile' in record)) throw notFound();
  return record;
}

/** The same, with who wrote it. */
export async function readProfile(scope: Scope, app: AppContext, patientId: string): Promise<WrittenProfile> {
  const { version, profile, writtenAt, writtenBy } = await readRecord(scope, app, patientId);
  const author = writtenBy
    ? await scope.tx
        .selectFrom('account')
        .select('display_name')
        .where('clinic_id', '=', scope.clinicId)
        .where('id', '=', writtenBy)
        .executeTakeFirst()
    : undefined;
  return {
    patientId,
    version,
    profile,
    writtenAt: writtenAt?.toISOString() ?? null,
    writtenBy: author?.display_name ?? null,
  };
}

/**
 * Writes the profile anew, as the version after `version`; earlier ones stay. Throws `version-conflict` where somebody
 * wrote since. The sealed name that lists show is written with it.
 */
export async function writeProfile(
  scope: Scope,
  app: AppContext,
  patientId: string,
  { version, profile }: { version: number; profile: Profile },
): Promise<void> {
  const { tx, clinicId, actor } = scope;
  if (actor.kind !== 'staff') throw notAllowed();
  const key = await patientKey(scope, app, patientId);
  if (!key) throw notFound();
  // Held until the commit: of two who write at once, the second sees what the first wrote.
  await touchRegister(scope, [patientId]);
  const last = await tx
    .selectFrom('patient_profile')
    .select((select) => select.fn.max('version').as('version'))
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .executeTakeFirst();
  if ((last?.version ?? 0) !== version) throw new ProblemError(409, 'version-conflict', 'body.version');
  const next = version + 1;
  await tx
    .insertInto('patient_profile')
    .values({
      clinic_id: clinicId,
      patient_id: patientId,
      version: next,
      profile_sealed: seal(key, Buffer.from(JSON.stringify(profile)), about(patientId, next)),
      written_at: new Date(app.clock.nowMs()),
      written_by: actor.accountId,
    })
    .execute();
  await tx
    .updateTable('patient')
    .set({ name_sealed: seal(key, Buffer.from(profile.displayName), `patient-name ${patientId}`) })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', patientId)
    .execute();
}

/** Age and sex on a day (`YYYY-MM-DD`), for norms; null where the profile does not tell both. */
export async function ageAndSexOf(
  scope: Scope,
  app: AppContext,
  patientId: string,
  day: string,
): Promise<AgeAndSex | null> {
  const [record] = await openRecords(scope, app, { ids: [patientId] });
  return record && 'profile' in record ? ageAndSex(record.profile, day) : null;
}

function about(patientId: string, version: number): string {
  return `patient-profile ${patientId} ${version}`;
}
