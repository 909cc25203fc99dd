import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';
import { chainHash, FIRST_HASH } from './chain.ts';

/** A head of the chain as it was noted outside the database. */
export interface Anchor {
  seq: number;
  hash: Buffer;
}

export type AuditVerdict =
  | { whole: true; entries: number; hash: Buffer }
  /**
   * `seq` is the first entry that is not as it was written. `changed`: its content is another; `missing`: it is not
   * there; `rewritten`: the chain fits together and is not the one that was anchored; `tail-cut`: entries after it are gone.
   */
  | { whole: false; seq: number; why: 'changed' | 'missing' | 'rewritten' | 'tail-cut' };

const PAGE = 5_000;

/** Walks a clinic's chain. Without anchors a chain that was rewritten or cut with all its hashes goes unseen. */
export async function verifyAudit(tx: Tx, clinicId: string, anchors: readonly Anchor[] = []): Promise<AuditVerdict> {
  // The head first: the log may grow while it is read.
  const head = await readHead(tx, clinicId);
  const noted = [...anchors, ...(head ? [head] : [])];
  const hashesAt = new Map<number, Buffer[]>();
  for (const { seq, hash } of noted) hashesAt.set(seq, [...(hashesAt.get(seq) ?? []), hash]);
  let previous: Buffer = FIRST_HASH;
  let last = 0;
  for (let page = await readPage(tx, clinicId, 0); page.length > 0; page = await readPage(tx, clinicId, last)) {
    for (const row of page) {
      const seq = last + 1;
      if (Number(row.seq) !== seq) return { whole: false, seq, why: 'missing' };
      if (!chainHash(previous, row).equals(row.hash)) return { whole: false, seq, why: 'changed' };
      const anchored = hashesAt.get(seq) ?? [];
      if (anchored.some((hash) => !hash.equals(row.hash))) return { whole: false, seq, why: 'rewritten' };
      previous = row.hash;
      last = seq;
    }
  }
  if (noted.some(({ seq }) => seq > last)) return { whole: false, seq: last + 1, why: 'tail-cut' };
  const headNow = await readHead(tx, clinicId);
  if (last > (headNow?.seq ?? 0)) return { whole: false, seq: last, why: 'rewritten' };
  return { whole: true, entries: last, hash: previous };
}

async function readHead(tx: Tx, clinicId: string): Promise<Anchor | null> {
  const row = await tx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('clinic_id', '=', clinicId)
    .executeTakeFirst();
  return row ? { seq: Number(row.seq), hash: row.hash } : null;
}

/** In the order of their numbers; the first page holds whatever comes before 1, too. */
function readPage(tx: Tx, clinicId: string, after: number) {
  return tx
    .selectFrom('audit_entry')
    .selectAll()
    .where('clinic_id', '=', clinicId)
    .where(after === 0 ? sql<boolean>`true` : sql<boolean>`seq > ${after}`)
    .orderBy('seq')
    .limit(PAGE)
    .execute();
}
