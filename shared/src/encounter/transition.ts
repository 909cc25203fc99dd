import type { DeviceEvent } from './events.ts';
import type { EncounterState, ScreenState, SetState, TrialState } from './state.ts';

/** What an event does to the state, or the code of why it cannot be. */
export type Next = { ok: true; state: EncounterState } | { ok: false; code: string };

export type EventOf<Prefix extends string> = Extract<DeviceEvent, { type: `${Prefix}.${string}` }>;

export const refuse = (code: string): Next => ({ ok: false, code });
export const accept = (state: EncounterState): Next => ({ ok: true, state });

/** Why nothing can be begun now; null where it can. `screenId`: the screen it would be part of. */
export function cannotBegin(state: EncounterState, screenId: string | null = null): string | null {
  if (state.status !== 'open') return 'not-open';
  if (state.stop) return 'stopped';
  const isBusy = state.active ?? state.screens.some((one) => one.status === 'running' && one.screenId !== screenId);
  return isBusy ? 'busy' : null;
}

export function findTrial(state: EncounterState, trialId: string): TrialState | undefined {
  return state.trials.find((trial) => trial.trialId === trialId);
}

export function findSet(state: EncounterState, setId: string): SetState | undefined {
  return state.sets.find((set) => set.setId === setId);
}

export function findScreenState(state: EncounterState, screenId: string): ScreenState | undefined {
  return state.screens.find((screen) => screen.screenId === screenId);
}

export function withTrial(state: EncounterState, trial: TrialState): EncounterState {
  return { ...state, trials: state.trials.map((one) => (one.trialId === trial.trialId ? trial : one)) };
}

export function withSet(state: EncounterState, set: SetState): EncounterState {
  return { ...state, sets: state.sets.map((one) => (one.setId === set.setId ? set : one)) };
}

export function withScreen(state: EncounterState, screen: ScreenState): EncounterState {
  return { ...state, screens: state.screens.map((one) => (one.screenId === screen.screenId ? screen : one)) };
}

/** The device is free again where it was busy with this trial. */
export function freed(state: EncounterState, trialId: string): EncounterState {
  return state.active?.kind === 'trial' && state.active.trialId === trialId ? { ...state, active: null } : state;
}
