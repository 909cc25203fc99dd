import type { SetState } from '@plumbline/shared/encounter';

/** One repetition in the course of its set. */
export interface CoursePoint {
  index: number;
  rangeDegrees: number;
  /** Mean of the lifting way, degrees a second. */
  speed: number;
}

/** A way shorter than this has no speed to tell. */
const LEAST_S = 0.2;

/** Range and lifting speed of the repetitions that count and whose range was seen, in their order. */
export function courseOf({ repetitions, struck }: Pick<SetState, 'repetitions' | 'struck'>): CoursePoint[] {
  return repetitions.flatMap(({ index, validity, rangeDegrees, tempo }) => {
    const liftingS = tempo?.[2] ?? 0;
    const isStruck = struck.some((row) => row.index === index);
    if (validity !== 'complete' || isStruck || rangeDegrees === null || liftingS < LEAST_S) return [];
    return [{ index, rangeDegrees, speed: rangeDegrees / liftingS }];
  });
}

/** Fewer than this many show no course. */
export const LEAST_POINTS = 3;

/** The points of one curve in a box: first and last repetition at its ends, zero at its floor, the most at its top. */
export function curveOf(
  values: readonly number[],
  { width, height }: { width: number; height: number },
): { x: number; y: number }[] {
  const most = Math.max(...values, 1);
  const step = width / Math.max(1, values.length - 1);
  return values.map((value, i) => ({ x: i * step, y: height * (1 - value / most) }));
}
