import { findExercise, type TimedTest } from '../programme/index.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { createSeat, foldSeat, type SeatFold } from './seat-fold.ts';
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
  seat: SeatFold | null;
  yaw: number | null;
  /** At the last frame before the clock ran out. */
  lastShare: number;
  lastMs: number | null;
  /** The usual time between two frames, ms; null before the second. */
  gapMs: number | null;
  ended: { atMs: number; by: TimedEnd } | null;
}

export type TimedEnd = 'clock' | 'fifth-stand' | 'touch-down' | 'seated-again' | 'key';

/** The outcome: how often or how long, and what ended it. */
export interface TimedResult {
  value: number | null;
  unit: 'count' | 'seconds';
  /** ± of a time, seconds: what lies between two frames, at the end and at a lift-off. Null for a count. */
  uncertaintySeconds: number | null;
  endedBy: TimedEnd;
  /** The last stand was under way at 30 s, more than half-way up, and counts. */
  lastWasUnderWay: boolean;
  /** When each stand was reached, seconds after "Go". */
  standsAtS: readonly number[];
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
    seat: test.ends === 'seated-again' ? createSeat() : null,
    yaw: null,
    lastShare: 0,
    lastMs: null,
    gapMs: null,
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
  const timed = passTimed(before, frame.captureMs);
  if (timed.ended) return timed;
  const yaw = bodyYaw(frame) ?? before.yaw;
  const now = { ...before, yaw, lastMs: frame.captureMs, gapMs: gapAt(before, frame.captureMs) };
  if (now.stance) return whileStanding({ ...now, stance: foldStance(now.stance, frame) });
  if (now.seat) return whileWalking({ ...now, seat: foldSeat(now.seat, frame, now.goMs !== null) });
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
  const standsAtS = stands.stoodMs.slice(fold.practised).map((atMs) => (atMs - (fold.goMs ?? atMs)) / 1000);
  const told = { endedBy: ended.by, lastWasUnderWay: isUnderWay, standsAtS };
  if (test.result === 'count') {
    const value = ended.by === 'clock' ? standsOf(fold) + (isUnderWay ? 1 : 0) : null;
    return { ...told, value, unit: 'count', uncertaintySeconds: null };
  }
  const isCutShort = test.ends === 'fifth-stand' && ended.by !== 'fifth-stand';
  const value = startOf(fold) === null || isCutShort ? null : secondsOf(fold, ended.atMs);
  return { ...told, value, unit: 'seconds', uncertaintySeconds: value === null ? null : uncertaintyOf(fold) };
}

/** What the camera saw happened within a frame of when it was seen; the clock's own "Go" and end are exact. */
function uncertaintyOf({ test, ended, gapMs }: TimedFold): number {
  const isSeen = ended?.by !== 'clock' && ended?.by !== 'key';
  const edges = (isSeen ? 1 : 0) + (test.starts === 'lift-off' ? 1 : 0);
  return (edges * (gapMs ?? 0)) / 1000;
}

/** A gap is a pause of the camera where it is this much longer than usual. */
const PAUSED = 4;

function gapAt({ lastMs, gapMs }: TimedFold, atMs: number): number | null {
  if (lastMs === null) return null;
  const gap = atMs - lastMs;
  return gapMs === null ? gap : gapMs + 0.1 * (Math.min(gap, PAUSED * gapMs) - gapMs);
}

function startOf({ test, goMs, stance }: TimedFold): number | null {
  return test.starts === 'lift-off' ? (goMs === null ? null : (stance?.liftedMs ?? null)) : goMs;
}

/** The clock has come to `atMs`: where the limit is passed it is over, and what is told is what the last frame before it showed. */
export function passTimed(fold: TimedFold, atMs: number): TimedFold {
  const fromMs = startOf(fold);
  const { limitS } = fold.test;
  if (fold.ended || fromMs === null || limitS === null || atMs - fromMs < limitS * 1000) return fold;
  return { ...fold, ended: { atMs: fromMs + limitS * 1000, by: 'clock' } };
}

function whileWalking(fold: TimedFold): TimedFold {
  const seatedMs = fold.seat?.seatedMs ?? null;
  return seatedMs === null ? fold : { ...fold, ended: { atMs: seatedMs, by: 'seated-again' } };
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
