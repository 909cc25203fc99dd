import { v7 as uuid } from 'uuid';
import type { Scope } from '../database/database.ts';
import type { Moved } from '../database/tables.ts';

/** Tables whose rows go with the patient in a merge. The others that name a patient stay: keys, profiles, names, openings of the chart, referrals and care are a record of their own. */
// Episodes first: whoever plans a visit in one holds it, and is waited for.
const MOVED_TABLES = {
  episodes: 'episode',
  encounters: 'encounter',
  appointments: 'appointment',
  devices: 'device',
} as const;

type MovedRows = Pick<Moved, keyof typeof MOVED_TABLES | 'closedEpisode'>;

/** Gives one patient's rows to another and says which they were. An episode that is open is closed where the other patient has an open one. */
export async function moveRecords(scope: Scope, from: string, to: string, now: Date): Promise<MovedRows> {
  const { tx, clinicId } = scope;
  const open = await openEpisode(scope, from);
  const closedEpisode = open && (await openEpisode(scope, to)) ? open : null;
  if (closedEpisode) await setClosed(scope, closedEpisode, now);
  const moved: MovedRows = { encounters: [], appointments: [], episodes: [], devices: [], closedEpisode };
  for (const [kind, table] of Object.entries(MOVED_TABLES) as [keyof typeof MOVED_TABLES, 'encounter'][]) {
    const rows = await tx
      .updateTable(table)
      .set({ patient_id: to })
      .where('clinic_id', '=', clinicId)
      .where('patient_id', '=', from)
      .returning('id')
      .execute();
    moved[kind] = rows.map(({ id }) => id);
  }
  return moved;
}

/** Gives back what `moveRecords` moved. An episode in which the other patient has been treated since stays with them; the one it came from has an open episode in any case. */
export async function moveRecordsBack(scope: Scope, moved: MovedRows, from: string, to: string, now: Date) {
  const { tx, clinicId } = scope;
  const inUse = await tx
    .selectFrom('encounter')
    .select('episode_id')
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', from)
    .$if(moved.encounters.length > 0, (query) => query.where('id', 'not in', moved.encounters))
    .execute();
  const kept = new Set(inUse.map(({ episode_id }) => episode_id));
  const back = { ...moved, episodes: moved.episodes.filter((id) => !kept.has(id)) };
  for (const [kind, table] of Object.entries(MOVED_TABLES) as [keyof typeof MOVED_TABLES, 'encounter'][]) {
    if (back[kind].length === 0) continue;
    await tx
      .updateTable(table)
      .set({ patient_id: to })
      .where('clinic_id', '=', clinicId)
      .where('id', 'in', back[kind])
      .execute();
  }
  if (moved.closedEpisode && back.episodes.includes(moved.closedEpisode))
    await setClosed(scope, moved.closedEpisode, null);
  for (const patientId of [from, to]) {
    if (await openEpisode(scope, patientId)) continue;
    await tx
      .insertInto('episode')
      .values({ clinic_id: clinicId, id: uuid(), patient_id: patientId, opened_at: now, closed_at: null })
      .execute();
  }
}

async function openEpisode({ tx, clinicId }: Scope, patientId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('episode')
    .select('id')
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

function setClosed({ tx, clinicId }: Scope, id: string, closed_at: Date | null) {
  return tx.updateTable('episode').set({ closed_at }).where('clinic_id', '=', clinicId).where('id', '=', id).execute();
}
