import type { Cycle, CycleReason, CycleState } from './cycle.ts';
import { jitterOf, type Sample, zeroPhase } from './filter.ts';
import { paceOf } from './pace.ts';

/** The level of rest is read from this long before the start, and from what is this close to the lowest there. */
const CALM_MS = 1_000;
const CALM_DEGREES = 4;

/** The cycle that ends now, or what was seen of it, from its raw samples smoothed without delay. */
export function describeCycle(state: CycleState, endMs: number, reasons: readonly CycleReason[]): Cycle {
  const { sign } = state;
  const startMs = Number.isFinite(state.startMs) ? state.startMs : (state.samples[0]?.[0] ?? endMs);
  const smooth = zeroPhase(state.samples);
  const during = smooth.filter(([ms]) => ms >= startMs - 50 && ms <= endMs);
  const [peakMs, peak] = during.reduce(
    (best, one) => (one[1] > best[1] ? one : best),
    during[0] ?? [state.highMs, state.high],
  );
  // A cycle whose beginning was not seen is told from where it ended.
  const calmMs = Number.isFinite(state.startMs) ? startMs : endMs;
  const rest = restOf(smooth.filter(([ms]) => ms <= calmMs && ms >= calmMs - CALM_MS)) ?? state.low;
  const pace = paceOf(smooth, { startMs, peakMs, endMs, rest, peak });
  return {
    startMs,
    peakMs,
    endMs,
    rest: rest * sign,
    peak: peak * sign,
    jitter: jitterOf(state.samples.filter(([ms]) => Math.abs(ms - peakMs) < 500)),
    ...pace,
    restedMs: Math.max(0, pace.outBeganMs - state.restSinceMs),
    reasons,
  };
}

/** The mean of the lowest values; those of the way back before, if nobody rested in between, are not among them. */
function restOf(before: readonly Sample[]): number | null {
  if (before.length === 0) return null;
  const least = Math.min(...before.map(([, value]) => value));
  const calm = before.filter(([, value]) => value <= least + CALM_DEGREES);
  return calm.reduce((sum, [, value]) => sum + value, 0) / calm.length;
}
