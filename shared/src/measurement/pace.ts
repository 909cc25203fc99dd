import type { Sample } from './filter.ts';

/** When a movement really began and ended, ms: by its speed, as an onlooker would count the seconds. */
export interface Pace {
  outBeganMs: number;
  outDoneMs: number;
  backBeganMs: number;
  /** Where the way back was still under way when it was told: when it will be done, if it goes on as the way out went. */
  backDoneMs: number;
}

/** Slower than this share of a way's top speed is standing still. */
const STILL_SHARE = 0.06;
/** Trembling is standing still, degrees a second. */
const STILL_SPEED = 3;
/** A way begins and ends near the ends of the excursion; a pause half-way is part of it. */
const NEAR_END = 0.2;
/** Speed is taken over this long before and after. */
const SPEED_MS = 120;

interface Turn {
  startMs: number;
  peakMs: number;
  endMs: number;
  rest: number;
  peak: number;
}

/** The pace of a cycle from its smoothed samples, which begin before it does. */
export function paceOf(smooth: readonly Sample[], { startMs, peakMs, endMs, rest, peak }: Turn): Pace {
  const span = peak - rest || 1;
  const moments = smooth
    .filter(([ms]) => ms <= endMs)
    .map(([ms, value], i, all) => ({ ms, share: (value - rest) / span, speed: speedAt(all, i) }));
  const out = moments.filter(({ ms }) => ms >= startMs && ms <= peakMs);
  const back = moments.filter(({ ms }) => ms >= peakMs);
  const [outStill, backStill] = [stillnessOf(out), stillnessOf(back)];
  const began = moments.findLast(({ ms, share, speed }) => ms <= startMs && share <= NEAR_END && speed < outStill);
  const outDone = out.find(({ share, speed }) => share >= 1 - NEAR_END && speed < outStill);
  const backBegan = back.findLast(({ share, speed }) => share >= 1 - NEAR_END && -speed < backStill);
  const outBeganMs = began?.ms ?? startMs;
  const outDoneMs = Math.min(peakMs, outDone?.ms ?? peakMs);
  const backBeganMs = Math.max(peakMs, backBegan?.ms ?? peakMs);
  return {
    outBeganMs,
    outDoneMs,
    backBeganMs,
    backDoneMs: backDone(out, back, { outBeganMs, outDoneMs, backBeganMs }),
  };
}

interface Moment {
  ms: number;
  share: number;
  speed: number;
}

/** The way back, longer than what was seen of it as the whole way out is longer than the same piece of it. */
function backDone(
  out: readonly Moment[],
  back: readonly Moment[],
  { outBeganMs, outDoneMs, backBeganMs }: Omit<Pace, 'backDoneMs'>,
): number {
  const last = back.at(-1);
  if (!last) return backBeganMs;
  const seenMs = last.ms - backBeganMs;
  const same = out.findLast(({ share }) => share <= last.share);
  const sameMs = outDoneMs - (same?.ms ?? outBeganMs);
  const longer = sameMs > 0 ? (outDoneMs - outBeganMs) / sameMs : 1;
  return backBeganMs + seenMs * Math.max(1, Math.min(MOST_LONGER, longer));
}

/** A way back of which less than a half was seen is not guessed at. */
const MOST_LONGER = 2;

function stillnessOf(way: readonly Moment[]): number {
  return Math.max(STILL_SPEED, STILL_SHARE * Math.max(0, ...way.map(({ speed }) => Math.abs(speed))));
}

/** Degrees a second around a sample. */
function speedAt(samples: readonly Sample[], i: number): number {
  const [ms] = samples[i] as Sample;
  let [from, to] = [i, i];
  while (from > 0 && ms - (samples[from - 1]?.[0] ?? ms) <= SPEED_MS) from--;
  while (to < samples.length - 1 && (samples[to + 1]?.[0] ?? ms) - ms <= SPEED_MS) to++;
  // Frames further apart than that: the neighbours tell.
  if (from === to) [from, to] = [Math.max(0, i - 1), Math.min(samples.length - 1, i + 1)];
  const [a, b] = [samples[from] as Sample, samples[to] as Sample];
  return b[0] > a[0] ? ((b[1] - a[1]) * 1000) / (b[0] - a[0]) : 0;
}
