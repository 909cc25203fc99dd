import { findExercise, type TimedTest } from '../programme/index.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { signalOf } from './signal.ts';
import { createStance, foldStance, type StanceFold } from './stance-fold.ts';
import { createStands, foldStands, type StandFold } from './stand-fold.ts';
import { bodyYaw } from './view.ts';

/** JSON-serialisable memory of a timed test. Times are on the frames' clock, ms. */
export interface TimedFold {
  test: TimedTest;
  side: Side | null;
  /** When the word "Go" was said; null while the person gets ready. */
  goMs: number | null;
  stands: StandFold;
  /** How many stands there were before "Go": practice. */
  practised: number;
  stance: StanceFold | null;
  yaw: number | null;
  /** At the last frame before the clock ran out. */
  lastShare: number;
  lastMs: number | null;
  ended: { atMs: number; by: TimedEnd } | null;
}

export type TimedEnd = 'clock' | 'fifth-stand' | 'touch-down' | 'key';

/** The outcome: how often or how long, and what ended it. */
export interface TimedResult {
  value: number | null;
  unit: 'count' | 'seconds';
  endedBy: TimedEnd;
  /** The last stand was under way at 30 s, more than half-way up, and counts. */
  lastWasUnderWay: boolean;
}

const FIVE = 5;
const HALF_WAY = 0.5;
/** Somebody is up when the knees have not straightened further for this long. */
const UP_MS = 300;

/** Begins a test; the person is watched while getting ready. */
export function createTimed(test: TimedTest, { side = null }: { side?: Side | null } = {}): TimedFold {
  const stance = test.ends === 'touch-down' ? createStance(side ?? 'left') : null;
  return {
    test,
    side,
    goMs: null,
    stands: createStands(),
    practised: 0,
    stance,
    yaw: null,
    lastShare: 0,
    lastMs: null,
    ended: null,
  };
}

/** The word "Go": the clock starts. */
export function goTimed(fold: TimedFold, atMs: number): TimedFold {
  if (fold.goMs !== null) return fold;
  const stance = fold.stance && { ...fold.stance, liftedMs: null, downMs: null, lowSinceMs: null };
  return { ...fold, goMs: atMs, practised: fold.stands.stoodMs.length, stance };
}

/** The therapist's key ends it, whatever it is. */
export function endTimed(fold: TimedFold, atMs: number): TimedFold {
  return fold.goMs === null || fold.ended ? fold : { ...fold, ended: { atMs, by: 'key' } };
}

/** The test after one more frame. */
export function foldTimed(before: TimedFold, frame: LandmarkFrame): TimedFold {
  if (before.ended || frame.captureMs <= (before.lastMs ?? Number.NEGATIVE_INFINITY)) return before;
  const late = afterLimit(before, frame.captureMs);
  if (late) return late;
  const yaw = bodyYaw(frame) ?? before.yaw;
  const now = { ...before, yaw, lastMs: frame.captureMs };
  if (now.stance) return whileStanding({ ...now, stance: foldStance(now.stance, frame) });
  if (now.test.ends === 'key') return now;
  return whileRising(now, frame);
}

/** Seconds on the clock; before "Go", or lift-off, 0. */
export function secondsOf(fold: TimedFold, atMs: number): number {
  const fromMs = startOf(fold);
  return fromMs === null ? 0 : Math.max(0, (fold.ended?.atMs ?? atMs) - fromMs) / 1000;
}

/** Stands since "Go". */
export function standsOf({ stands, practised, goMs }: TimedFold): number {
  return goMs === null ? 0 : stands.stoodMs.length - practised;
}

/** The outcome; null while it goes on. No value where it was broken off before it told anything. */
export function timedResult(fold: TimedFold): TimedResult | null {
  const { test, ended, lastShare, stands } = fold;
  if (!ended) return null;
  const isUnderWay =
    ended.by === 'clock' && lastShare > HALF_WAY && (stands.phase === 'rising' || stands.phase === 'seated');
  if (test.result === 'count') {
    const value = ended.by === 'clock' ? standsOf(fold) + (isUnderWay ? 1 : 0) : null;
    return { value, unit: 'count', endedBy: ended.by, lastWasUnderWay: isUnderWay };
  }
  const isCutShort = test.ends === 'fifth-stand' && ended.by !== 'fifth-stand';
  const value = startOf(fold) === null || isCutShort ? null : secondsOf(fold, ended.atMs);
  return { value, unit: 'seconds', endedBy: ended.by, lastWasUnderWay: false };
}

function startOf({ test, goMs, stance }: TimedFold): number | null {
  return test.starts === 'lift-off' ? (goMs === null ? null : (stance?.liftedMs ?? null)) : goMs;
}

/** The clock has run out between two frames: what is told is what the last one before it showed. */
function afterLimit(fold: TimedFold, atMs: number): TimedFold | null {
  const fromMs = startOf(fold);
  const { limitS } = fold.test;
  if (fromMs === null || limitS === null || atMs - fromMs < limitS * 1000) return null;
  return { ...fold, ended: { atMs: fromMs + limitS * 1000, by: 'clock' } };
}

function whileStanding(fold: TimedFold): TimedFold {
  const { stance, goMs } = fold;
  if (goMs === null || stance?.downMs == null) return fold;
  return { ...fold, ended: { atMs: stance.downMs, by: 'touch-down' } };
}

function whileRising(fold: TimedFold, frame: LandmarkFrame): TimedFold {
  const exercise = findExercise('sit-to-stand');
  const knee = exercise ? signalOf(frame, exercise, 'left', fold.yaw) : null;
  if (knee === null) return fold;
  const stands = foldStands(fold.stands, knee, frame.captureMs);
  const now = { ...fold, stands, lastShare: stands.share };
  const fifth = now.goMs === null ? undefined : stands.stoodMs[now.practised + FIVE - 1];
  if (fold.test.ends !== 'fifth-stand' || fifth === undefined) return now;
  const isUp = stands.phase !== 'standing' || frame.captureMs - fifth >= UP_MS;
  return isUp ? { ...now, ended: { atMs: fifth, by: 'fifth-stand' } } : now;
}
