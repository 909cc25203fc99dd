import { appendAudit, wasAudited } from '../audit/index.ts';
import type { Scope } from '../database/database.ts';
import type { Audits } from './registry.ts';

interface Asked {
  /** The name of the route or event, for what a refusal is called where the deed itself has no word. */
  name: string;
  audits: Audits;
  allowed: boolean;
  subjectId: string | null;
  address: string | null;
  why: string | null;
}

/** Writes what was asked for into the audit log, within the transaction it was done in; every refusal is written. */
export async function auditAsked(scope: Scope, asked: Asked): Promise<void> {
  const { name, audits, allowed, subjectId, address, why } = asked;
  const action = typeof audits === 'object' ? audits?.action : audits;
  if (!allowed) {
    await appendAudit(scope, { action: action ?? name, subjectId, address, outcome: 'refused' });
    return;
  }
  if (!action) return;
  const onceWithinMs = typeof audits === 'object' ? (audits?.onceWithinMs ?? 0) : 0;
  if (onceWithinMs > 0 && (await wasAudited(scope, { action, subjectId, address }, onceWithinMs))) return;
  await appendAudit(scope, { action, subjectId, address, why });
}
