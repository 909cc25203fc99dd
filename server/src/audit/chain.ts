import { createHash } from 'node:crypto';

/** What is hashed of an audit entry, in this order. */
export interface ChainedEntry {
  clinic_id: string;
  seq: string;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  subject_id: string | null;
  outcome: string;
  address: string | null;
  why: string | null;
}

/** Before the first entry of a chain. */
export const FIRST_HASH = Buffer.alloc(32);

/** SHA-256 over the previous hash and the entry's canonical content. */
export function chainHash(previous: Buffer, entry: ChainedEntry): Buffer {
  const content = [
    entry.clinic_id,
    entry.seq,
    entry.at.toISOString(),
    entry.actor_kind,
    entry.actor_id,
    entry.action,
    entry.subject_id,
    entry.outcome,
    entry.address,
    // Entries of before there was a reason keep their hash.
    ...(entry.why === null ? [] : [entry.why]),
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest();
}
