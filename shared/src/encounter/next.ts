import type { EventType } from './bodies.ts';
import type { DeviceEvent } from './events.ts';
import type { EncounterState, SetState, TrialState } from './state.ts';

export type Party = 'therapist' | 'patient';

/** Who may tell which event. */
export const EVENT_PARTIES: Record<EventType, readonly Party[]> = {
  'patient.arrived': ['patient'],
  'patient.left': ['patient'],
  'consent.given': ['patient'],
  'consent.withdrawn': ['patient'],
  'trial.recorded': ['patient', 'therapist'],
  'repetition.recorded': ['patient', 'therapist'],
  'stop.pressed': ['patient', 'therapist'],
  'stop.resolved': ['patient', 'therapist'],
  'patient.admitted': ['therapist'],
  'patient.returned-to-waiting': ['therapist'],
  'trial.armed': ['therapist'],
  'trial.cancelled': ['therapist'],
  'trial.kept': ['therapist'],
  'trial.declined': ['therapist'],
  'set.started': ['therapist'],
  'set.ended': ['therapist'],
  'display.changed': ['therapist'],
  'visit.ended': ['therapist'],
};

/** What a device measured stays true however late it arrives; everything else needs the visit to be still going on. */
const FACTS: readonly EventType[] = ['trial.recorded', 'repetition.recorded', 'stop.pressed', 'consent.withdrawn'];

export type Next = { ok: true; state: EncounterState } | { ok: false; code: string };

const refuse = (code: string): Next => ({ ok: false, code });
const accept = (state: EncounterState): Next => ({ ok: true, state });

/** Whether an event is a fact, which is kept even when it comes after the end. */
export function isFact(type: EventType): boolean {
  return FACTS.includes(type);
}

/** The encounter's state machine: what the state is after `event`, or the code of why it cannot be. Pure; never throws. */
export function next(state: EncounterState, event: DeviceEvent, by: Party): Next {
  if (!EVENT_PARTIES[event.type].includes(by)) return refuse('not-yours');
  if (state.status === 'ended' && !isFact(event.type)) return refuse('ended');
  const atMs = event.happenedAt.serverMs;
  switch (event.type) {
    case 'patient.arrived': {
      const arrival = { camera: event.body.camera, microphone: event.body.microphone };
      if (state.status === 'open') return accept({ ...state, arrival });
      return accept({ ...state, arrival, status: 'waiting', waitingSinceMs: state.waitingSinceMs ?? atMs });
    }
    case 'patient.left':
      if (state.status !== 'waiting') return refuse('not-waiting');
      return accept({ ...state, status: 'planned', waitingSinceMs: null });
    case 'consent.given':
      return accept({ ...state, consents: [...new Set([...state.consents, event.body.kind])] });
    case 'consent.withdrawn':
      return accept({ ...state, consents: state.consents.filter((kind) => kind !== event.body.kind) });
    case 'patient.admitted':
      if (state.status === 'open') return accept(state);
      if (state.status !== 'waiting') return refuse('nobody-waits');
      return accept({ ...state, status: 'open', admittedAtMs: state.admittedAtMs ?? atMs });
    case 'patient.returned-to-waiting':
      if (state.status !== 'open') return refuse('not-open');
      return accept({ ...halt(state, 'stopped', atMs), status: 'waiting', waitingSinceMs: atMs });
    case 'visit.ended':
      return accept({ ...halt(state, 'ended', atMs), status: 'ended', endedAtMs: atMs, waitingSinceMs: null });
    case 'display.changed':
      return accept({ ...state, display: event.body });
    case 'stop.pressed':
      if (state.status === 'ended') return accept(state);
      return accept({ ...halt(state, 'stopped', atMs), stop: { by, how: event.body.how, atMs } });
    case 'stop.resolved':
      return resolveStop(state, event.body.choice, atMs);
    default:
      return measure(state, event, atMs);
  }
}

type MeasuringEvent = Extract<DeviceEvent, { type: `trial.${string}` | `set.${string}` | 'repetition.recorded' }>;

