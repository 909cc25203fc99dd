import { WORTH_TELLING } from './compensation.ts';
import { jitterOf, type Sample, zeroPhase } from './filter.ts';
import { type Look, mostSeen } from './look.ts';
import { directionOf } from './protocols.ts';
import type { Refusal, TrialResult } from './results.ts';
import { setUpOf } from './set-up.ts';
import type { TrialFold } from './trial.ts';
import { uncertaintyOf } from './uncertainty.ts';

/** Frames this close to the peak decide whether it was seen well. */
const NEAR_PEAK_MS = 350;
const GOOD_SHARE = 0.6;
const SLOWEST_FPS = 4;

/** The trial's result as far as it went: the furthest angle under the protocol with its ±, or why there is none. */
export function finishTrial(fold: TrialFold, how: 'done' | 'interrupted' = 'done'): TrialResult {
  const { looks, protocol, side, startDegrees } = fold;
  const direction = directionOf(protocol);
  const seen = looks.filter((look): look is Look & { angle: number } => look.angle !== null);
  const samples = seen.map(({ atMs, angle }): Sample => [atMs, angle]);
  const smooth = zeroPhase(samples);
  const angles = smooth.map(([, value]) => value);
  const spanMs = (fold.lastMs ?? 0) - (looks[0]?.atMs ?? fold.lastMs ?? 0);
  const poseFps = spanMs > 0 ? ((looks.length - 1) * 1000) / spanMs : 0;
  const result = {
    startDegrees,
    minDegrees: angles.length > 0 ? Math.min(...angles) : null,
    maxDegrees: angles.length > 0 ? Math.max(...angles) : null,
    startMs: fold.startMs ?? 0,
    endMs: fold.lastMs ?? 0,
    poseFps,
    side,
    setUp: setUpOf(fold.standpoint),
  };
  const refuse = (refusals: readonly Refusal[]): TrialResult => ({
    ...result,
    valueDegrees: null,
    uncertaintyDegrees: null,
    peakMs: null,
    refusals,
    findings: [],
  });
  if (how === 'interrupted') return refuse(['interrupted', ...mostSeen(looks, 1)]);
  const peak = smooth.reduce<Sample | null>(
    (best, one) => (best && direction * (best[1] - one[1]) >= 0 ? best : one),
    null,
  );
  const hasMoved =
    peak && startDegrees !== null && direction * (peak[1] - startDegrees) >= protocol.minExcursionDegrees;
  if (!peak || !hasMoved)
    return refuse(
      mostSeen(looks, 0.5).length > 0 ? mostSeen(looks, 0.5) : [startDegrees === null ? 'not-still' : 'no-movement'],
    );
  const [peakMs, valueDegrees] = peak;
  const near = looks.filter(({ atMs }) => Math.abs(atMs - peakMs) <= NEAR_PEAK_MS);
  const good = near.filter(({ refusals }) => refusals.length === 0);
  if (good.length < GOOD_SHARE * near.length) return refuse(mostSeen(near, 0.3));
  if (poseFps < SLOWEST_FPS) return refuse(['too-slow']);
  const mean = (read: (look: Look) => number) => good.reduce((sum, look) => sum + read(look), 0) / good.length;
  const uncertaintyDegrees = uncertaintyOf({
    angle: protocol.angle,
    offPlaneDegrees: mean(({ off }) => off),
    jitterDegrees: jitterOf(samples.filter(([ms]) => Math.abs(ms - peakMs) <= 2 * NEAR_PEAK_MS)),
    visibility: mean(({ visibility }) => visibility),
    poseFps,
    speed: 0,
    unseenDegrees: unseenBeyond(looks, samples, peakMs),
  });
  return { ...result, valueDegrees, uncertaintyDegrees, peakMs, refusals: [], findings: findingsAt(fold, good) };
}

/** A limb lost on its way is taken to stop within this time, slowing down evenly. */
const STOPS_WITHIN_MS = 250;

/**
 * How much further than its peak the limb may have gone because the next frames told nothing (the model took the other leg
 * for it): at the speed it came with, slowing down evenly until it was seen again. 0 where the turn was seen.
 */
function unseenBeyond(looks: readonly Look[], samples: readonly Sample[], peakMs: number): number {
  const next = looks.find(({ atMs }) => atMs > peakMs);
  if (!next || next.angle !== null) return 0;
  const seenAgainMs = samples.find(([ms]) => ms > peakMs)?.[0] ?? Number.POSITIVE_INFINITY;
  const before = samples.findLast(([ms]) => ms <= peakMs - STOPS_WITHIN_MS);
  const last = samples.find(([ms]) => ms === peakMs);
  if (!before || !last) return 0;
  const speed = Math.abs(last[1] - before[1]) / (last[0] - before[0]);
  return (speed * Math.min(STOPS_WITHIN_MS, seenAgainMs - peakMs)) / 2;
}

/** The compensations that showed at the peak and not at the start. */
function findingsAt({ protocol, startHelps }: TrialFold, good: readonly Look[]): TrialResult['findings'] {
  return protocol.compensations.flatMap((code, i) => {
    const values = good.map(({ helps }) => helps[i] ?? Number.NaN).filter(Number.isFinite);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const degrees = Math.round(Math.abs(mean - (startHelps[i] ?? Number.NaN)));
    return degrees >= WORTH_TELLING[code] ? [{ code, degrees }] : [];
  });
}
