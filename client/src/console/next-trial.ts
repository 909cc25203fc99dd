import type { EncounterState, TrialState } from '@plumbline/shared/encounter';

/** A measurement is the mean of up to three trials (ruling 12). */
export const MOST_TRIALS = 3;

/** Which trial of its measurement would be the next, from 1: 2 or 3; null where it has what it needs, or where an exercise came in between. High irritability needs one. */
export function nextTrialOf(
  { trials, sets }: Pick<EncounterState, 'trials' | 'sets'>,
  trial: TrialState,
): number | null {
  if (trial.irritable || trial.screen) return null;
  if (sets.some(({ startedAtMs }) => startedAtMs > trial.armedAtMs)) return null;
  const taken = trials.filter(
    ({ measurementId, status, result }) =>
      measurementId === trial.measurementId && status !== 'declined' && result?.valueDegrees != null,
  ).length;
  return taken > 0 && taken < MOST_TRIALS ? taken + 1 : null;
}

/** Whether one more trial of the same measurement may be asked for. */
export function canRepeat({ trials }: Pick<EncounterState, 'trials'>, trial: TrialState): boolean {
  if (trial.screen) return false;
  const isSeen = ({ measurementId, status, result }: TrialState) =>
    measurementId === trial.measurementId && status !== 'declined' && result?.valueDegrees != null;
  return !trial.irritable || !trials.some(isSeen);
}
