import type { Exercise } from '../programme/index.ts';
import { angleOf, pointsIn, pointsNeeded, visibilityOf } from './angles.ts';
import { type Cycle, type CycleRule, type CycleState, createCycle, endCycle, foldCycle } from './cycle.ts';
import { refusalsOf } from './gate.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { apart, type Place, placeOf } from './person.ts';
import { readAngle } from './read-angle.ts';
import type { LiveReading, Repetition } from './results.ts';
import { uncertaintyOf } from './uncertainty.ts';
import { bodyYaw, offPlane } from './view.ts';

/** JSON-serialisable memory of a set: it can be put down at any frame and taken up again. */
export interface SetFold {
  exercise: Exercise;
  /** The limb counted; null until one is chosen. */
  side: Side | null;
  cycle: CycleState;
  ledger: readonly Repetition[];
  yaw: number | null;
  yawMs: number;
  /** Where the person was when the cycle under way began. */
  place: Place | null;
  poseFps: number;
  /** Null before the first frame. */
  lastMs: number | null;
  reading: LiveReading;
}

const COUNTING_VISIBILITY = 0.3;
const YAW_MS = 400;
/** Trunk lengths: who ends further from where they began has walked. */
const WALKED = 0.9;
/** A limb seen this much less than the other is not believed. */
const HALF_SEEN = 0.45;
/** The trunk leans at least this far from upright where the body is horizontal, degrees; the camera may look down on it. */
const HORIZONTAL_FROM = 40;
/** Both legs bend in a squat; one alone is a step. */
const LESSER_LIMB = 1.5;

/** Begins a set. Without a side, the better seen limb is counted. */
export function createSet(exercise: Exercise, { side = null }: { side?: Side | null } = {}): SetFold {
  return {
    exercise,
    side: exercise.limbs === 'both' ? 'left' : side,
    cycle: createCycle(),
    ledger: [],
    yaw: null,
    yawMs: 0,
    place: null,
    poseFps: 0,
    lastMs: null,
    reading: emptyReading(),
  };
}

function emptyReading(): LiveReading {
  return {
    captureMs: 0,
    angleDegrees: null,
    uncertaintyDegrees: null,
    refusals: ['no-person'],
    count: 0,
    step: 'get-ready',
    progress: null,
  };
}

/** The set after one more frame. Rows are added to the ledger when their end is seen. */
export function foldSet(before: SetFold, frame: LandmarkFrame): SetFold {
  if (frame.captureMs <= (before.lastMs ?? Number.NEGATIVE_INFINITY)) return before;
  const { exercise } = before;
  const timed = withTime(before, frame);
  const side = timed.side ?? betterSeen(frame, exercise);
  const refusals = refusalsOf(frame, exercise.angle, side);
  const angle =
    frame.image && isSeen(frame, exercise, side) && isPosed(frame, exercise)
      ? signalOf(frame, exercise, side, timed.yaw)
      : null;
  if (angle === null) {
    const reading = {
      ...timed.reading,
      captureMs: frame.captureMs,
      angleDegrees: null,
      uncertaintyDegrees: null,
      refusals,
      progress: null,
    };
    return { ...timed, reading };
  }
  const direction = directionOf(exercise);
  const rule = ruleOf(exercise);
  const { state, closed } = foldCycle(timed.cycle, rule, direction * angle, frame.captureMs);
  const here = placeOf(frame);
  const place = state.phase === 'out' || state.phase === 'back' ? (timed.place ?? here) : null;
  const ledger = closed ? [...timed.ledger, toRow(timed, closed, here)] : timed.ledger;
  const moving = state.phase === 'out' || state.phase === 'back';
  return {
    ...timed,
    side,
    cycle: state,
    ledger,
    place: closed && moving ? here : place,
    reading: {
      captureMs: frame.captureMs,
      angleDegrees: refusals.length > 0 ? null : angle,
      uncertaintyDegrees: refusals.length > 0 ? null : errorOf(timed, 0, state.filter?.speed ?? 0, 1),
      refusals,
      count: ledger.filter((row) => row.validity === 'complete').length,
      step: moving ? 'moving' : 'get-ready',
      progress: progressOf(exercise, direction * angle, state),
    },
  };
}

/** What both screens show now. */
export function readSet(fold: SetFold): LiveReading {
  return fold.reading;
}

/** Ends the set: what is under way becomes a partial row, or an interrupted one. */
export function finishSet(fold: SetFold, how: 'ended' | 'interrupted'): SetFold {
  const under = endCycle(fold.cycle, ruleOf(fold.exercise));
  if (!under) return fold;
  const row = toRow(fold, under, null);
  const validity = how === 'interrupted' ? 'interrupted' : row.validity;
  return { ...fold, ledger: [...fold.ledger, { ...row, validity }], cycle: createCycle() };
}

function withTime(before: SetFold, frame: LandmarkFrame): SetFold {
  const yawNow = bodyYaw(frame);
  const gap = frame.captureMs - (before.lastMs ?? Number.NEGATIVE_INFINITY);
  const share = Number.isFinite(gap) ? 1 - Math.exp(-gap / YAW_MS) : 1;
  const yaw =
    yawNow === null ? before.yaw : before.yaw === null ? yawNow : before.yaw + share * wrap(yawNow - before.yaw);
  const fps = Number.isFinite(gap) && gap > 0 ? 1000 / gap : 0;
  const poseFps = before.poseFps === 0 ? fps : before.poseFps + 0.1 * (fps - before.poseFps);
  return { ...before, yaw, poseFps, lastMs: frame.captureMs };
}

