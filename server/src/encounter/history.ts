import {
  EMPTY_STATE,
  type EncounterState,
  type PastValue,
  pastValuesOf,
  type Series,
  seriesOf,
  upcastState,
} from '@plumbline/shared/encounter';
import { sql } from 'kysely';
import type { Scope } from '../database/database.ts';
import type { AtEncounter } from '../registry/registry.ts';

/** What was measured in the other encounters of this encounter's patient in this clinic. */
export async function readHistory(
  { tx, clinicId }: Scope,
  { encounterId, patientId }: AtEncounter,
): Promise<{ series: Series[] }> {
  const rows = await tx
    .selectFrom('encounter')
    .select([
      'id',
      // The ledgers, which are most of a state, stay where they are.
      sql<EncounterState['trials'] | null>`state -> 'trials'`.as('trials'),
      sql<EncounterState['values'] | null>`state -> 'values'`.as('values'),
    ])
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .where('id', '!=', encounterId)
    .execute();
  const values = rows.flatMap(({ id, trials, values }): PastValue[] =>
    pastValuesOf(id, upcastState({ ...EMPTY_STATE, trials: trials ?? [], values: values ?? [] })),
  );
  return { series: seriesOf(values) };
}
