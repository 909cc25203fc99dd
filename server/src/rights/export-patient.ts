import { strToU8, zipSync } from 'fflate';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { readSegment } from '../encounter/index.ts';
import { listOpeningsOf, listReferralsOf, nameOf, readProfile } from '../people/index.ts';
import { Download } from '../registry/registry.ts';
import { rowsOfPatient } from './patient-rows.ts';

const README = `This archive holds everything that the clinic keeps of one person.

patient.json   name and profile
referrals.json letters with which care was passed on, and the answers
openings.json  who opened the chart without caring for the person, and why
data/          one file per kind of record; times are in UTC, angles in degrees
audit.json     who read or changed it, when
tracks/        landmarks of the body as the camera measured them (points, no pictures), in the program's own format
`;

/** Everything that is kept of a patient as one zip: JSON by kind of record, opened texts, landmark tracks, who looked at it. */
export async function exportPatient(scope: Scope, patientId: string, app: AppContext): Promise<Download> {
  const rows = await rowsOfPatient(scope, patientId);
  const files: Record<string, Uint8Array> = {
    'README.txt': strToU8(README),
    'patient.json': json({
      displayName: await nameOf(scope, app, patientId),
      ...(await readProfile(scope, app, patientId)),
    }),
    'referrals.json': json(await listReferralsOf(scope, app, patientId)),
    'openings.json': json(await listOpeningsOf(scope, app, patientId)),
    'audit.json': json(await auditOf(scope, [patientId, ...idsIn(rows, 'encounter')])),
  };
  for (const [table, all] of rows) files[`data/${table}.json`] = json(all);
  for (const segment of rows.get('segment') ?? []) {
    const [id, encounterId] = [String(segment.id), String(segment.encounter_id)];
    const bytes = await readSegment(scope, { encounterId, patientId }, id, app);
    if (bytes) files[`tracks/${encounterId}/${id}.track`] = bytes;
  }
  return new Download(`patient-${patientId}.zip`, 'application/zip', zipSync(files, { level: 6 }));
}

function json(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 1)}\n`);
}

function idsIn(rows: Map<string, { id?: unknown }[]>, table: string): string[] {
  return (rows.get(table) ?? []).map(({ id }) => String(id));
}

async function auditOf({ tx, clinicId }: Scope, subjectIds: readonly string[]) {
  const entries = await tx
    .selectFrom('audit_entry')
    .select(['at', 'actor_kind', 'actor_id', 'action', 'subject_id', 'outcome', 'why'])
    .where('clinic_id', '=', clinicId)
    .where('subject_id', 'in', [...subjectIds])
    .orderBy('seq')
    .execute();
  return entries;
}
