import { z } from 'zod';
import { asAmended, isCounted } from './amended.ts';
import { setUp } from './bodies.ts';
import { definition, id, side } from './fields.ts';
import { type Measured, measurementsOf } from './measurements.ts';
import { MANUAL_METHODS } from './reasons.ts';
import type { EncounterState, ManualValue, TrialState } from './state.ts';

/** One value of one measurement as it stands in the record, however it was had. */
export const pastValue = z.strictObject({
  encounterId: id,
  measurementId: id,
  /** When it was measured or entered, server epoch ms. */
  atMs: z.number(),
  /** A protocol or a measure taken by hand, with its version. */
  measure: definition,
  side: side.nullable(),
  method: z.enum(['camera', ...MANUAL_METHODS]),
  /** In the measure's unit, with its 95 % half-width where there is one. */
  value: z.number(),
  uncertainty: z.number().nonnegative().nullable(),
  /** How many trials it is the mean of; 1 for a value entered by hand. */
  trials: z.int().positive(),
  /** False: recorded, not looked at by a therapist. It is drawn hollow and moves nothing. */
  isReviewed: z.boolean(),
  setUp: setUp.nullable(),
});
export type PastValue = z.infer<typeof pastValue>;

/** What a visit has to show of every measurement: kept values by their method, and hollow ones where nothing was decided. What was declined, withdrawn or taken back is left out. */
export function pastValuesOf(
  encounterId: string,
  { trials, values }: Pick<EncounterState, 'trials' | 'values'>,
): PastValue[] {
  return [
    ...measurementsOf({ trials }).flatMap((measured) => ofTrials(encounterId, measured)),
    ...values.filter(({ takenBack }) => !takenBack).map((value) => ofEntry(encounterId, value)),
  ];
}

function ofTrials(
  encounterId: string,
  { measurementId, protocol, side: of, trials, value, unreviewed, overrides }: Measured,
): PastValue[] {
  const common = { encounterId, measurementId, measure: protocol, side: of };
  const kept = trials.filter(isCounted);
  const mean = value ?? unreviewed;
  const own = (value ? kept : trials).filter((trial) => asAmended(trial).method === 'camera' && trial.result);
  return [
    ...(mean
      ? [
          {
            ...common,
            atMs: armedAtMs(own),
            method: 'camera' as const,
            value: mean.degrees,
            uncertainty: mean.uncertaintyDegrees,
            trials: mean.trials,
            isReviewed: value !== null,
            setUp: own.findLast(({ result }) => result?.setUp)?.result?.setUp ?? null,
          },
        ]
      : []),
    ...overrides.map(({ method, degrees, uncertaintyDegrees, trials: count }) => ({
      ...common,
      atMs: armedAtMs(kept),
      method,
      value: degrees,
      uncertainty: uncertaintyDegrees,
      trials: count,
      isReviewed: true,
      setUp: null,
    })),
  ];
}

const armedAtMs = (trials: readonly TrialState[]) => trials[0]?.armedAtMs ?? 0;

function ofEntry(encounterId: string, entry: ManualValue): PastValue {
  const { measurementId, measure, side: of, method, value, uncertainty, enteredAtMs } = entry;
  return {
    encounterId,
    measurementId,
    atMs: enteredAtMs,
    measure,
    side: of,
    method,
    value,
    uncertainty,
    trials: 1,
    isReviewed: true,
    setUp: null,
  };
}
