import type { Tx } from '../database/database.ts';
import { chainHash, FIRST_HASH } from './chain.ts';

export type AuditVerdict =
  | { whole: true; entries: number }
  /** `seq` is the first entry that is not as it was written, or missing. */
  | { whole: false; seq: number; why: 'changed' | 'missing' | 'tail-cut' };

/** Walks a clinic's chain. `anchor` is a head known from outside the database: without one, a cut tail goes unseen. */
export async function verifyAudit(
  tx: Tx,
  clinicId: string,
  anchor?: { seq: number; hash: Buffer },
): Promise<AuditVerdict> {
  const rows = await tx
    .selectFrom('audit_entry')
    .selectAll()
    .where('clinic_id', '=', clinicId)
    .orderBy('seq')
    .execute();
  let previous: Buffer = FIRST_HASH;
  for (const [i, row] of rows.entries()) {
    const seq = i + 1;
    if (Number(row.seq) !== seq) return { whole: false, seq, why: 'missing' };
    const expected = chainHash(previous, row);
    if (!expected.equals(row.hash)) return { whole: false, seq, why: 'changed' };
    if (anchor?.seq === seq && !anchor.hash.equals(row.hash)) return { whole: false, seq, why: 'changed' };
    previous = row.hash;
  }
  if (anchor && rows.length < anchor.seq) return { whole: false, seq: rows.length + 1, why: 'tail-cut' };
  return { whole: true, entries: rows.length };
}
