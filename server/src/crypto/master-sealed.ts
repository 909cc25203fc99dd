import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';
import { open, seal } from './seal.ts';

/** A column that is sealed with the master key itself, and what the seal is about. */
interface MasterSealed {
  table: string;
  id: string;
  column: string;
  about: (id: string) => string;
}

/** Everything under the master key; whatever else is sealed stands under a key of these. A rotation seals them anew. */
const MASTER_SEALED: readonly MasterSealed[] = [
  { table: 'patient_key', id: 'patient_id', column: 'wrapped_key', about: (id) => `patient-key ${id}` },
  { table: 'referral', id: 'id', column: 'wrapped_key', about: (id) => `referral-key ${id}` },
  { table: 'totp', id: 'id', column: 'secret_sealed', about: (id) => `totp ${id}` },
];

/** Seals everything that stands under the master key with another one; returns how many. Throws where the former key does not open one. */
export async function sealAnew(tx: Tx, former: Buffer, next: Buffer): Promise<number> {
  let count = 0;
  for (const { table, id, column, about } of MASTER_SEALED) {
    const { rows } = await sql<{ id: string; sealed: Buffer }>`
      SELECT ${sql.ref(id)} AS id, ${sql.ref(column)} AS sealed FROM ${sql.table(table)}
      WHERE ${sql.ref(column)} IS NOT NULL FOR UPDATE`.execute(tx);
    for (const row of rows) {
      const sealed = seal(next, open(former, row.sealed, about(row.id)), about(row.id));
      await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${sealed} WHERE ${sql.ref(id)} = ${row.id}`.execute(
        tx,
      );
      count += 1;
    }
  }
  return count;
}

/** Whether a key is the one of this database; true where nothing is sealed yet. */
export async function isMasterKey(tx: Tx, key: Buffer): Promise<boolean> {
  for (const { table, id, column, about } of MASTER_SEALED) {
    const { rows } = await sql<{ id: string; sealed: Buffer }>`
      SELECT ${sql.ref(id)} AS id, ${sql.ref(column)} AS sealed FROM ${sql.table(table)}
      WHERE ${sql.ref(column)} IS NOT NULL LIMIT 1`.execute(tx);
    const [row] = rows;
    if (!row) continue;
    try {
      open(key, row.sealed, about(row.id));
    } catch {
      return false;
    }
  }
  return true;
}