function wrap(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

function betterSeen(frame: LandmarkFrame, { angle }: Exercise): Side {
  const { image } = frame;
  if (!image) return 'right';
  const seen = (side: Side) => visibilityOf(image, pointsNeeded(angle, side));
  return seen('left') > seen('right') ? 'left' : 'right';
}

function isSeen({ image }: LandmarkFrame, { angle, limbs }: Exercise, side: Side): boolean {
  if (!image) return false;
  const seen = (one: Side) => visibilityOf(image, pointsNeeded(angle, one));
  return (limbs === 'both' ? Math.max(seen('left'), seen('right')) : seen(side)) >= COUNTING_VISIBILITY;
}

/** Whether the body is in the exercise's posture: nobody does a push-up upright. */
function isPosed(frame: LandmarkFrame, { posture }: Exercise): boolean {
  if (posture === 'any') return true;
  const points = pointsIn(frame, 'planar');
  const lean = points && angleOf(points, 'trunk-inclination', 'left');
  return lean !== null && lean >= HORIZONTAL_FROM;
}

/** The exercise's angle in one frame, degrees. */
function signalOf(frame: LandmarkFrame, exercise: Exercise, side: Side, yaw: number | null): number | null {
  const { angle, method, plane, limbs } = exercise;
  const read = (one: Side) => readAngle(frame, angle, one, { method, plane, yaw });
  if (limbs === 'one' || !frame.image) return read(side);
  const [left, right] = [read('left'), read('right')];
  if (left === null || right === null) return left ?? right;
  const { image } = frame;
  const seen = (one: Side) => visibilityOf(image, pointsNeeded(angle, one));
  const [seenLeft, seenRight] = [seen('left'), seen('right')];
  if (seenLeft < HALF_SEEN * seenRight) return right;
  if (seenRight < HALF_SEEN * seenLeft) return left;
  const mean = (left * seenLeft + right * seenRight) / (seenLeft + seenRight);
  return Math.min(mean, LESSER_LIMB * Math.min(left, right) + 10);
}

/** +1 where the angle grows on the way out, −1 where it falls: the signal always rises. */
function directionOf({ restDegrees, workDegrees }: Exercise): 1 | -1 {
  return workDegrees > restDegrees ? 1 : -1;
}

function ruleOf(exercise: Exercise): CycleRule {
  const direction = directionOf(exercise);
  const { minExcursionDegrees, minDurationMs, restDegrees, workDegrees, eitherEnd } = exercise;
  return {
    minExcursion: minExcursionDegrees,
    minDurationMs,
    rest: direction * restDegrees,
    work: direction * workDegrees,
    eitherEnd,
  };
}

function errorOf(
  { exercise, yaw, poseFps }: SetFold,
  jitterDegrees: number,
  speed: number,
  visibility: number,
): number {
  const offPlaneDegrees = offPlane(yaw ?? 45, exercise.plane);
  return uncertaintyOf({ angle: exercise.angle, offPlaneDegrees, jitterDegrees, visibility, poseFps, speed });
}

function toRow(fold: SetFold, cycle: Cycle, here: Place | null): Repetition {
  const { exercise, ledger } = fold;
  const reasons: string[] = [...cycle.reasons];
  if (
    exercise.inPlace &&
    fold.place &&
    here &&
    apart(fold.place, here) > WALKED &&
    Math.abs(fold.place.x - here.x) / here.size > WALKED
  ) {
    reasons.push('moved-away');
  }
  const complete = reasons.length === 0;
  const off = offPlane(fold.yaw ?? 45, exercise.plane);
  const ranged = off <= exercise.refuseRangeOffPlaneDegrees;
  if (!ranged) reasons.push('wrong-view');
  const direction = directionOf(exercise);
  return {
    index: ledger.length + 1,
    startMs: cycle.startMs,
    peakMs: cycle.peakMs,
    endMs: cycle.endMs,
    peakDegrees: ranged ? direction * cycle.peak : null,
    rangeDegrees: ranged ? Math.abs(cycle.peak - cycle.rest) : null,
    uncertaintyDegrees: ranged ? errorOf(fold, cycle.jitter, 0, 1) : null,
    tempo: tempoOf(cycle, exercise),
    validity: complete ? 'complete' : 'partial',
    reasons,
  };
}

/** Seconds: eccentric, pause, concentric, pause, to tenths. The pause at rest is the one before the repetition. */
function tempoOf(
  { startMs, outDoneMs, backBeganMs, endMs, restedMs }: Cycle,
  { concentric }: Exercise,
): Repetition['tempo'] {
  const tenths = (ms: number) => Math.round(ms / 100) / 10;
  const [out, turn, back, rest] = [outDoneMs - startMs, backBeganMs - outDoneMs, endMs - backBeganMs, restedMs].map(
    tenths,
  ) as [number, number, number, number];
  return concentric === 'out' ? [back, rest, out, turn] : [out, turn, back, rest];
}

function progressOf(exercise: Exercise, signal: number, state: CycleState): number {
  const direction = directionOf(exercise);
  const rest = direction * exercise.restDegrees;
  const reach = Math.abs(exercise.workDegrees - exercise.restDegrees);
  const share = state.sign === 1 ? (signal - rest) / reach : 1 - (signal - rest) / reach;
  return Math.max(0, Math.min(1.2, share));
}
