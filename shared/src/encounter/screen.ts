import type { ScreenState, TrialState } from './state.ts';

/** A step that was not seen this often is passed over; the therapist can ask for it again. */
const MOST_UNSEEN = 2;

/** The trials of one step of a screen that were recorded and not declined. */
export function trialsOfStep(
  { screenId }: Pick<ScreenState, 'screenId'>,
  step: number,
  trials: readonly TrialState[],
): TrialState[] {
  return trials.filter(
    ({ screen, status, result }) =>
      screen?.screenId === screenId && screen.step === step && status !== 'declined' && result !== null,
  );
}

/** What a screen asks for next: a step and which of its trials (from 1); null where it has all it wants. */
export function nextInScreen(
  screen: Pick<ScreenState, 'screenId' | 'steps' | 'skipped' | 'trialsPerStep'>,
  trials: readonly TrialState[],
): { step: number; trial: number } | null {
  for (const step of screen.steps.keys()) {
    if (screen.skipped.includes(step)) continue;
    const recorded = trialsOfStep(screen, step, trials);
    const seen = recorded.filter(({ result }) => result?.valueDegrees != null).length;
    if (seen >= screen.trialsPerStep || recorded.length - seen >= MOST_UNSEEN) continue;
    return { step, trial: seen + 1 };
  }
  return null;
}
