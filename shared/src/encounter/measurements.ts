import { directionOf, findProtocol } from '../measurement/index.ts';
import { asAmended, isCounted } from './amended.ts';
import type { ManualMethod } from './reasons.ts';
import type { EncounterState, TrialState } from './state.ts';

/** The mean of some trials, and the best of them beside it. */
export interface MeanValue {
  degrees: number;
  uncertaintyDegrees: number;
  bestDegrees: number;
  trials: number;
}

/** What the therapist put in place of recorded values; its ± where they gave one. */
export interface Override {
  method: ManualMethod;
  degrees: number;
  uncertaintyDegrees: number | null;
  trials: number;
}

export interface Measured {
  /** A measurement whose trials were corrected to another side is one on each side. */
  key: string;
  measurementId: string;
  protocol: string;
  side: TrialState['side'];
  /** In the order they were armed; cancelled ones are left out. */
  trials: readonly TrialState[];
  /** What is kept of the camera's values; null while none is kept. */
  value: MeanValue | null;
  /** What is kept otherwise, one for each method: methods never share a line. */
  overrides: readonly Override[];
  /** Recorded and not decided yet: it moves nothing. */
  unreviewed: MeanValue | null;
}

/** The measurements of a visit, in the order they were begun, as corrected. */
export function measurementsOf(state: Pick<EncounterState, 'trials'>): Measured[] {
  const groups = new Map<string, TrialState[]>();
  for (const trial of state.trials) {
    if (trial.status === 'cancelled') continue;
    const key = `${trial.measurementId} ${asAmended(trial).side}`;
    groups.set(key, [...(groups.get(key) ?? []), trial]);
  }
  return [...groups].map(([key, trials]) => {
    const [first] = trials;
    const protocol = first?.protocol ?? '';
    const direction = directionOf(findProtocol(protocol) ?? { value: 'peak' });
    return {
      key,
      measurementId: first?.measurementId ?? '',
      protocol,
      side: first ? asAmended(first).side : 'left',
      trials,
      value: meanOf(trials.filter(isCounted), direction),
      overrides: overridesOf(trials.filter(isCounted)),
      unreviewed: meanOf(
        trials.filter((trial) => trial.status === 'unreviewed' && !asAmended(trial).isWithdrawn),
        direction,
      ),
    };
  });
}

/** The mean of what the camera saw. Trials of one visit share their errors, so averaging does not shrink the ±: it is the largest of the trials' own and half of what lies between them. The best of what is missing is the least. */
function meanOf(trials: readonly TrialState[], direction: 1 | -1): MeanValue | null {
  const seen = trials.map(asAmended).flatMap(({ method, valueDegrees, uncertaintyDegrees }) => {
    if (method !== 'camera' || valueDegrees === null || uncertaintyDegrees === null) return [];
    return [{ degrees: valueDegrees, uncertaintyDegrees }];
  });
  if (seen.length === 0) return null;
  const values = seen.map((trial) => trial.degrees);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return {
    degrees: values.reduce((sum, value) => sum + value, 0) / values.length,
    uncertaintyDegrees: Math.max(...seen.map((trial) => trial.uncertaintyDegrees), (most - least) / 2),
    bestDegrees: direction === 1 ? most : least,
    trials: seen.length,
  };
}

function overridesOf(trials: readonly TrialState[]): Override[] {
  const byMethod = new Map<ManualMethod, { degrees: number; uncertaintyDegrees: number | null }[]>();
  for (const { method, valueDegrees, uncertaintyDegrees } of trials.map(asAmended)) {
    if (method === 'camera' || valueDegrees === null) continue;
    byMethod.set(method, [...(byMethod.get(method) ?? []), { degrees: valueDegrees, uncertaintyDegrees }]);
  }
  return [...byMethod].map(([method, values]) => {
    const known = values.flatMap(({ uncertaintyDegrees }) => uncertaintyDegrees ?? []);
    return {
      method,
      degrees: values.reduce((sum, { degrees }) => sum + degrees, 0) / values.length,
      uncertaintyDegrees: known.length < values.length ? null : Math.max(...known),
      trials: values.length,
    };
  });
}
