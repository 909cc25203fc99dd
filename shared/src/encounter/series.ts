import { z } from 'zod';
import { type Change, changeBetween, isComparable, minimalDetectableChange } from '../measurement/index.ts';
import { type PastValue, pastValue } from './past-value.ts';

/** What is measured, of which side and how: values that share it may be looked at together. Another mode or version is another measure. */
export type SeriesOf = Pick<PastValue, 'measure' | 'side' | 'method'>;

export const series = z.strictObject({
  measure: pastValue.shape.measure,
  side: pastValue.shape.side,
  method: pastValue.shape.method,
  /** Below it a difference is not distinguishable from error, degrees; null where nothing is known of the method's error. */
  minimalDetectableDegrees: z.number().positive().nullable(),
  /** By time; `isJoined`: a line may lead here from the reviewed value before. */
  values: z.array(z.strictObject({ ...pastValue.shape, isJoined: z.boolean() })),
});
export type Series = z.infer<typeof series>;

/** The name of what values share. */
export function seriesKey({ measure, side, method }: SeriesOf): string {
  return `${measure} ${side ?? 'both'} ${method}`;
}

/** The values, each series by time, the series in the order they began. A camera's values are joined where the set-ups are alike; hollow ones are joined with nothing. */
export function seriesOf(values: readonly PastValue[]): Series[] {
  const groups = new Map<string, PastValue[]>();
  for (const value of [...values].sort((a, b) => a.atMs - b.atMs)) {
    const key = seriesKey(value);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()].flatMap((own): Series[] => {
    const [first] = own;
    if (!first) return [];
    const { measure, side, method } = first;
    return [{ measure, side, method, minimalDetectableDegrees: detectable(method), values: own.map(withJoint) }];
  });
}

/** Until there are repeats of this clinic the floor holds; how much a goniometer or an eye differs by itself is not known here. */
function detectable(method: PastValue['method']): number | null {
  return method === 'camera' ? minimalDetectableChange([]) : null;
}

function withJoint(value: PastValue, i: number, all: readonly PastValue[]) {
  const before = all.slice(0, i).findLast(({ isReviewed }) => isReviewed);
  const isJoined = value.isReviewed && before !== undefined && mayBeJoined(before, value);
  return { ...value, isJoined };
}

function mayBeJoined(a: PastValue, b: PastValue): boolean {
  return a.method !== 'camera' || isComparable(a.setUp, b.setUp);
}

/** The latest reviewed value of the same kind from a visit before this one; null where there is none. */
export function lastTime(
  values: readonly PastValue[],
  of: SeriesOf,
  now: Pick<PastValue, 'encounterId' | 'atMs'>,
): PastValue | null {
  return latest(values, of, ({ encounterId, atMs }) => encounterId !== now.encounterId && atMs < now.atMs);
}

/** The same, under any version of the measure: where somebody stood does not depend on it, what was read then does. */
export function lastTimeOfAnyVersion(
  values: readonly PastValue[],
  of: SeriesOf,
  now: Pick<PastValue, 'encounterId' | 'atMs'>,
): PastValue | null {
  const bare = (measure: string) => measure.split('@')[0] ?? measure;
  const unversioned = values.filter(({ measure }) => bare(measure) === bare(of.measure));
  return lastTime(
    unversioned.map((value) => ({ ...value, measure: of.measure })),
    of,
    now,
  );
}

/** The latest reviewed value of the other side, of this visit or before it; null where there is none, or where there are no sides. */
export function otherSide(values: readonly PastValue[], of: SeriesOf, untilMs: number): PastValue | null {
  if (of.side === null) return null;
  return latest(values, { ...of, side: of.side === 'left' ? 'right' : 'left' }, ({ atMs }) => atMs <= untilMs);
}

function latest(values: readonly PastValue[], of: SeriesOf, fits: (value: PastValue) => boolean): PastValue | null {
  const own = values.filter((value) => value.isReviewed && seriesKey(value) === seriesKey(of) && fits(value));
  return own.sort((a, b) => a.atMs - b.atMs).at(-1) ?? null;
}

/** Whether a value differs from the one before; null where nothing can be said of its method. */
export function changeSince(before: PastValue, now: PastValue): Change | null {
  if (now.side === null || before.side === null || now.uncertainty === null || before.uncertainty === null) return null;
  const least = detectable(now.method);
  if (least === null) return null;
  const comparable = ({ measure, side, value, uncertainty, setUp, method }: PastValue) => ({
    protocol: measure,
    side: side ?? 'left',
    degrees: value,
    uncertaintyDegrees: uncertainty ?? 0,
    setUp,
    method,
  });
  return changeBetween(comparable(before), comparable(now), least);
}
