import type { SetState } from '@plumbline/shared/encounter';
import type { Scope } from '../database/database.ts';

/** One set with its ledger: rows as they were recorded, which of them are struck, and what was added. */
export async function projectSet(
  scope: Scope,
  encounterId: string,
  set: SetState,
  known: SetState | undefined,
): Promise<void> {
  const { setId, exercise, side, phase, dosage, status } = set;
  await scope.tx
    .insertInto('exercise_set')
    .values({
      clinic_id: scope.clinicId,
      id: setId,
      encounter_id: encounterId,
      exercise,
      side,
      phase,
      dosage: JSON.stringify(dosage),
      status,
    })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'id']).doUpdateSet({ status }))
    .execute();
  await projectRows(scope, set, known);
  if (set.struck !== known?.struck) await projectStruck(scope, set, known);
  if (set.added.length > 0 || known?.added.length) await projectAdded(scope, set);
}

async function projectRows({ tx, clinicId }: Scope, set: SetState, known: SetState | undefined): Promise<void> {
  const stored = new Set(known?.repetitions.map(({ index }) => index));
  for (const row of set.repetitions) {
    if (stored.has(row.index)) continue;
    await tx
      .insertInto('repetition')
      .values({
        clinic_id: clinicId,
        set_id: set.setId,
        index: row.index,
        validity: row.validity,
        range_degrees: row.rangeDegrees,
        peak_degrees: row.peakDegrees,
        uncertainty_degrees: row.uncertaintyDegrees,
        ledger: JSON.stringify(row),
        provenance: JSON.stringify(set.provenance),
        struck_reason: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function projectStruck({ tx, clinicId }: Scope, set: SetState, known: SetState | undefined): Promise<void> {
  const reasonOf = (rows: SetState['struck'] | undefined, index: number) =>
    rows?.find((row) => row.index === index)?.reason ?? null;
  for (const { index } of set.repetitions) {
    const reason = reasonOf(set.struck, index);
    if (reason === reasonOf(known?.struck, index)) continue;
    await tx
      .updateTable('repetition')
      .set({ struck_reason: reason })
      .where('clinic_id', '=', clinicId)
      .where('set_id', '=', set.setId)
      .where('index', '=', index)
      .execute();
  }
}

async function projectAdded({ tx, clinicId }: Scope, { setId, added }: SetState): Promise<void> {
  await tx.deleteFrom('added_repetition').where('clinic_id', '=', clinicId).where('set_id', '=', setId).execute();
  if (added.length === 0) return;
  await tx
    .insertInto('added_repetition')
    .values(
      added.map(({ addedId, reason, atMs }) => ({
        clinic_id: clinicId,
        set_id: setId,
        id: addedId,
        reason,
        added_at: new Date(atMs),
      })),
    )
    .execute();
}
