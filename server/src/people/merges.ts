import {
  canMerge,
  MERGE_UNDO_DAYS,
  type MergePreview,
  type mergePatients as mergeContract,
  mergeProfiles,
} from '@plumbline/shared/people';
import type { z } from 'zod';
import type { AppContext } from '../app-context.ts';
import { appendAudit } from '../audit/index.ts';
import type { Scope } from '../database/database.ts';
import type { Moved } from '../database/tables.ts';
import { notAllowed, notFound, ProblemError } from '../problem.ts';
import { patientScope, takeIntoCare } from './care.ts';
import { carersOf } from './chart.ts';
import { moveRecords, moveRecordsBack } from './move-records.ts';
import { type OpenedRecord, readRecord, writeProfile } from './profiles.ts';
import { touchRegister } from './register-change.ts';

const DAY_MS = 86_400_000;

type Wanted = z.infer<(typeof mergeContract)['body']>;

/** What becoming one would do. Throws as `mergePatients` does. */
export async function previewMerge(
  scope: Scope,
  app: AppContext,
  keptId: string,
  otherId: string,
): Promise<MergePreview> {
  const [kept, other] = await readBoth(scope, app, keptId, otherId);
  const { filled, differing } = mergeProfiles(kept.profile, other.profile);
  return { kept: await sideOf(scope, kept), other: await sideOf(scope, other), filled, differing };
}

/**
 * Makes `otherId` part of `keptId`, once per `id`: encounters, appointments, episodes and devices move, whoever cared for
 * the other cares for the kept one, gaps in the profile are filled. The other record keeps its profile and points to the
 * kept one. Throws `version-conflict` where one of the profiles was written since the preview.
 */
export async function mergePatients(scope: Scope, app: AppContext, keptId: string, wanted: Wanted) {
  const { tx, clinicId, actor } = scope;
  if (actor.kind !== 'staff') throw notAllowed();
  const { id, otherId } = wanted;
  // The register first: it is held to the end, so that two merges never cross.
  await touchRegister(scope, [keptId, otherId]);
  const known = await findMerge(scope, id);
  if (known) {
    if (known.kept_id !== keptId || known.merged_id !== otherId) throw new ProblemError(409, 'conflict', 'body.id');
    return { mergeId: id, undoUntil: undoUntil(known.merged_at) };
  }
  const [kept, other] = await readBoth(scope, app, keptId, otherId);
  if (kept.version !== wanted.keptVersion) throw new ProblemError(409, 'version-conflict', 'body.keptVersion');
  if (other.version !== wanted.otherVersion) throw new ProblemError(409, 'version-conflict', 'body.otherVersion');
  const now = new Date(app.clock.nowMs());
  const { profile, filled } = mergeProfiles(kept.profile, other.profile);
  if (filled.length > 0) await writeProfile(scope, app, keptId, { version: kept.version, profile });
  const moved: Moved = {
    ...(await moveRecords(scope, otherId, keptId, now)),
    ...(await joinCare(scope, app, keptId, otherId, now)),
    profileBefore: kept.version,
    profileAfter: kept.version + (filled.length > 0 ? 1 : 0),
  };
  await tx
    .updateTable('patient')
    .set({ merged_into: keptId })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', otherId)
    .execute();
  await tx
    .insertInto('patient_merge')
    .values({
      clinic_id: clinicId,
      id,
      kept_id: keptId,
      merged_id: otherId,
      moved: JSON.stringify(moved),
      merged_at: now,
      merged_by: actor.accountId,
      undone_at: null,
    })
    .execute();
  // The route's own entry is about the kept record.
  await appendAudit(scope, { action: 'people.merged-away', subjectId: otherId, address: null });
  return { mergeId: id, undoUntil: undoUntil(now) };
}

