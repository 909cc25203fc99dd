import {
  type EncounterState,
  nextInScreen,
  type ScreenState,
  type SetState,
  type TimedState,
  type TrialState,
} from '@plumbline/shared/encounter';

export type Choosing = 'measure' | 'count' | 'screen' | 'by-hand' | 'timed' | { amend: string } | null;

/** What the console's bar is for now; one thing at a time. */
export type BarMode =
  /** Nobody is admitted, or the visit has ended. */
  | { kind: 'closed' }
  | { kind: 'stopped'; set: SetState | null; screen: ScreenState | null }
  | { kind: 'trial'; trial: TrialState; screen: ScreenState | null }
  | { kind: 'set'; set: SetState }
  /** A timed test gets ready or runs; or was recorded and waits for a decision. */
  | { kind: 'timed' | 'timed-review'; timed: TimedState }
  /** A trial is corrected, decided or not. */
  | { kind: 'amend'; trial: TrialState }
  /** Between two trials of a screen, or while it is paused. */
  | { kind: 'screen'; screen: ScreenState; next: NonNullable<ReturnType<typeof nextInScreen>> }
  /** A screen has all it asked for, or was ended: its values wait for one acceptance. */
  | { kind: 'screen-review'; screen: ScreenState }
  /** A trial was recorded and waits for a decision. */
  | { kind: 'review'; trial: TrialState }
  | { kind: 'measure' | 'count' | 'choose-screen' | 'choose-timed' | 'by-hand' }
  /** `again`: the trial that can be repeated at once. */
  | { kind: 'idle'; again: TrialState | null };

/** Safety first, then what the patient does now, then what waits for a decision, then what the therapist is choosing. */
export function barMode(state: EncounterState, choosing: Choosing): BarMode {
  const { active, trials, screens, sets } = state;
  if (state.status !== 'open') return { kind: 'closed' };
  if (state.stop) {
    const set = sets.findLast((one) => one.status === 'stopped') ?? null;
    return { kind: 'stopped', set, screen: screens.findLast((one) => one.status === 'paused') ?? null };
  }
  if (active?.kind === 'trial') {
    const trial = trials.find((one) => one.trialId === active.trialId);
    const screen = screens.find((one) => one.screenId === trial?.screen?.screenId) ?? null;
    if (trial) return { kind: 'trial', trial, screen };
  }
  if (active?.kind === 'set') {
    const set = sets.find((one) => one.setId === active.setId);
    if (set) return { kind: 'set', set };
  }
  if (active?.kind === 'timed') {
    const timed = state.timed.find((one) => one.testId === active.testId);
    if (timed) return { kind: 'timed', timed };
  }
  const amended = typeof choosing === 'object' && trials.find((one) => one.trialId === choosing?.amend);
  if (amended) return { kind: 'amend', trial: amended };
  // By hand too: a screen's own measures are entered while it waits.
  if (choosing === 'by-hand') return { kind: 'by-hand' };
  const screen = screens.find((one) => one.status !== 'accepted');
  if (screen) {
    const next = screen.status === 'ended' ? null : nextInScreen(screen, trials);
    return next ? { kind: 'screen', screen, next } : { kind: 'screen-review', screen };
  }
  const unreviewed = trials.find((trial) => trial.status === 'unreviewed');
  if (unreviewed) return { kind: 'review', trial: unreviewed };
  const undecided = state.timed.findLast((one) => one.status === 'unreviewed');
  if (undecided) return { kind: 'timed-review', timed: undecided };
  if (choosing === 'timed') return { kind: 'choose-timed' };
  if (choosing === 'screen') return { kind: 'choose-screen' };
  if (typeof choosing === 'string') return { kind: choosing };
  return { kind: 'idle', again: trials.findLast((trial) => trial.status !== 'cancelled') ?? null };
}
