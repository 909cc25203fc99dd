import type { EncounterState, SetState, TrialState } from '@plumbline/shared/encounter';
import type { Scope } from '../database/database.ts';

/** Writes into the clinical tables what is in the state and was not there before. The same states twice change nothing. */
export async function project(
  scope: Scope,
  encounterId: string,
  before: EncounterState,
  after: EncounterState,
): Promise<void> {
  const knownTrials = new Map(before.trials.map((trial) => [trial.trialId, trial]));
  for (const trial of after.trials)
    if (knownTrials.get(trial.trialId) !== trial) await projectTrial(scope, encounterId, trial);
  const knownSets = new Map(before.sets.map((set) => [set.setId, set]));
  for (const set of after.sets) {
    const known = knownSets.get(set.setId);
    if (known !== set) await projectSet(scope, encounterId, set, known);
  }
}

async function projectTrial({ tx, clinicId }: Scope, encounterId: string, trial: TrialState): Promise<void> {
  const { trialId, measurementId, protocol, side, status, result, provenance } = trial;
  await tx
    .insertInto('measurement')
    .values({ clinic_id: clinicId, id: measurementId, encounter_id: encounterId, protocol, side })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const changing = {
    status,
    value_degrees: result?.valueDegrees ?? null,
    uncertainty_degrees: result?.uncertaintyDegrees ?? null,
    result: result && JSON.stringify(result),
    provenance: provenance && JSON.stringify(provenance),
  };
  await tx
    .insertInto('trial')
    .values({ clinic_id: clinicId, id: trialId, encounter_id: encounterId, measurement_id: measurementId, ...changing })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'id']).doUpdateSet(changing))
    .execute();
}

async function projectSet(
  { tx, clinicId }: Scope,
  encounterId: string,
  set: SetState,
  known: SetState | undefined,
): Promise<void> {
  const { setId, exercise, side, phase, dosage, status, repetitions, provenance } = set;
  await tx
    .insertInto('exercise_set')
    .values({
      clinic_id: clinicId,
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
  const stored = new Set(known?.repetitions.map(({ index }) => index));
  for (const row of repetitions) {
    if (stored.has(row.index)) continue;
    await tx
      .insertInto('repetition')
      .values({
        clinic_id: clinicId,
        set_id: setId,
        index: row.index,
        validity: row.validity,
        range_degrees: row.rangeDegrees,
        peak_degrees: row.peakDegrees,
        uncertainty_degrees: row.uncertaintyDegrees,
        ledger: JSON.stringify(row),
        provenance: JSON.stringify(provenance),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
