import { sql } from 'kysely';
import type { Scope } from '../database/database.ts';

/** A row as JSON; bytes are left out, they are hashes of secrets or sealed. */
export type Row = Record<string, unknown>;

interface Arrow {
  child: string;
  column: string;
  parent: string;
}

/** Says whose the patient's data are, but is not the patient's own; a referral is of two clinics and read by its own rule. */
const NOT_FOLLOWED = new Set(['clinic', 'account', 'site', 'staff_session', 'referral']);

/**
 * Every row of every table that belongs to a patient: found by the foreign keys from `patient` on, so that a table that
 * is added later is in it by itself.
 */
export async function rowsOfPatient(scope: Scope, patientId: string): Promise<Map<string, Row[]>> {
  const arrows = await arrowsBetweenTables(scope);
  const found = new Map<string, Row[]>([['patient', await rowsWhere(scope, 'patient', [['id', [patientId]]])]]);
  // A table may be reached over several others; each is asked once all that lead to it have been.
  for (const table of inOrder(arrows)) {
    const leading = arrows
      .filter(({ child, parent }) => child === table && found.has(parent))
      .map(({ column, parent }): [string, string[]] => [column, idsOf(found.get(parent) ?? [])])
      .filter(([, ids]) => ids.length > 0);
    if (leading.length > 0) found.set(table, await rowsWhere(scope, table, leading));
  }
  return found;
}

/** Which column of a table holds the id of a row of another (beside the clinic's). */
async function arrowsBetweenTables({ tx }: Scope): Promise<Arrow[]> {
  const { rows } = await sql<Arrow>`
    SELECT child.relname AS child, attname AS column, parent.relname AS parent
    FROM pg_constraint
    JOIN pg_class AS child ON child.oid = conrelid
    JOIN pg_class AS parent ON parent.oid = confrelid
    JOIN pg_namespace ON pg_namespace.oid = child.relnamespace AND nspname = 'public'
    JOIN LATERAL unnest(conkey) AS key ON true
    JOIN pg_attribute ON attrelid = conrelid AND attnum = key
    WHERE contype = 'f' AND conrelid <> confrelid AND attname <> 'clinic_id'`.execute(tx);
  return rows.filter(({ child, parent }) => !NOT_FOLLOWED.has(child) && !NOT_FOLLOWED.has(parent));
}

/** Tables below `patient`, each after the ones that lead to it. */
function inOrder(arrows: readonly Arrow[]): string[] {
  const below = new Set(['patient']);
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const { child, parent } of arrows) if (below.has(parent)) below.add(child);
  }
  const ordered = ['patient'];
  const left = [...below].filter((table) => table !== 'patient');
  while (left.length > 0) {
    const at = left.findIndex((table) =>
      arrows.every(({ child, parent }) => child !== table || !below.has(parent) || ordered.includes(parent)),
    );
    ordered.push(...left.splice(Math.max(at, 0), 1));
  }
  return ordered.slice(1);
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}

async function rowsWhere(
  { tx, clinicId }: Scope,
  table: string,
  leading: readonly (readonly [string, string[]])[],
): Promise<Row[]> {
  const any = leading.map(([column, ids]) => sql`${sql.ref(column)} = ANY (${ids}::uuid[])`);
  const { rows } = await sql<{ row: Row; bytes: string[] }>`
    SELECT to_jsonb(t) AS row, ${bytesOf(table)} AS bytes FROM ${sql.table(table)} AS t
    WHERE clinic_id = ${clinicId} AND (${sql.join(any, sql` OR `)})`.execute(tx);
  return rows.map(({ row, bytes }) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !bytes?.includes(name))),
  );
}

function bytesOf(table: string) {
  return sql`(SELECT array_agg(attname::text) FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND atttypid = 'bytea'::regtype AND attnum > 0)`;
}
