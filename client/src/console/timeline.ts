import {
  countComplete,
  type EncounterState,
  type Measured,
  measurementsOf,
  type SetState,
  type TimedState,
} from '@plumbline/shared/encounter';

export const PHASES = ['mobility', 'activation', 'functional'] as const;
export type Phase = (typeof PHASES)[number];

export type TimelineEntry = { atMs: number; isLive: boolean } & (
  | { kind: 'measurement'; measured: Measured }
  | { kind: 'set'; set: SetState; complete: number; partial: number }
  | { kind: 'timed'; timed: TimedState }
);

/** What was done in each phase, in the order it was begun. Measurements belong to mobility, timed tests to function. */
export function timelineOf(state: EncounterState): Record<Phase, TimelineEntry[]> {
  const phases: Record<Phase, TimelineEntry[]> = { mobility: [], activation: [], functional: [] };
  for (const measured of measurementsOf(state)) {
    const isLive = measured.trials.some(
      // What a screen has recorded waits with the others for one acceptance.
      ({ status, screen }) => status === 'armed' || (status === 'unreviewed' && !screen),
    );
    phases.mobility.push({ kind: 'measurement', measured, isLive, atMs: measured.trials[0]?.armedAtMs ?? 0 });
  }
  for (const set of state.sets) {
    const complete = countComplete(set);
    phases[set.phase].push({
      kind: 'set',
      set,
      complete,
      partial: set.repetitions.filter((row) => row.validity !== 'complete').length,
      isLive: set.status !== 'ended',
      atMs: set.startedAtMs,
    });
  }
  for (const timed of state.timed) {
    if (timed.status === 'cancelled') continue;
    const isLive = ['armed', 'called', 'running', 'unreviewed'].includes(timed.status);
    phases.functional.push({ kind: 'timed', timed, isLive, atMs: timed.armedAtMs });
  }
  for (const phase of PHASES) phases[phase].sort((a, b) => a.atMs - b.atMs);
  return phases;
}
