import type { Look } from '@plumbline/shared/audit';
import { sql } from 'kysely';
import type { Scope } from '../database/database.ts';
import { subjectsOf } from './list.ts';

const MOST = 300;

/** Who of the staff used the record of the asking patient: by person, deed, ground and day, latest first. */
export async function readLooks(scope: Scope): Promise<Look[]> {
  const { tx, clinicId, actor } = scope;
  if (actor.kind !== 'patient-device') return [];
  const rows = await tx
    .selectFrom('audit_entry')
    .innerJoin('account', (join) =>
      join.onRef('account.clinic_id', '=', 'audit_entry.clinic_id').onRef('account.id', '=', 'audit_entry.actor_id'),
    )
    .select((select) => [
      'display_name',
      'roles',
      'action',
      'why',
      select.fn.countAll<string>().as('times'),
      select.fn.max('at').as('last_at'),
    ])
    .where('audit_entry.clinic_id', '=', clinicId)
    .where('actor_kind', '=', 'staff')
    .where('outcome', '=', 'done')
    .where('subject_id', 'in', await subjectsOf(scope, actor.patientId))
    .groupBy(['account.id', 'display_name', 'roles', 'action', 'why', sql`date_trunc('day', at AT TIME ZONE 'UTC')`])
    .orderBy('last_at', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    name: row.display_name,
    roles: row.roles,
    action: row.action,
    why: row.why,
    times: Number(row.times),
    lastAt: row.last_at.toISOString(),
  }));
}
