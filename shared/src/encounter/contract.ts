import { z } from 'zod';
import { problem, route } from '../http/route.ts';
import { disposition, eventEnvelope, storedEvent } from './events.ts';
import { series } from './series.ts';
import type { EncounterState } from './state.ts';

const encounterId = z.strictObject({ encounterId: z.uuid() });

/** The state is folded by `next`, on both sides; here it is passed through as made by the server. */
const encounterState = z.custom<EncounterState>((value) => typeof value === 'object' && value !== null);

/** Who is connected now: `socket` to our server, `media` to the video room (told by LiveKit). */
export const presence = z.strictObject({
  patient: z.strictObject({ socket: z.boolean(), media: z.boolean() }),
  therapist: z.strictObject({ socket: z.boolean(), media: z.boolean() }),
});
export type Presence = z.infer<typeof presence>;

export const encounterSnapshot = z.strictObject({
  encounterId: z.uuid(),
  you: z.enum(['therapist', 'patient']),
  /** Whether the asker holds the visit, takes part in it as the patient, or only reads the chart it belongs to. */
  role: z.enum(['conductor', 'attendee', 'reader']),
  /** The patient on the day of the visit, for norms; null for whoever reads as the patient, and where the profile does not say. */
  person: z.strictObject({ ageYears: z.int(), sex: z.enum(['male', 'female']) }).nullable(),
  /** The state after `serverSeq`. */
  serverSeq: z.int().nonnegative(),
  state: encounterState,
  patientName: z.string(),
  therapistName: z.string(),
  clinicName: z.string(),
  startsAt: z.iso.datetime(),
  timeZone: z.string(),
  presence,
  /** Highest number stored for the asking device, so that a wiped device goes on without a gap. */
  yourDeviceSeq: z.int().nonnegative(),
});
export type EncounterSnapshot = z.infer<typeof encounterSnapshot>;

export const getEncounter = route({
  name: 'encounter.get',
  method: 'GET',
  path: '/api/encounters/:encounterId',
  params: encounterId,
  response: encounterSnapshot,
});

export const listEvents = route({
  name: 'encounter.list-events',
  method: 'GET',
  path: '/api/encounters/:encounterId/events',
  params: encounterId,
  query: z.strictObject({ since: z.coerce.number().int().nonnegative().max(2_147_483_647) }),
  response: z.strictObject({ events: z.array(storedEvent), serverSeq: z.int().nonnegative(), more: z.boolean() }),
});

/** The record of an encounter's patient across their other encounters in this clinic: every measurement, by what may be looked at together, in the order of time. */
export const getHistory = route({
  name: 'encounter.history',
  method: 'GET',
  path: '/api/encounters/:encounterId/history',
  params: encounterId,
  response: z.strictObject({ series: z.array(series) }),
});

/** One outcome per event sent, in order. `stored` also answers a repeat; `error` stores nothing (`gap`: send from `expected`; `conflict`: the id is known with another body). */
export const appendOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('stored'),
    id: z.uuid(),
    serverSeq: z.int().positive(),
    disposition,
    reason: z.string().nullable(),
  }),
  z.strictObject({
    outcome: z.literal('error'),
    id: z.string(),
    error: problem,
    expected: z.int().positive().optional(),
  }),
]);
export type AppendOutcome = z.infer<typeof appendOutcome>;

/** Envelopes are parsed one by one, so that a malformed one spoils no other. The same over HTTP and as socket event `encounter.append`. */
export const appendEvents = route({
  name: 'encounter.append',
  method: 'POST',
  path: '/api/encounters/:encounterId/events',
  params: encounterId,
  body: z.strictObject({ events: z.array(z.unknown()).min(1).max(100) }),
  response: z.strictObject({ outcomes: z.array(appendOutcome) }),
});
export { eventEnvelope };

/** A LiveKit token for one room, one identity, at most 60 s to join; every full reconnect asks again. The patient must be admitted. */
export const askForMedia = route({
  name: 'encounter.media',
  method: 'POST',
  path: '/api/encounters/:encounterId/media',
  params: encounterId,
  body: z.strictObject({}),
  response: z.strictObject({
    /** Path on our own origin that LiveKit's signalling is proxied under, e.g. `/livekit`. */
    path: z.string(),
    token: z.string(),
    identity: z.string(),
  }),
});

/** At most 10 s of landmark track: the codec's bytes in base64, hashed; needs the patient's `landmark-track` consent. Idempotent by `segmentId`. */
export const storeSegment = route({
  name: 'encounter.store-segment',
  method: 'PUT',
  path: '/api/encounters/:encounterId/segments/:segmentId',
  params: z.strictObject({ encounterId: z.uuid(), segmentId: z.uuid() }),
  body: z.strictObject({
    startMs: z.number(),
    endMs: z.number(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.base64().max(1_000_000),
  }),
  response: z.strictObject({ segmentId: z.uuid() }),
});

/** Socket: client → server. Acknowledged with an `Answer`. */
export const SOCKET_EVENTS = {
  /** Join the wake-ups of one encounter. */
  'encounter.watch': z.strictObject({ encounterId: z.uuid() }),
  'encounter.append': z.strictObject({ encounterId: z.uuid(), events: z.array(z.unknown()).min(1).max(100) }),
  /** Answers `{serverMs}`: the device estimates its offset and error from the round trip. */
  'clock.ask': z.strictObject({}),
} as const;

/** Socket: server → client. Wake-ups only: fetch what changed. */
export const WAKE_UPS = {
  'encounter.changed': z.strictObject({ encounterId: z.uuid(), serverSeq: z.int().nonnegative() }),
  'encounter.presence': z.strictObject({ encounterId: z.uuid(), presence }),
  /** This device no longer has a place in the visit's video room (removed, or the room moved): ask for media again. */
  'encounter.media-moved': z.strictObject({ encounterId: z.uuid() }),
} as const;

/** Lossy data topic in the video room that carries the codec's live packets. */
export const LIVE_TOPIC = 'landmarks';
