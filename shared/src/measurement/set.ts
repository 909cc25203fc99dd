import type { Exercise } from '../programme/index.ts';
import { type Conduct, createConduct, foldConduct, nextConduct } from './conduct.ts';
import { type CycleRule, type CycleState, createCycle, endCycle, foldCycle } from './cycle.ts';
import { refusalsOf } from './gate.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { type Place, placeOf } from './person.ts';
import { restLevelAfter, restLevelAt } from './rest-level.ts';
import { type LiveReading, NOTHING_READ, type Repetition } from './results.ts';
import { directionOf, type RowContext, rowOf } from './set-row.ts';
import { betterSeen, seenOf, signalOf } from './signal.ts';
import { uncertaintyOf } from './uncertainty.ts';
import { bodyYaw, offPlane, turnFrom } from './view.ts';
import { createWatch, foldWatch, isInRestPose, nextWatch, type Watch } from './watch.ts';

/** JSON-serialisable memory of a set: it can be put down at any frame and taken up again. */
export interface SetFold {
  exercise: Exercise;
  /** The limb counted; null until one is chosen. */
  side: Side | null;
  /** The side was asked for: another that is seen better is not counted instead. */
  isSideAsked: boolean;
  rule: CycleRule;
  cycle: CycleState;
  watch: Watch;
  conduct: Conduct;
  ledger: readonly Repetition[];
  /** The lowest rest of this set's repetitions, on the signal's scale. */
  restLevel: number | null;
  yaw: number | null;
  /** Where the person was when the cycle under way began. */
  place: Place | null;
  poseFps: number;
  /** Null before the first frame. */
  lastMs: number | null;
  reading: LiveReading;
}

export interface SetOptions {
  side?: Side | null;
  /** The prescribed turn, degrees: one that is nearer than usual makes a smaller movement a full one. */
  targetDegrees?: number | null;
}

const YAW_MS = 400;
/** The other limb is counted instead, between two repetitions, when it is seen this much better. */
const BETTER_BY = 0.25;
/** A full repetition goes at least this share of the way to a prescribed target. */
const TARGET_SHARE = 0.5;
const LEAST_EXCURSION = 10;

/** Begins a set. Without a side, the better seen limb is counted. */
export function createSet(exercise: Exercise, { side = null, targetDegrees = null }: SetOptions = {}): SetFold {
  return {
    exercise,
    side: exercise.limbs === 'one' ? side : 'left',
    isSideAsked: side !== null,
    rule: ruleOf(exercise, targetDegrees),
    cycle: createCycle(),
    watch: createWatch(),
    conduct: createConduct(),
    ledger: [],
    restLevel: null,
    yaw: null,
    place: null,
    poseFps: 0,
    lastMs: null,
    reading: NOTHING_READ,
  };
}

/** The set after one more frame. Rows are added to the ledger when their end is seen. */
export function foldSet(before: SetFold, frame: LandmarkFrame): SetFold {
  if (frame.captureMs <= (before.lastMs ?? Number.NEGATIVE_INFINITY)) return before;
  const { exercise } = before;
  const timed = withLimb(withTime(before, frame), frame);
  const side = timed.side ?? 'right';
  const refusals = refusalsOf(frame, exercise.angle, exercise.limbs === 'one' ? side : betterSeen(frame, exercise));
  const angle = signalOf(frame, exercise, side, timed.yaw);
  if (angle === null) {
    const unseen = { captureMs: frame.captureMs, angleDegrees: null, uncertaintyDegrees: null, progress: null };
    return { ...timed, reading: { ...timed.reading, ...unseen, refusals } };
  }
  const signal = directionOf(exercise) * angle;
  const { state, closed } = foldCycle(timed.cycle, timed.rule, signal, frame.captureMs);
  const isMoving = state.phase === 'out' || state.phase === 'back';
  const isFurthest = isMoving && state.highMs === frame.captureMs;
  const moment = { side, yaw: timed.yaw, isMoving, isFurthest };
  const here = placeOf(frame);
  // What closes a repetition still belongs to it.
  const conduct = foldConduct(timed.conduct, frame, exercise, { ...moment, isMoving: isMoving || closed !== null });
  const row = closed && rowOf(closed, contextOf({ ...timed, conduct }, closed.jitter, here));
  const ledger = row ? [...timed.ledger, row] : timed.ledger;
  const isShown = refusals.length === 0 && exercise.counting !== 'time';
  return {
    ...timed,
    cycle: state,
    watch: foldWatch(closed ? nextWatch(timed.watch) : timed.watch, frame, exercise, moment),
    conduct: closed ? nextConduct(conduct, isMoving) : conduct,
    ledger,
    restLevel:
      closed && row
        ? restLevelAfter(timed.restLevel, closed, row)
        : restLevelAt(timed.restLevel, state, {
            isPosed: isInRestPose(timed.watch, exercise),
            atMs: frame.captureMs,
          }),
    place: isMoving ? (closed ? here : (timed.place ?? here)) : null,
    reading: {
      captureMs: frame.captureMs,
      angleDegrees: isShown ? angle : null,
      uncertaintyDegrees: isShown ? errorOf(timed, 0, state.filter?.speed ?? 0) : null,
      refusals,
      count: ledger.filter((row) => row.validity === 'complete').length,
      step: isMoving ? 'moving' : 'get-ready',
      progress: progressOf(exercise, signal, state),
    },
  };
}

