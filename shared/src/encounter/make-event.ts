import type { EventBody, EventType } from './bodies.ts';
import { CURRENT_VERSION, type DeviceEvent } from './events.ts';
import { next } from './next.ts';
import { EVENT_PARTIES, type Party } from './parties.ts';
import { SAMPLE_CORRECTIONS } from './sample-corrections.ts';
import { SAMPLE_PROVENANCE, SAMPLE_TIMED } from './sample-timed.ts';
import { EMPTY_STATE, type EncounterState } from './state.ts';

const SOME_ID = '00000000-0000-4000-8000-000000000001';

/** A plausible body for every event type, for tests. */
export const SAMPLE_BODIES: { [T in EventType]: EventBody<T> } = {
  'patient.arrived': { nameConfirmed: true, camera: true, microphone: true },
  'patient.left': {},
  'consent.given': { kind: 'landmark-track' },
  'consent.withdrawn': { kind: 'landmark-track' },
  'trial.recorded': {
    trialId: SOME_ID,
    result: {
      valueDegrees: 92,
      uncertaintyDegrees: 6,
      startDegrees: 12,
      minDegrees: 10,
      maxDegrees: 93,
      startMs: 0,
      peakMs: 3000,
      endMs: 6000,
      refusals: [],
      findings: [],
      poseFps: 15,
      side: 'right',
      setUp: { x: 0.5, y: 0.45, trunk: 0.25, yaw: 3, shape: 4 / 3 },
    },
    provenance: SAMPLE_PROVENANCE,
  },
  'repetition.recorded': {
    setId: SOME_ID,
    repetition: {
      index: 1,
      startMs: 0,
      peakMs: 1500,
      endMs: 3000,
      peakDegrees: 95,
      rangeDegrees: 88,
      uncertaintyDegrees: 7,
      tempo: [1.5, 0, 1.5, 0],
      validity: 'complete',
      reasons: [],
      findings: [],
      judged: [],
      confidence: null,
    },
    provenance: SAMPLE_PROVENANCE,
  },
  'measuring.reported': { trouble: 'too-slow' },
  'measuring.chosen': { by: 'therapist-browser', reason: 'too-slow' },
  'stop.pressed': { how: 'button' },
  'stop.resolved': { choice: 'end-set' },
  'patient.admitted': {},
  'patient.returned-to-waiting': {},
  'trial.armed': {
    trialId: SOME_ID,
    measurementId: SOME_ID,
    protocol: 'shoulder-abduction',
    side: 'right',
    irritable: false,
    screen: null,
    lastSetUp: null,
  },
  'trial.cancelled': { trialId: SOME_ID },
  'trial.kept': { trialId: SOME_ID },
  'trial.declined': { trialId: SOME_ID },
  'set.started': {
    setId: SOME_ID,
    exercise: 'squat',
    side: null,
    phase: 'functional',
    dosage: { repetitions: 8, tempo: null, targetDegrees: null },
  },
  'set.ended': { setId: SOME_ID },
  ...SAMPLE_CORRECTIONS,
  ...SAMPLE_TIMED,
  'display.changed': { degrees: true, skeleton: false },
  'visit.ended': {},
};

type EventOf<T extends EventType> = Extract<DeviceEvent, { type: T }>;

/** A test event of `type`; `body` and `envelope` override the sample. */
export function makeEvent<T extends EventType>(
  type: T,
  body: Partial<EventBody<T>> = {},
  envelope: Partial<Omit<DeviceEvent, 'type' | 'body'>> = {},
): EventOf<T> {
  return {
    id: '01890000-0000-7000-8000-000000000001',
    encounterId: SOME_ID,
    deviceId: SOME_ID,
    deviceSeq: 1,
    version: CURRENT_VERSION,
    happenedAt: { bootId: SOME_ID, monotonicMs: 1000, serverMs: 1_700_000_000_000, uncertaintyMs: 20 },
    ...envelope,
    type,
    body: { ...SAMPLE_BODIES[type], ...body },
  } as unknown as EventOf<T>;
}

/** The state after the events, each told by its actor, or by the first party that may; throws where one is refused. */
export function play(
  events: readonly (DeviceEvent & { actor?: Party })[],
  from: EncounterState = EMPTY_STATE,
): EncounterState {
  return events.reduce((state, event) => {
    const after = next(state, event, event.actor ?? EVENT_PARTIES[event.type][0] ?? 'therapist');
    if (!after.ok) throw new Error(`${event.type}: ${after.code}`);
    return after.state;
  }, from);
}
