import {
  asAmended,
  type EncounterState,
  type MeanValue,
  measurementsOf,
  type ScreenState,
  type TrialState,
  trialsOfStep,
} from '@plumbline/shared/encounter';

export interface ScreenRow {
  step: number;
  protocol: string;
  side: 'left' | 'right';
  /** Recorded and not declined. */
  trials: readonly TrialState[];
  /** Kept already, one by one or by a correction. */
  kept: MeanValue | null;
  /** What one acceptance would keep. */
  unreviewed: MeanValue | null;
  status: 'waiting' | 'under' | 'done' | 'notSeen' | 'skipped' | 'leftOut';
}

/** The steps of a screen with what each has recorded. */
export function screenRows(
  screen: ScreenState,
  { trials, active }: Pick<EncounterState, 'trials' | 'active'>,
): ScreenRow[] {
  return screen.steps.map(({ protocol, side }, step) => {
    const own = trialsOfStep(screen, step, trials);
    const [measured] = measurementsOf({ trials: own });
    const all = trials.filter((trial) => trial.screen?.screenId === screen.screenId && trial.screen.step === step);
    const isActive = active?.kind === 'trial' && all.some(({ trialId }) => trialId === active.trialId);
    const status = isActive ? 'under' : statusOf(all, own, screen.skipped.includes(step));
    const { value: kept = null, unreviewed = null } = measured ?? {};
    return { step, protocol, side, trials: own, kept, unreviewed, status };
  });
}

function statusOf(all: readonly TrialState[], own: readonly TrialState[], isSkipped: boolean): ScreenRow['status'] {
  if (own.some((trial) => asAmended(trial).valueDegrees !== null)) return 'done';
  if (isSkipped) return all.some(({ result }) => result?.valueDegrees != null) ? 'leftOut' : 'skipped';
  return own.length > 0 ? 'notSeen' : 'waiting';
}

/** The trials that one acceptance keeps: everything with a value that nobody has decided. */
export function toAccept({ screenId }: ScreenState, { trials }: Pick<EncounterState, 'trials'>): string[] {
  return trials
    .filter(
      ({ screen, status, result }) =>
        screen?.screenId === screenId && status === 'unreviewed' && result?.valueDegrees != null,
    )
    .map(({ trialId }) => trialId);
}
