import type { DeviceEvent } from './events.ts';
import { cannotHaveMeasured, nextMeasuring } from './measuring.ts';
import { nextCorrection } from './next-correction.ts';
import { nextScreen } from './next-screen.ts';
import { nextSet } from './next-set.ts';
import { nextTimed } from './next-timed.ts';
import { nextTrial } from './next-trial.ts';
import { EVENT_PARTIES, holdsAfterEnd, type Party } from './parties.ts';
import type { EncounterState } from './state.ts';
import { haltTimed } from './timed.ts';
import { accept, type Next, refuse, withScreen, withSet } from './transition.ts';

export type { Next };

/** The encounter's state machine: what the state is after `event`, or the code of why it cannot be. Pure; never throws. */
export function next(state: EncounterState, event: DeviceEvent, by: Party): Next {
  if (!EVENT_PARTIES[event.type].includes(by)) return refuse('not-yours');
  if (state.status === 'ended' && !holdsAfterEnd(event.type)) return refuse('ended');
  const atMs = event.happenedAt.serverMs;
  if (event.type === 'trial.recorded' || event.type === 'repetition.recorded' || event.type === 'timed.recorded') {
    const code = cannotHaveMeasured(state, event, by);
    if (code) return refuse(code);
  }
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
    case 'measuring.reported':
    case 'measuring.chosen':
      return nextMeasuring(state, event, atMs);
    case 'trial.armed':
    case 'trial.recorded':
    case 'trial.cancelled':
    case 'trial.kept':
    case 'trial.declined':
      return nextTrial(state, event, atMs);
    case 'trial.amended':
    case 'pain.marked':
    case 'pain.unmarked':
    case 'value.entered':
    case 'value.taken-back':
      return nextCorrection(state, event, atMs);
    case 'set.started':
    case 'set.ended':
    case 'repetition.recorded':
    case 'repetition.struck':
    case 'repetition.restored':
    case 'repetition.added':
    case 'repetition.removed':
      return nextSet(state, event, atMs);
    case 'screen.started':
    case 'screen.paused':
    case 'screen.resumed':
    case 'screen.skipped':
    case 'screen.repeated':
    case 'screen.ended':
    case 'screen.accepted':
      return nextScreen(state, event, atMs);
    case 'timed.armed':
    case 'timed.cancelled':
    case 'timed.called':
    case 'timed.went':
    case 'timed.lifted':
    case 'timed.recorded':
    case 'timed.ended':
    case 'timed.modified':
    case 'timed.amended':
    case 'timed.accepted':
    case 'timed.voided':
      return nextTimed(state, event);
  }
}

/** Ends what is under way: an armed trial is cancelled, a running test interrupted, a running set or screen stopped (it can resume) or ended. */
function halt(state: EncounterState, how: 'stopped' | 'ended', atMs: number): EncounterState {
  const trials = state.trials.map((trial) =>
    trial.status === 'armed' ? { ...trial, status: 'cancelled' as const } : trial,
  );
  const sets = state.sets.map((set) => {
    if (set.status === 'ended' || (how === 'stopped' && set.status === 'stopped')) return set;
    return { ...set, status: how, endedAtMs: how === 'ended' ? atMs : null };
  });
  const screens = state.screens.map((screen) => {
    if (how === 'stopped') return screen.status === 'running' ? { ...screen, status: 'paused' as const } : screen;
    return screen.status === 'accepted' ? screen : { ...screen, status: 'ended' as const };
  });
  const timed = state.timed.map(haltTimed);
  return { ...state, trials, sets, screens, timed, active: null, stop: how === 'ended' ? null : state.stop };
}

function resolveStop(state: EncounterState, choice: 'resume' | 'end-set', atMs: number): Next {
  if (!state.stop) return refuse('not-stopped');
  const set = state.sets.findLast((one) => one.status === 'stopped');
  const screen = state.screens.findLast((one) => one.status === 'paused');
  const calm = { ...state, stop: null };
  if (set && choice === 'resume') {
    return accept({ ...withSet(calm, { ...set, status: 'running' }), active: { kind: 'set', setId: set.setId } });
  }
  if (set) return accept(withSet(calm, { ...set, status: 'ended', endedAtMs: atMs }));
  if (!screen) return accept(calm);
  return accept(withScreen(calm, { ...screen, status: choice === 'resume' ? 'running' : 'ended' }));
}
