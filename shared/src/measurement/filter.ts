/** A 1€ filter's memory (Casiez 2012): little lag when fast, little jitter when slow. Works at any frame rate. */
export interface OneEuro {
  atMs: number;
  value: number;
  /** Filtered speed, per second. */
  speed: number;
}

const MIN_CUTOFF_HZ = 1.6;
const BETA = 0.03;
const SPEED_CUTOFF_HZ = 2;

function weight(cutoffHz: number, seconds: number): number {
  const tau = 1 / (2 * Math.PI * cutoffHz);
  return 1 / (1 + tau / seconds);
}

/** The filter after one more value. */
export function oneEuro(before: OneEuro | null, value: number, atMs: number): OneEuro {
  if (!before || atMs <= before.atMs) return before ?? { atMs, value, speed: 0 };
  const seconds = (atMs - before.atMs) / 1000;
  const rawSpeed = (value - before.value) / seconds;
  const speed = before.speed + weight(SPEED_CUTOFF_HZ, seconds) * (rawSpeed - before.speed);
  const cutoff = MIN_CUTOFF_HZ + BETA * Math.abs(speed);
  return { atMs, value: before.value + weight(cutoff, seconds) * (value - before.value), speed };
}

/** A value on its way to another, `timeMs` being the time constant; at any frame rate. The first one is taken as it is. */
export function approach(before: number | null, value: number, gapMs: number, timeMs: number): number {
  return before === null ? value : before + (1 - Math.exp(-gapMs / timeMs)) * (value - before);
}

/** One raw value at its capture time. */
export type Sample = readonly [atMs: number, value: number];

const KERNEL_MS = 150;

/** The raw samples smoothed without delay: each is the triangle-weighted mean of those up to 150 ms around it. It does not eat a peak that is held for a tenth of a second. */
export function zeroPhase(samples: readonly Sample[]): Sample[] {
  return samples.map(([atMs], i) => {
    let sum = 0;
    let weights = 0;
    const take = (j: number): boolean => {
      const [otherMs, value] = samples[j] as Sample;
      const part = 1 - Math.abs(otherMs - atMs) / KERNEL_MS;
      if (part <= 0) return false;
      sum += part * value;
      weights += part;
      return true;
    };
    take(i);
    for (let j = i - 1; j >= 0 && take(j); j--);
    for (let j = i + 1; j < samples.length && take(j); j++);
    return [atMs, sum / weights];
  });
}

/** Standard deviation of what zero-phase smoothing takes away: the jitter of single frames. */
export function jitterOf(samples: readonly Sample[]): number {
  if (samples.length < 4) return 0;
  const smooth = zeroPhase(samples);
  const squares = samples.reduce((sum, [, value], i) => sum + (value - (smooth[i]?.[1] ?? value)) ** 2, 0);
  return Math.sqrt(squares / samples.length);
}
