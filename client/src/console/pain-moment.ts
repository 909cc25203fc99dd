/** What one frame told of the movement, as it came from the patient's device. */
export interface Sample {
  /** Capture time, ms on the patient's clock. */
  captureMs: number;
  /** When it arrived here, performance.now ms. */
  receivedMs: number;
  angleDegrees: number | null;
  uncertaintyDegrees: number | null;
  /** The limb is on its way or at its end, no more in its start pose. */
  isMoving: boolean;
}

export interface PainMoment {
  angleDegrees: number | null;
  uncertaintyDegrees: number | null;
  backdatedMs: number;
  how: 'pause' | 'key';
}

/** From the patient's word or face to the therapist's key: seeing, deciding, pressing (choice reactions of 300–600 ms; practice). */
const REACTION_MS = 450;
/** By how much that differs from press to press. */
const SPREAD_MS = 250;
/** A stop that is asked for lasts a second; one seen this long is one. */
const PAUSE_MS = 800;
const PAUSE_DEGREES = 4;
/** Nearer to where the movement began, the limb has not left yet. */
const LEFT_DEGREES = 8;
/** A pause is what is meant when it ended no longer ago than this. */
const PAUSE_AGE_MS = 2_000;

/**
 * The angle at which it hurt, from the key's time: at the pause the patient made there, else dated back from the frame
 * that was on the screen (`shownMs`, capture time; null without a picture) by the time a press takes, with a ± that
 * covers what the limb swept meanwhile. `pressedMs` is performance.now.
 */
export function painMoment(samples: readonly Sample[], pressedMs: number, shownMs: number | null): PainMoment {
  const arrived = samples.filter((sample) => sample.receivedMs <= pressedMs);
  const seenMs = shownMs ?? arrived.at(-1)?.captureMs ?? 0;
  const shown = arrived.findLast((sample) => sample.captureMs <= seenMs);
  // How long the frame on the screen had been here: the measured part of the delay.
  const onScreenMs = shown ? Math.max(0, pressedMs - shown.receivedMs) : 0;
  const pause = pauseBefore(arrived, seenMs);
  if (pause) {
    const { from, angleDegrees, uncertaintyDegrees } = pause;
    return { angleDegrees, uncertaintyDegrees, backdatedMs: Math.round(onScreenMs + seenMs - from), how: 'pause' };
  }
  const atMs = seenMs - REACTION_MS;
  const backdatedMs = Math.round(onScreenMs + REACTION_MS);
  const near = arrived.filter((sample) => Math.abs(sample.captureMs - atMs) <= SPREAD_MS).filter(isSeen);
  const closest = [...near].sort((a, b) => Math.abs(a.captureMs - atMs) - Math.abs(b.captureMs - atMs))[0];
  if (!closest) return { angleDegrees: null, uncertaintyDegrees: null, backdatedMs, how: 'key' };
  const swept = Math.max(...near.map(({ angleDegrees }) => Math.abs(angleDegrees - closest.angleDegrees)));
  return {
    angleDegrees: closest.angleDegrees,
    uncertaintyDegrees: closest.uncertaintyDegrees + swept,
    backdatedMs,
    how: 'key',
  };
}

type Seen = Sample & { angleDegrees: number; uncertaintyDegrees: number };

function isSeen(sample: Sample): sample is Seen {
  return sample.angleDegrees !== null && sample.uncertaintyDegrees !== null;
}

/** The latest stretch without movement on the way, long enough to be meant, that goes on or ended just now. */
function pauseBefore(samples: readonly Sample[], seenMs: number) {
  const shown = samples.filter((sample) => sample.captureMs <= seenMs);
  const way = shown.slice(shown.findLastIndex((sample) => !sample.isMoving) + 1).filter(isSeen);
  const start = way[0]?.angleDegrees ?? 0;
  for (let last = way.length - 1; last > 0; last--) {
    const end = way[last];
    if (!end || seenMs - end.captureMs > PAUSE_AGE_MS) return null;
    const stretch = stretchUpTo(way, last);
    const from = stretch[0]?.captureMs ?? end.captureMs;
    if (end.captureMs - from < PAUSE_MS) continue;
    const mean = stretch.reduce((sum, { angleDegrees }) => sum + angleDegrees, 0) / stretch.length;
    if (Math.abs(mean - start) < LEFT_DEGREES) return null;
    const own = Math.max(...stretch.map(({ uncertaintyDegrees }) => uncertaintyDegrees));
    return { from, angleDegrees: mean, uncertaintyDegrees: own + PAUSE_DEGREES / 2 };
  }
  return null;
}

function stretchUpTo(way: readonly Seen[], last: number): Seen[] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let first = last;
  for (; first >= 0; first--) {
    const angle = way[first]?.angleDegrees ?? 0;
    [least, most] = [Math.min(least, angle), Math.max(most, angle)];
    if (most - least > PAUSE_DEGREES) break;
  }
  return way.slice(first + 1, last + 1);
}