/** What both screens show now. */
export function readSet(fold: SetFold): LiveReading {
  return fold.reading;
}

/** Ends the set: what is under way becomes a partial row, or an interrupted one. */
export function finishSet(fold: SetFold, how: 'ended' | 'interrupted'): SetFold {
  const under = endCycle(fold.cycle, fold.rule);
  if (!under) return fold;
  const row = rowOf(under, contextOf(fold, under.jitter, null));
  const validity = how === 'interrupted' ? 'interrupted' : row.validity;
  return { ...fold, ledger: [...fold.ledger, { ...row, validity }], cycle: createCycle() };
}

function withTime(before: SetFold, frame: LandmarkFrame): SetFold {
  const yawNow = bodyYaw(frame);
  const gap = frame.captureMs - (before.lastMs ?? Number.NEGATIVE_INFINITY);
  const share = Number.isFinite(gap) ? 1 - Math.exp(-gap / YAW_MS) : 1;
  const yaw =
    yawNow === null ? before.yaw : before.yaw === null ? yawNow : before.yaw + share * turnFrom(before.yaw, yawNow);
  const fps = Number.isFinite(gap) && gap > 0 ? 1000 / gap : 0;
  const poseFps = before.poseFps === 0 ? fps : before.poseFps + 0.1 * (fps - before.poseFps);
  return { ...before, yaw, poseFps, lastMs: frame.captureMs };
}

/** Which limb is counted: who walks into place and turns round shows another one than at first. */
function withLimb(before: SetFold, frame: LandmarkFrame): SetFold {
  const { exercise, side, isSideAsked, cycle } = before;
  if (!frame.image || isSideAsked || exercise.limbs !== 'one') return before;
  const better = betterSeen(frame, exercise);
  if (side === null) return { ...before, side: better };
  const isMoving = cycle.phase === 'out' || cycle.phase === 'back';
  if (isMoving || seenOf(frame, exercise, better) - seenOf(frame, exercise, side) < BETTER_BY) return before;
  return {
    ...before,
    side: better,
    cycle: { ...createCycle(), usual: cycle.usual },
    watch: createWatch(),
    conduct: createConduct(),
    restLevel: null,
  };
}

function ruleOf(exercise: Exercise, targetDegrees: number | null): CycleRule {
  const direction = directionOf(exercise);
  const { minExcursionDegrees, minDurationMs, restDegrees, workDegrees, eitherEnd } = exercise;
  const asked = targetDegrees === null ? minExcursionDegrees : TARGET_SHARE * Math.abs(targetDegrees - restDegrees);
  return {
    minExcursion: Math.min(minExcursionDegrees, Math.max(LEAST_EXCURSION, asked)),
    minDurationMs,
    rest: direction * restDegrees,
    work: direction * workDegrees,
    eitherEnd,
  };
}

function errorOf({ exercise, yaw, poseFps }: SetFold, jitterDegrees: number, speed: number): number {
  const offPlaneDegrees = offPlane(yaw ?? 45, exercise.plane);
  return uncertaintyOf({ angle: exercise.angle, offPlaneDegrees, jitterDegrees, visibility: 1, poseFps, speed });
}

function contextOf(fold: SetFold, jitter: number, here: Place | null): RowContext {
  const { exercise, ledger, restLevel, place, watch, conduct, yaw } = fold;
  return {
    exercise,
    index: ledger.length + 1,
    restLevel,
    from: place,
    here,
    offPlaneDegrees: offPlane(yaw ?? 45, exercise.plane),
    uncertaintyDegrees: errorOf(fold, jitter, 0),
    watch,
    conduct,
    yaw,
  };
}

function progressOf(exercise: Exercise, signal: number, state: CycleState): number {
  const rest = directionOf(exercise) * exercise.restDegrees;
  const reach = Math.abs(exercise.workDegrees - exercise.restDegrees);
  const share = state.sign === 1 ? (signal - rest) / reach : 1 - (signal - rest) / reach;
  return Math.max(0, Math.min(1.2, share));
}
