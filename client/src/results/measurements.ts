import type { EncounterState, TrialState } from '@plumbline/shared/encounter';
import { directionOf, findProtocol } from '@plumbline/shared/measurement';

export interface Measured {
  measurementId: string;
  protocol: string;
  side: TrialState['side'];
  /** In the order they were armed; cancelled ones are left out. */
  trials: readonly TrialState[];
  /** What is kept: the mean of the kept trials, and the best one beside it; null while none is kept. */
  value: { degrees: number; uncertaintyDegrees: number; bestDegrees: number; trials: number } | null;
}

/** The measurements of a visit, in the order they were begun. */
export function measurementsOf(state: Pick<EncounterState, 'trials'>): Measured[] {
  const groups = new Map<string, TrialState[]>();
  for (const trial of state.trials) {
    if (trial.status === 'cancelled') continue;
    groups.set(trial.measurementId, [...(groups.get(trial.measurementId) ?? []), trial]);
  }
  return [...groups].map(([measurementId, trials]) => ({
    measurementId,
    protocol: trials[0]?.protocol ?? '',
    side: trials[0]?.side ?? 'left',
    trials,
    value: meanOf(trials, directionOf(findProtocol(trials[0]?.protocol ?? '') ?? { value: 'peak' })),
  }));
}

/** The mean of the kept trials. Trials of one visit share their errors, so averaging does not shrink the ±: it is the largest of the trials' own and half of what lies between them. The best of what is missing is the least. */
function meanOf(trials: readonly TrialState[], direction: 1 | -1): Measured['value'] {
  const kept = trials.flatMap(({ status, result }) =>
    status === 'kept' && result?.valueDegrees != null && result.uncertaintyDegrees != null
      ? [{ degrees: result.valueDegrees, uncertaintyDegrees: result.uncertaintyDegrees }]
      : [],
  );
  if (kept.length === 0) return null;
  const values = kept.map((trial) => trial.degrees);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return {
    degrees: values.reduce((sum, value) => sum + value, 0) / values.length,
    uncertaintyDegrees: Math.max(...kept.map((trial) => trial.uncertaintyDegrees), (most - least) / 2),
    bestDegrees: direction === 1 ? most : least,
    trials: kept.length,
  };
}
