import type { Actor } from '@plumbline/shared/people';
import type { Scope } from '../database/database.ts';
import { chainHash, FIRST_HASH } from './chain.ts';

export interface AuditFact {
  action: string;
  /** The encounter, patient or account it is about. */
  subjectId: string | null;
  address: string | null;
  outcome?: 'done' | 'refused';
  /** A code, such as the reason picked; never free text. */
  why?: string | null;
}

/** Appends one entry to the clinic's chain, in the transaction of what it tells of. */
export async function appendAudit({ tx, clinicId, actor }: Scope, fact: AuditFact): Promise<void> {
  const head = await tx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('clinic_id', '=', clinicId)
    .forUpdate()
    .executeTakeFirst();
  const entry = {
    clinic_id: clinicId,
    seq: String(Number(head?.seq ?? 0) + 1),
    at: new Date(),
    actor_kind: actor.kind,
    actor_id: actorId(actor),
    action: fact.action,
    subject_id: fact.subjectId,
    outcome: fact.outcome ?? 'done',
    address: fact.address,
    why: fact.why ?? null,
  };
  const hash = chainHash(head?.hash ?? FIRST_HASH, entry);
  await tx
    .insertInto('audit_entry')
    .values({ ...entry, hash })
    .execute();
  const next = { clinic_id: clinicId, seq: entry.seq, hash };
  await tx
    .insertInto('audit_head')
    .values(next)
    .onConflict((conflict) => conflict.column('clinic_id').doUpdateSet({ seq: entry.seq, hash }))
    .execute();
}

/** Whether the same was done by the same about the same, from the same address, within that time. */
export async function wasAudited(
  { tx, clinicId, actor }: Scope,
  { action, subjectId, address }: AuditFact,
  withinMs: number,
): Promise<boolean> {
  const id = actorId(actor);
  const row = await tx
    .selectFrom('audit_entry')
    .select('seq')
    .where('clinic_id', '=', clinicId)
    .where('subject_id', subjectId === null ? 'is' : '=', subjectId)
    .where('at', '>', new Date(Date.now() - withinMs))
    .where('actor_id', id === null ? 'is' : '=', id)
    .where('action', '=', action)
    .where('address', address === null ? 'is' : '=', address)
    .where('outcome', '=', 'done')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function actorId(actor: Actor): string | null {
  if (actor.kind === 'staff' || actor.kind === 'enrolling') return actor.accountId;
  return actor.kind === 'patient-device' ? actor.deviceId : null;
}
