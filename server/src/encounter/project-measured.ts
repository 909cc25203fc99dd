import { asAmended, type ManualValue, type ScreenState, type TrialState } from '@plumbline/shared/encounter';
import type { Scope } from '../database/database.ts';

interface Measurement {
  measurementId: string;
  protocol: string;
  side: 'left' | 'right' | null;
}

async function projectMeasurement(
  { tx, clinicId }: Scope,
  encounterId: string,
  { measurementId, protocol, side }: Measurement,
) {
  await tx
    .insertInto('measurement')
    .values({ clinic_id: clinicId, id: measurementId, encounter_id: encounterId, protocol, side })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** One trial as recorded, as amended, and with its marks of pain. */
export async function projectTrial(
  scope: Scope,
  encounterId: string,
  trial: TrialState,
  known: TrialState | undefined,
): Promise<void> {
  const { tx, clinicId } = scope;
  const { trialId, status, irritable, screen, result, provenance } = trial;
  await projectMeasurement(scope, encounterId, trial);
  const final = asAmended(trial);
  const changing = {
    status,
    value_degrees: result?.valueDegrees ?? null,
    uncertainty_degrees: result?.uncertaintyDegrees ?? null,
    result: result && JSON.stringify(result),
    provenance: provenance && JSON.stringify(provenance),
    side: final.side,
    method: final.method,
    final_degrees: final.valueDegrees,
    final_uncertainty_degrees: final.uncertaintyDegrees,
    withdrawn: final.isWithdrawn,
  };
  await tx
    .insertInto('trial')
    .values({
      clinic_id: clinicId,
      id: trialId,
      encounter_id: encounterId,
      measurement_id: trial.measurementId,
      irritable,
      screen_id: screen?.screenId ?? null,
      screen_step: screen?.step ?? null,
      ...changing,
    })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'id']).doUpdateSet(changing))
    .execute();
  await projectAmendments(scope, trial, known);
  if (trial.pain.length > 0 || known?.pain.length) await projectPain(scope, trial);
}

async function projectAmendments(
  { tx, clinicId }: Scope,
  trial: TrialState,
  known: TrialState | undefined,
): Promise<void> {
  for (const [position, { change, reason, atMs }] of trial.amendments.entries()) {
    if (position < (known?.amendments.length ?? 0)) continue;
    await tx
      .insertInto('trial_amendment')
      .values({
        clinic_id: clinicId,
        trial_id: trial.trialId,
        position,
        change: JSON.stringify(change),
        reason,
        amended_at: new Date(atMs),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function projectPain({ tx, clinicId }: Scope, { trialId, pain }: TrialState): Promise<void> {
  await tx.deleteFrom('pain_mark').where('clinic_id', '=', clinicId).where('trial_id', '=', trialId).execute();
  if (pain.length === 0) return;
  await tx
    .insertInto('pain_mark')
    .values(
      pain.map(({ what, angleDegrees, uncertaintyDegrees, atMs, backdatedMs, how }) => ({
        clinic_id: clinicId,
        trial_id: trialId,
        what,
        angle_degrees: angleDegrees,
        uncertainty_degrees: uncertaintyDegrees,
        marked_at: new Date(atMs),
        backdated_ms: backdatedMs,
        how,
      })),
    )
    .execute();
}

/** A value entered by hand; what is measured stands in its measurement. */
export async function projectValue(scope: Scope, encounterId: string, manual: ManualValue): Promise<void> {
  const { valueId, measurementId, measure, side, method, value, uncertainty, enteredAtMs, takenBack } = manual;
  await projectMeasurement(scope, encounterId, { measurementId, protocol: measure, side });
  const changing = { taken_back_reason: takenBack?.reason ?? null };
  await scope.tx
    .insertInto('manual_value')
    .values({
      clinic_id: scope.clinicId,
      id: valueId,
      encounter_id: encounterId,
      measurement_id: measurementId,
      side,
      method,
      value,
      uncertainty,
      entered_at: new Date(enteredAtMs),
      ...changing,
    })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'id']).doUpdateSet(changing))
    .execute();
}

export async function projectScreen({ tx, clinicId }: Scope, encounterId: string, run: ScreenState): Promise<void> {
  const { screenId, screen, status, irritable, trialsPerStep, steps, skipped, startedAtMs } = run;
  const changing = { status, skipped: [...skipped] };
  await tx
    .insertInto('screen')
    .values({
      clinic_id: clinicId,
      id: screenId,
      encounter_id: encounterId,
      screen,
      irritable,
      trials_per_step: trialsPerStep,
      steps: JSON.stringify(steps),
      started_at: new Date(startedAtMs),
      ...changing,
    })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'id']).doUpdateSet(changing))
    .execute();
}
