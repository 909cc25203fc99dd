import { type TimedState, timedValue, wasModified } from '@plumbline/shared/encounter';
import type { Scope } from '../database/database.ts';

/** One timed test as recorded, as amended, and as decided. */
export async function projectTimed({ tx, clinicId }: Scope, encounterId: string, timed: TimedState): Promise<void> {
  const { result, provenance, person, go } = timed;
  const changing = {
    status: timed.status,
    modifications: [...timed.modifications],
    modified: wasModified(timed),
    went_at: go && new Date(go.atMs),
    unit: result?.unit ?? null,
    value: result?.value ?? null,
    uncertainty_seconds: result?.uncertaintySeconds ?? null,
    ended_by: result?.endedBy ?? null,
    timed_by: result?.timedBy ?? null,
    final_value: timedValue(timed),
    amended_reason: timed.amended?.reason ?? null,
    void_reason: timed.voidReason,
    result: result && JSON.stringify(result),
    provenance: provenance && JSON.stringify(provenance),
  };
  await tx
    .insertInto('timed_test')
    .values({
      clinic_id: clinicId,
      id: timed.testId,
      encounter_id: encounterId,
      test: timed.test,
      side: timed.side,
      conditions: [...timed.conditions],
      falls: timed.falls,
      age_years: person?.ageYears ?? null,
      sex: person?.sex ?? null,
      armed_at: new Date(timed.armedAtMs),
      ...changing,
    })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'id']).doUpdateSet(changing))
    .execute();
}
