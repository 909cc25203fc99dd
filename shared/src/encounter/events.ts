import { z } from 'zod';
import { EVENT_BODIES, EVENT_TYPES, type EventBody, type EventType } from './bodies.ts';
import { happenedAt } from './happened-at.ts';

/** The envelope a device sends; its body is checked against its type afterwards, so that one bad body spoils no other event. */
export const eventEnvelope = z.strictObject({
  id: z.uuidv7(),
  encounterId: z.uuid(),
  deviceId: z.uuid(),
  /** 1, 2, 3 … without gaps, per device and encounter. */
  deviceSeq: z.int().positive().max(2_147_483_647),
  type: z.string().max(60),
  version: z.int().positive().max(1_000),
  happenedAt,
  body: z.record(z.string(), z.unknown()),
});
export type EventEnvelope = z.infer<typeof eventEnvelope>;

/** An event as made on a device, its body typed. */
export type DeviceEvent = {
  [T in EventType]: Omit<EventEnvelope, 'type' | 'body'> & { type: T; body: EventBody<T> };
}[EventType];

/** applied: it changed the state. refused: it could not (`reason` says why), kept so that numbering has no gap. quarantined: it came late and happened outside the device's time in the visit; the therapist sees it. */
export const disposition = z.enum(['applied', 'refused', 'quarantined']);
export type Disposition = z.infer<typeof disposition>;

export const storedEvent = z.strictObject({
  ...eventEnvelope.shape,
  serverSeq: z.int().positive(),
  receivedAt: z.iso.datetime(),
  actor: z.enum(['therapist', 'patient']),
  disposition,
  reason: z.string().nullable(),
});
export type StoredEvent = z.infer<typeof storedEvent>;

export const CURRENT_VERSION = 1;

/** Returns the event with its body typed, or the path of the first field that is wrong. */
export function parseDeviceEvent(
  envelope: EventEnvelope,
): { ok: true; event: DeviceEvent } | { ok: false; code: string; path: string } {
  if (!EVENT_TYPES.includes(envelope.type as EventType)) return { ok: false, code: 'unknown-type', path: 'type' };
  if (envelope.version !== CURRENT_VERSION) return { ok: false, code: 'unknown-version', path: 'version' };
  const parsed = EVENT_BODIES[envelope.type as EventType].safeParse(envelope.body);
  if (parsed.success) return { ok: true, event: { ...envelope, body: parsed.data } as DeviceEvent };
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  return { ok: false, code: 'malformed-body', path: path ? `body.${path}` : 'body' };
}
