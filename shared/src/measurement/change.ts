import { isComparable, mostDifferent, type SetUp, type SetUpPart } from './set-up.ts';

/** A kept value with what makes it comparable to another. Degrees. */
export interface Comparable {
  /** With its version; other modes and variants are other protocols. */
  protocol: string;
  side: 'left' | 'right';
  degrees: number;
  /** 95 % half-width. */
  uncertaintyDegrees: number;
  setUp: SetUp | null;
  /** Where the number came from; a camera value is not compared with a tape or a goniometer. */
  method: string;
}

/** changed: beyond error. not-distinguishable: it may be error. incomparable: taken in another way. */
export type Change =
  | { kind: 'changed'; byDegrees: number; minimalDetectableDegrees: number }
  | { kind: 'not-distinguishable'; byDegrees: number; minimalDetectableDegrees: number }
  | { kind: 'incomparable'; why: 'protocol' | 'side' | 'method' | 'set-up-unknown' }
  | { kind: 'incomparable'; why: 'set-up'; part: SetUpPart };

/** Until a clinic has repeats of its own, no difference below this is called a change (ruling 12, practice). */
export const LEAST_DETECTABLE_DEGREES = 10;

/** Repeats of one person under one protocol, the camera placed anew for each. Degrees. */
export type Repeats = readonly number[];

/**
 * The minimal detectable change with 95 % confidence: 1.96 · √2 · SEM, with the SEM pooled over people (Weir 2005), and
 * never below 10°. People measured once tell nothing of it.
 */
export function minimalDetectableChange(people: readonly Repeats[]): number {
  let squares = 0;
  let freedom = 0;
  for (const repeats of people) {
    if (repeats.length < 2) continue;
    const mean = repeats.reduce((sum, value) => sum + value, 0) / repeats.length;
    squares += repeats.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    freedom += repeats.length - 1;
  }
  if (freedom === 0) return LEAST_DETECTABLE_DEGREES;
  return Math.max(LEAST_DETECTABLE_DEGREES, 1.96 * Math.SQRT2 * Math.sqrt(squares / freedom));
}

/**
 * Whether `now` differs from `before` beyond what repeating the measurement differs by, and beyond the two ± together
 * (errors of two visits are their own: √(a² + b²)).
 */
export function changeBetween(
  before: Comparable,
  now: Comparable,
  minimalDetectableDegrees: number = LEAST_DETECTABLE_DEGREES,
): Change {
  if (before.protocol !== now.protocol) return { kind: 'incomparable', why: 'protocol' };
  if (before.side !== now.side) return { kind: 'incomparable', why: 'side' };
  if (before.method !== now.method) return { kind: 'incomparable', why: 'method' };
  if (!before.setUp || !now.setUp) return { kind: 'incomparable', why: 'set-up-unknown' };
  if (!isComparable(before.setUp, now.setUp))
    return { kind: 'incomparable', why: 'set-up', part: mostDifferent(before.setUp, now.setUp).part };
  const byDegrees = now.degrees - before.degrees;
  const both = Math.hypot(before.uncertaintyDegrees, now.uncertaintyDegrees);
  const least = Math.max(minimalDetectableDegrees, both);
  const kind = Math.abs(byDegrees) >= least ? 'changed' : 'not-distinguishable';
  return { kind, byDegrees, minimalDetectableDegrees: least };
}
