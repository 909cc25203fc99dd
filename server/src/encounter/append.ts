import {
  type AppendOutcome,
  type EncounterState,
  type EventEnvelope,
  eventEnvelope,
  type Party,
  parseDeviceEvent,
  upcastState,
} from '@plumbline/shared/encounter';
import { findUnfit } from '@plumbline/shared/http';
import type { Actor } from '@plumbline/shared/people';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { notFound } from '../problem.ts';
import type { AtEncounter } from '../registry/registry.ts';
import { contentHash } from './content-hash.ts';
import { judge } from './judge.ts';
import { project } from './project.ts';

/** A device may deliver this long after the end of the visit. */
const UPLOAD_MS = 30 * 86_400_000;

export interface Appended {
  outcomes: AppendOutcome[];
  serverSeq: number;
  before: EncounterState;
  after: EncounterState;
}

interface Locked {
  state: EncounterState;
  serverSeq: number;
  endedAt: Date | null;
}

export function partyOf(actor: Actor): Party {
  return actor.kind === 'patient-device' ? 'patient' : 'therapist';
}

/**
 * Stores events in the order given, each once, with what follows from them, in the scope's transaction. One outcome per
 * event; an error stores nothing of that event and does not stop the others.
 */
export async function appendEvents(
  scope: Scope,
  encounter: AtEncounter,
  sent: readonly unknown[],
  app: AppContext,
): Promise<Appended> {
  const { tx, clinicId } = scope;
  const row = await tx
    .selectFrom('encounter')
    .select(['state', 'server_seq', 'ended_at'])
    .where('clinic_id', '=', clinicId)
    .where('id', '=', encounter.encounterId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  const before = upcastState(row.state);
  const at: Locked = { state: before, serverSeq: row.server_seq, endedAt: row.ended_at };
  const outcomes: AppendOutcome[] = [];
  for (const one of sent) outcomes.push(await appendOne(scope, encounter, one, at, app));
  if (at.serverSeq > row.server_seq) {
    const { state } = at;
    await tx
      .updateTable('encounter')
      .set({
        state: JSON.stringify(state),
        status: state.status,
        server_seq: at.serverSeq,
        waiting_since: state.waitingSinceMs === null ? null : new Date(state.waitingSinceMs),
        ended_at: state.endedAtMs === null ? null : new Date(state.endedAtMs),
      })
      .where('clinic_id', '=', clinicId)
      .where('id', '=', encounter.encounterId)
      .execute();
    await project(scope, encounter.encounterId, before, state);
  }
  return { outcomes, serverSeq: at.serverSeq, before, after: at.state };
}

async function appendOne(
  scope: Scope,
  encounter: AtEncounter,
  sent: unknown,
  at: Locked,
  app: AppContext,
): Promise<AppendOutcome> {
  const unfit = findUnfit(sent);
  if (unfit) return refusal(idOf(sent), { code: 'malformed', path: unfit.join('.').slice(0, 200) || 'event' });
  const parsed = eventEnvelope.safeParse(sent);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') || 'event';
    return refusal(idOf(sent), { code: 'malformed', path });
  }
  const envelope = parsed.data;
  if (envelope.encounterId !== encounter.encounterId)
    return refusal(envelope.id, { code: 'other-encounter', path: 'encounterId' });
  if (!(await isOwnDevice(scope, encounter, envelope.deviceId))) {
    return refusal(envelope.id, { code: 'not-your-device', path: 'deviceId' });
  }
  const nowMs = app.clock.nowMs();
  if (at.endedAt && nowMs > at.endedAt.getTime() + UPLOAD_MS) return refusal(envelope.id, { code: 'too-late' });
  const hash = contentHash(envelope);
  const known = await findEvent(scope, envelope.id);
  if (known) {
    if (!known.content_hash.equals(hash)) return refusal(envelope.id, { code: 'conflict', path: 'id' });
    return {
      outcome: 'stored',
      id: envelope.id,
      serverSeq: known.server_seq,
      disposition: known.disposition,
      reason: known.reason,
    };
  }
  const expected = (await lastDeviceSeq(scope, encounter.encounterId, envelope.deviceId)) + 1;
  if (envelope.deviceSeq > expected) return { ...refusal(envelope.id, { code: 'gap', path: 'deviceSeq' }), expected };
  if (envelope.deviceSeq < expected) {
    return { ...refusal(envelope.id, { code: 'conflict', path: 'deviceSeq' }), expected };
  }
  return store(scope, envelope, hash, at, nowMs);
}

async function store(
  { tx, clinicId, actor }: Scope,
  envelope: EventEnvelope,
  hash: Buffer,
  at: Locked,
  nowMs: number,
): Promise<AppendOutcome> {
  const typed = parseDeviceEvent(envelope);
  const judged = typed.ok
    ? judge(at.state, typed.event, partyOf(actor), nowMs)
    : { disposition: 'refused' as const, reason: `${typed.code}:${typed.path}`.slice(0, 200), state: at.state };
  const serverSeq = at.serverSeq + 1;
  await tx
    .insertInto('event')
    .values({
      clinic_id: clinicId,
      encounter_id: envelope.encounterId,
      server_seq: serverSeq,
      id: envelope.id,
      device_id: envelope.deviceId,
      device_seq: envelope.deviceSeq,
      type: envelope.type,
      version: envelope.version,
      happened_at: JSON.stringify(envelope.happenedAt),
      // A body we cannot read is not kept: it may hold anything.
      body: JSON.stringify(typed.ok ? envelope.body : {}),
      content_hash: hash,
      actor: partyOf(actor),
      disposition: judged.disposition,
      reason: judged.reason,
      received_at: new Date(nowMs),
    })
    .execute();
  at.serverSeq = serverSeq;
  at.state = judged.state;
  return { outcome: 'stored', id: envelope.id, serverSeq, disposition: judged.disposition, reason: judged.reason };
}

function refusal(id: string, error: { code: string; path?: string }): Extract<AppendOutcome, { outcome: 'error' }> {
  return { outcome: 'error', id, error };
}

function idOf(sent: unknown): string {
  const id = typeof sent === 'object' && sent !== null ? (sent as { id?: unknown }).id : undefined;
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : '';
}

async function isOwnDevice({ tx, clinicId, actor }: Scope, encounter: AtEncounter, deviceId: string): Promise<boolean> {
  if (actor.kind === 'patient-device') return deviceId === actor.deviceId && encounter.deviceIds.includes(deviceId);
  if (actor.kind !== 'staff') return false;
  const row = await tx
    .selectFrom('device')
    .select('id')
    .where('clinic_id', '=', clinicId)
    .where('id', '=', deviceId)
    .where('account_id', '=', actor.accountId)
    .executeTakeFirst();
  return row !== undefined;
}

function findEvent({ tx, clinicId }: Scope, id: string) {
  return tx
    .selectFrom('event')
    .select(['server_seq', 'disposition', 'reason', 'content_hash'])
    .where('clinic_id', '=', clinicId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The highest number stored of a device in an encounter; 0 before the first. */
export async function lastDeviceSeq({ tx, clinicId }: Scope, encounterId: string, deviceId: string): Promise<number> {
  const row = await tx
    .selectFrom('event')
    .select((select) => select.fn.max('device_seq').as('last'))
    .where('clinic_id', '=', clinicId)
    .where('encounter_id', '=', encounterId)
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
  return row?.last ?? 0;
}