function measure(state: EncounterState, event: MeasuringEvent, atMs: number): Next {
  switch (event.type) {
    case 'trial.armed': {
      const blocked = cannotBegin(state);
      if (blocked) return refuse(blocked);
      if (findTrial(state, event.body.trialId)) return refuse('known-id');
      const trial: TrialState = { ...event.body, status: 'armed', armedAtMs: atMs, result: null, provenance: null };
      return accept({ ...state, trials: [...state.trials, trial], active: { kind: 'trial', trialId: trial.trialId } });
    }
    case 'trial.recorded': {
      const { trialId, result, provenance } = event.body;
      const trial = findTrial(state, trialId);
      if (!trial) return refuse('unknown-trial');
      if (trial.status !== 'armed') return refuse('already-recorded');
      return accept(freed(withTrial(state, { ...trial, status: 'unreviewed', result, provenance }), trialId));
    }
    case 'trial.cancelled':
    case 'trial.kept':
    case 'trial.declined': {
      const trial = findTrial(state, event.body.trialId);
      if (!trial) return refuse('unknown-trial');
      if (event.type === 'trial.cancelled') {
        if (trial.status !== 'armed') return refuse('already-recorded');
        return accept(freed(withTrial(state, { ...trial, status: 'cancelled' }), trial.trialId));
      }
      if (!trial.result) return refuse('not-recorded');
      if (event.type === 'trial.kept' && trial.result.valueDegrees === null) return refuse('no-value');
      return accept(withTrial(state, { ...trial, status: event.type === 'trial.kept' ? 'kept' : 'declined' }));
    }
    case 'set.started': {
      const blocked = cannotBegin(state);
      if (blocked) return refuse(blocked);
      if (findSet(state, event.body.setId)) return refuse('known-id');
      const set: SetState = {
        ...event.body,
        status: 'running',
        startedAtMs: atMs,
        endedAtMs: null,
        repetitions: [],
        provenance: null,
      };
      return accept({ ...state, sets: [...state.sets, set], active: { kind: 'set', setId: set.setId } });
    }
    case 'set.ended': {
      const set = findSet(state, event.body.setId);
      if (!set) return refuse('unknown-set');
      if (set.status === 'ended') return refuse('already-ended');
      const active = state.active?.kind === 'set' && state.active.setId === set.setId ? null : state.active;
      return accept({ ...withSet(state, { ...set, status: 'ended', endedAtMs: atMs }), active });
    }
    case 'repetition.recorded': {
      const { setId, repetition, provenance } = event.body;
      const set = findSet(state, setId);
      if (!set) return refuse('unknown-set');
      if (set.repetitions.some((row) => row.index === repetition.index)) return refuse('known-repetition');
      const repetitions = [...set.repetitions, repetition].sort((a, b) => a.index - b.index);
      return accept(withSet(state, { ...set, repetitions, provenance }));
    }
  }
}

function cannotBegin(state: EncounterState): string | null {
  if (state.status !== 'open') return 'not-open';
  if (state.stop) return 'stopped';
  return state.active ? 'busy' : null;
}

/** Ends what is under way: an armed trial is cancelled, a running set stopped (it can resume) or ended. */
function halt(state: EncounterState, how: 'stopped' | 'ended', atMs: number): EncounterState {
  const trials = state.trials.map((trial) =>
    trial.status === 'armed' ? { ...trial, status: 'cancelled' as const } : trial,
  );
  const sets = state.sets.map((set) => {
    if (set.status === 'ended' || (how === 'stopped' && set.status === 'stopped')) return set;
    return { ...set, status: how, endedAtMs: how === 'ended' ? atMs : null };
  });
  return { ...state, trials, sets, active: null, stop: how === 'ended' ? null : state.stop };
}

function resolveStop(state: EncounterState, choice: 'resume' | 'end-set', atMs: number): Next {
  if (!state.stop) return refuse('not-stopped');
  const set = state.sets.findLast((one) => one.status === 'stopped');
  const calm = { ...state, stop: null };
  if (!set) return accept(calm);
  if (choice === 'resume') {
    return accept({ ...withSet(calm, { ...set, status: 'running' }), active: { kind: 'set', setId: set.setId } });
  }
  return accept(withSet(calm, { ...set, status: 'ended', endedAtMs: atMs }));
}

function findTrial(state: EncounterState, trialId: string): TrialState | undefined {
  return state.trials.find((trial) => trial.trialId === trialId);
}

function findSet(state: EncounterState, setId: string): SetState | undefined {
  return state.sets.find((set) => set.setId === setId);
}

function withTrial(state: EncounterState, trial: TrialState): EncounterState {
  return { ...state, trials: state.trials.map((one) => (one.trialId === trial.trialId ? trial : one)) };
}

function withSet(state: EncounterState, set: SetState): EncounterState {
  return { ...state, sets: state.sets.map((one) => (one.setId === set.setId ? set : one)) };
}

function freed(state: EncounterState, trialId: string): EncounterState {
  return state.active?.kind === 'trial' && state.active.trialId === trialId ? { ...state, active: null } : state;
}
