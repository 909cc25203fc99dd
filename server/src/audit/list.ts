import type { AuditEntry, AuditFilters } from '@plumbline/shared/audit';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { lookUpNames } from './subjects.ts';

/** The clinic's entries that fit the filters, latest first, and whether there are more. */
export async function readEntries(
  scope: Scope,
  app: AppContext,
  { before, ...filters }: AuditFilters & { before?: number | undefined },
  limit: number,
): Promise<{ entries: AuditEntry[]; more: boolean }> {
  const { tx, clinicId } = scope;
  let query = tx.selectFrom('audit_entry').selectAll().where('clinic_id', '=', clinicId);
  if (before !== undefined) query = query.where('seq', '<', String(before));
  if (filters.from) query = query.where('at', '>=', new Date(filters.from));
  if (filters.to) query = query.where('at', '<', new Date(filters.to));
  if (filters.accountId) query = query.where('actor_id', '=', filters.accountId);
  if (filters.action) query = query.where('action', '=', filters.action);
  if (filters.outcome) query = query.where('outcome', '=', filters.outcome);
  if (filters.patientId) query = query.where('subject_id', 'in', await subjectsOf(scope, filters.patientId));
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const ids = page.flatMap(({ actor_id, subject_id }) => [actor_id, subject_id]).filter((id) => id !== null);
  const names = await lookUpNames(scope, app, ids);
  const entries = page.map(
    (row): AuditEntry => ({
      seq: Number(row.seq),
      at: row.at.toISOString(),
      actor: names.actor(row.actor_kind, row.actor_id),
      action: row.action,
      subject: names.subject(row.subject_id),
      outcome: row.outcome,
      address: row.address,
      why: row.why,
    }),
  );
  return { entries, more: rows.length > limit };
}

/** The ids under which a patient stands in the log: their own and those of their encounters. */
export async function subjectsOf({ tx, clinicId }: Scope, patientId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('encounter')
    .select('id')
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .execute();
  return [patientId, ...rows.map(({ id }) => id)];
}

/** What the filters may be set to: the clinic's staff, and every deed that stands in its log. */
export async function readChoices({ tx, clinicId }: Scope) {
  const accounts = await tx
    .selectFrom('account')
    .select(['id as accountId', 'display_name as displayName'])
    .where('clinic_id', '=', clinicId)
    .orderBy('display_name')
    .execute();
  const actions = await tx
    .selectFrom('audit_entry')
    .select('action')
    .distinct()
    .where('clinic_id', '=', clinicId)
    .orderBy('action')
    .execute();
  return { accounts, actions: actions.map(({ action }) => action) };
}
