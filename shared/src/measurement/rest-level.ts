import type { Cycle, CycleState } from './cycle.ts';
import type { Repetition } from './results.ts';

/** Whoever has not moved for so long rests, ms. */
const CALM_MS = 1_000;
/** Less than this is not moving, degrees. */
const CALM_DEGREES = 8;
/** A repetition that begins, and ends, further up its way than this only went on where the last one stopped. */
const FROM_REST_SHARE = 0.3;

/**
 * Where somebody rests in a set: the lowest level on the signal's scale at which they stayed for a second, or from which
 * a repetition began. Null before that. Nothing is learnt of who reads from the working end, or is in another position.
 */
export function restLevelAt(
  before: number | null,
  state: CycleState,
  { isPosed, atMs }: { isPosed: boolean; atMs: number },
): number | null {
  if (state.sign !== 1 || !isPosed) return before;
  const isCalm =
    state.phase === 'rest'
      ? atMs - state.restSinceMs >= CALM_MS
      : state.phase === 'unknown' && atMs - state.startMs >= CALM_MS && state.high - state.low < CALM_DEGREES;
  return isCalm ? lower(before, state.low) : before;
}

/** The same after a repetition. */
export function restLevelAfter(before: number | null, { rest, peak }: Cycle, { reasons }: Repetition): number | null {
  if (peak < rest || reasons.includes('start-not-seen') || reasons.includes('other-position')) return before;
  return lower(before, rest);
}

/** Whether a repetition began near where the person rests: gestures go on from half-way. */
export function isFromRest({ rest, peak }: Pick<Cycle, 'rest' | 'peak'>, restLevel: number | null): boolean {
  return restLevel === null || peak < rest || rest - restLevel <= FROM_REST_SHARE * (peak - restLevel);
}

function lower(a: number | null, b: number): number {
  return a === null ? b : Math.min(a, b);
}
