import { type Chart, canCareFor, type getCover, MERGE_UNDO_DAYS, type PatientScope } from '@plumbline/shared/people';
import type { z } from 'zod';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { notAllowed, ProblemError } from '../problem.ts';
import { keptRecord } from './care.ts';
import { listOpeningsOf, openUntil } from './openings.ts';
import { nameOf } from './patients.ts';
import { readRecord } from './profiles.ts';

/** Who cares for the patient, who else looked, and by what right the asker looks. Findings are in the encounters. */
export async function readChart(scope: Scope, app: AppContext, patient: PatientScope): Promise<Chart> {
  const { patientId } = patient;
  const keptId = await keptRecord(scope, patientId);
  const isCarer = canCareFor(scope.actor, patient);
  return {
    patientId,
    mergedInto: keptId === patientId ? null : keptId,
    carers: await carersOf(scope, patientId),
    you: isCarer ? 'carer' : 'opener',
    openUntil: isCarer ? null : await openUntil(scope, patientId),
    openings: isCarer ? await listOpeningsOf(scope, app, patientId) : [],
    lastMerge: isCarer ? await lastMergeInto(scope, app, patientId) : null,
  };
}

/** Enough to tell whether it is the right patient. */
export async function readCover(
  scope: Scope,
  app: AppContext,
  patientId: string,
): Promise<z.infer<(typeof getCover)['response']>> {
  const { profile } = await readRecord(scope, app, patientId);
  return {
    patientId,
    displayName: profile.displayName,
    birthYear: profile.birthDate === null ? null : Number(profile.birthDate.slice(0, 4)),
    carers: (await carersOf(scope, patientId)).map(({ displayName }) => displayName),
  };
}

/** Ends the asker's care; throws `last-carer` where nobody would be left. */
export async function leaveCare({ tx, clinicId, actor }: Scope, { clock }: AppContext, patientId: string) {
  if (actor.kind !== 'staff') throw notAllowed();
  const carers = await tx
    .selectFrom('care')
    .select('account_id')
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .where('until_at', 'is', null)
    .forUpdate()
    .execute();
  if (!carers.some(({ account_id }) => account_id !== actor.accountId)) throw new ProblemError(409, 'last-carer');
  await tx
    .updateTable('care')
    .set({ until_at: new Date(clock.nowMs()) })
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .where('account_id', '=', actor.accountId)
    .where('until_at', 'is', null)
    .execute();
}

/** Who cares for the patient now, longest first. */
export async function carersOf({ tx, clinicId }: Scope, patientId: string): Promise<Chart['carers']> {
  const rows = await tx
    .selectFrom('care')
    .innerJoin('account', (join) =>
      join.onRef('account.clinic_id', '=', 'care.clinic_id').onRef('account.id', '=', 'care.account_id'),
    )
    .select(['account_id', 'display_name', 'from_at'])
    .where('care.clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    displayName: row.display_name,
    from: row.from_at.toISOString(),
  }));
}

async function lastMergeInto(scope: Scope, app: AppContext, patientId: string): Promise<Chart['lastMerge']> {
  const merge = await scope.tx
    .selectFrom('patient_merge')
    .select(['id', 'merged_id', 'merged_at'])
    .where('clinic_id', '=', scope.clinicId)
    .where('kept_id', '=', patientId)
    .where('undone_at', 'is', null)
    .orderBy('merged_at', 'desc')
    .executeTakeFirst();
  if (!merge) return null;
  const undoUntil = new Date(merge.merged_at.getTime() + MERGE_UNDO_DAYS * 86_400_000);
  if (undoUntil.getTime() < app.clock.nowMs()) return null;
  return {
    mergeId: merge.id,
    mergedName: await nameOf(scope, app, merge.merged_id),
    mergedAt: merge.merged_at.toISOString(),
    undoUntil: undoUntil.toISOString(),
  };
}
