import type { EncounterState, SetState, TrialState } from '@plumbline/shared/encounter';

export type Choosing = 'measure' | 'count' | null;

/** What the console's bar is for now; one thing at a time. */
export type BarMode =
  /** Nobody is admitted, or the visit has ended. */
  | { kind: 'closed' }
  | { kind: 'stopped'; set: SetState | null }
  | { kind: 'trial'; trial: TrialState }
  | { kind: 'set'; set: SetState }
  /** A trial was recorded and waits for a decision. */
  | { kind: 'review'; trial: TrialState }
  | { kind: 'measure' }
  | { kind: 'count' }
  /** `again`: the trial that can be repeated at once. */
  | { kind: 'idle'; again: TrialState | null };

/** Safety first, then what the patient does now, then what waits for a decision, then what the therapist is choosing. */
export function barMode(state: EncounterState, choosing: Choosing): BarMode {
  if (state.status !== 'open') return { kind: 'closed' };
  if (state.stop) return { kind: 'stopped', set: state.sets.findLast((set) => set.status === 'stopped') ?? null };
  const { active } = state;
  if (active?.kind === 'trial') {
    const trial = state.trials.find((one) => one.trialId === active.trialId);
    if (trial) return { kind: 'trial', trial };
  }
  if (active?.kind === 'set') {
    const set = state.sets.find((one) => one.setId === active.setId);
    if (set) return { kind: 'set', set };
  }
  const unreviewed = state.trials.find((trial) => trial.status === 'unreviewed');
  if (unreviewed) return { kind: 'review', trial: unreviewed };
  if (choosing) return { kind: choosing };
  return { kind: 'idle', again: state.trials.findLast((trial) => trial.status !== 'cancelled') ?? null };
}