/** Takes a merge back within `MERGE_UNDO_DAYS`, once: what moved goes where it was, what came since stays with the kept record. */
export async function undoMerge(scope: Scope, app: AppContext, keptId: string, mergeId: string) {
  const { tx, clinicId } = scope;
  const merge = await findMerge(scope, mergeId);
  if (!merge || merge.kept_id !== keptId) throw notFound();
  const { merged_id: otherId, moved } = merge;
  await touchRegister(scope, [keptId, otherId]);
  const now = new Date(app.clock.nowMs());
  if (Date.parse(undoUntil(merge.merged_at)) < now.getTime()) throw new ProblemError(409, 'too-late');
  const undone = await tx
    .updateTable('patient_merge')
    .set({ undone_at: now })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', mergeId)
    .where('undone_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  const current = await readRecord(scope, app, keptId);
  const profileKept = moved.profileAfter !== moved.profileBefore && current.version !== moved.profileAfter;
  if (!undone) return { otherId, profileKept };
  // Merged on into a third one meanwhile: that one must be taken back first.
  if (current.mergedInto !== null) throw new ProblemError(409, 'merged-on');
  await tx
    .updateTable('patient')
    .set({ merged_into: null })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', otherId)
    .execute();
  await moveRecordsBack(scope, moved, keptId, otherId, now);
  if (moved.begunCares.length > 0)
    await tx
      .updateTable('care')
      .set({ until_at: now })
      .where('clinic_id', '=', clinicId)
      .where('id', 'in', moved.begunCares)
      .where('until_at', 'is', null)
      .execute();
  if (moved.endedCares.length > 0)
    await tx
      .updateTable('care')
      .set({ until_at: null })
      .where('clinic_id', '=', clinicId)
      .where('id', 'in', moved.endedCares)
      .execute();
  if (moved.profileAfter !== moved.profileBefore && !profileKept) await restoreProfile(scope, app, keptId, moved);
  await appendAudit(scope, { action: 'people.merge-undone', subjectId: otherId, address: null });
  return { otherId, profileKept };
}

async function restoreProfile(scope: Scope, app: AppContext, patientId: string, moved: Moved): Promise<void> {
  const profile = (await readRecord(scope, app, patientId, moved.profileBefore)).profile;
  await writeProfile(scope, app, patientId, { version: moved.profileAfter, profile });
}

/** Both records, if the asker may merge both and both stand for themselves. */
async function readBoth(scope: Scope, app: AppContext, keptId: string, otherId: string) {
  const other = await patientScope(scope, otherId);
  if (!other || !canMerge(scope.actor, other)) throw new ProblemError(400, 'unknown-patient', 'body.otherId');
  if (keptId === otherId) throw new ProblemError(400, 'same-record', 'body.otherId');
  const both = [await readRecord(scope, app, keptId), await readRecord(scope, app, otherId)] as const;
  if (both.some(({ mergedInto }) => mergedInto !== null)) throw new ProblemError(409, 'already-merged');
  return both;
}

/** Whoever cares for the other record cares for the kept one from now on. */
async function joinCare(scope: Scope, app: AppContext, keptId: string, otherId: string, now: Date) {
  const { tx, clinicId } = scope;
  const before = new Set((await carersOf(scope, keptId)).map(({ accountId }) => accountId));
  const ended = await tx
    .updateTable('care')
    .set({ until_at: now })
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', otherId)
    .where('until_at', 'is', null)
    .returning(['id', 'account_id'])
    .execute();
  const joining = ended.map(({ account_id }) => account_id).filter((accountId) => !before.has(accountId));
  for (const accountId of joining) await takeIntoCare(scope, app, keptId, accountId);
  const begun =
    joining.length === 0
      ? []
      : await tx
          .selectFrom('care')
          .select('id')
          .where('clinic_id', '=', clinicId)
          .where('patient_id', '=', keptId)
          .where('account_id', 'in', joining)
          .where('until_at', 'is', null)
          .execute();
  return { endedCares: ended.map(({ id }) => id), begunCares: begun.map(({ id }) => id) };
}

async function sideOf(scope: Scope, { patientId, profile, version }: OpenedRecord): Promise<MergePreview['kept']> {
  const { visits } = await scope.tx
    .selectFrom('encounter')
    .select((select) => select.fn.countAll<string>().as('visits'))
    .where('clinic_id', '=', scope.clinicId)
    .where('patient_id', '=', patientId)
    .executeTakeFirstOrThrow();
  return {
    patientId,
    displayName: profile.displayName,
    birthYear: profile.birthDate === null ? null : Number(profile.birthDate.slice(0, 4)),
    visits: Number(visits),
    carers: (await carersOf(scope, patientId)).map(({ displayName }) => displayName),
    version,
  };
}

function findMerge({ tx, clinicId }: Scope, id: string) {
  return tx
    .selectFrom('patient_merge')
    .selectAll()
    .where('clinic_id', '=', clinicId)
    .where('id', '=', id)
    .executeTakeFirst();
}

function undoUntil(mergedAt: Date): string {
  return new Date(mergedAt.getTime() + MERGE_UNDO_DAYS * DAY_MS).toISOString();
}
