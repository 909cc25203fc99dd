import type { Exercise } from '../programme/index.ts';
import { type Conduct, contradictionsOf } from './conduct.ts';
import type { Cycle } from './cycle.ts';
import { apart, type Place } from './person.ts';
import { isFromRest } from './rest-level.ts';
import type { Repetition } from './results.ts';
import { findingsOf, isInRestPose, type Watch } from './watch.ts';

/** Trunk lengths: who ends further from where they began has walked. */
const WALKED = 0.9;

/** What is known of a set when a cycle closes. */
export interface RowContext {
  exercise: Exercise;
  index: number;
  /** The lowest rest before it in this set, on the signal's scale; null before the first. */
  restLevel: number | null;
  /** Where the person was when the cycle began, and is now. */
  from: Place | null;
  here: Place | null;
  /** Degrees off the exercise's plane. */
  offPlaneDegrees: number;
  uncertaintyDegrees: number;
  watch: Watch;
  conduct: Conduct;
  yaw: number | null;
}

/** +1 where the angle grows on the way out, −1 where it falls: the signal always rises. */
export function directionOf({ restDegrees, workDegrees }: Pick<Exercise, 'restDegrees' | 'workDegrees'>): 1 | -1 {
  return workDegrees > restDegrees ? 1 : -1;
}

/** The ledger's row of a cycle. */
export function rowOf(cycle: Cycle, context: RowContext): Repetition {
  const { exercise, watch, from, here, offPlaneDegrees } = context;
  const isTimed = exercise.counting === 'time';
  // A foot lifted less than before is held all the same.
  const reasons: string[] = cycle.reasons.filter((code) => !(isTimed && code === 'shallower-than-usual'));
  const rangeDegrees = Math.abs(cycle.peak - cycle.rest);
  const contradictions: string[] = contradictionsOf(context.conduct, exercise, rangeDegrees, context.yaw);
  if (exercise.feet !== 'any' && from && here && hasWalked(from, here)) contradictions.unshift('moved-away');
  reasons.push(...new Set(contradictions));
  if (!reasons.includes('start-not-seen') && !isInRestPose(watch, exercise)) reasons.push('other-position');
  if (!isFromRest(cycle, context.restLevel) && !reasons.includes('no-return')) reasons.push('no-return');
  const confidence = confidenceOf(cycle, context);
  if (confidence < LEAST_CONFIDENCE) reasons.push('seen-badly');
  if (offPlaneDegrees > exercise.refuseCountOffPlaneDegrees) reasons.push('wrong-view');
  const isComplete = reasons.length === 0;
  const isInPlane = offPlaneDegrees <= exercise.refuseRangeOffPlaneDegrees;
  if (!isInPlane && !isTimed && !reasons.includes('wrong-view')) reasons.push('wrong-view');
  const isRanged = isInPlane && !isTimed;
  return {
    index: context.index,
    startMs: cycle.startMs,
    peakMs: cycle.peakMs,
    endMs: cycle.endMs,
    peakDegrees: isRanged ? directionOf(exercise) * Math.max(cycle.peak, cycle.rest) : null,
    rangeDegrees: isRanged ? rangeDegrees : null,
    uncertaintyDegrees: isRanged ? context.uncertaintyDegrees : null,
    tempo: isTimed ? null : tempoOf(cycle, exercise),
    validity: isComplete ? 'complete' : 'partial',
    reasons,
    ...findingsOf(watch, exercise),
    confidence,
  };
}

function hasWalked(from: Place, here: Place): boolean {
  return apart(from, here) > WALKED && Math.abs(from.x - here.x) / here.size > WALKED;
}

/**
 * Seconds: eccentric, pause, concentric, pause, to tenths. The pause at rest is the one before the repetition. Of who
 * began at the working end the way out is the way back.
 */
function tempoOf(
  { outBeganMs, outDoneMs, backBeganMs, backDoneMs, restedMs, rest: restLevel, peak }: Cycle,
  { concentric }: Exercise,
): Repetition['tempo'] {
  const isLiftedFirst = (concentric === 'out') === peak >= restLevel;
  const tenths = (ms: number) => Math.round(ms / 100) / 10;
  const [out, turn, back, rest] = [
    outDoneMs - outBeganMs,
    backBeganMs - outDoneMs,
    backDoneMs - backBeganMs,
    restedMs,
  ].map(tenths) as [number, number, number, number];
  return isLiftedFirst ? [back, rest, out, turn] : [out, turn, back, rest];
}

/** Points seen this well are seen fully, and this badly not at all. */
const WELL_SEEN = 0.9;
const UNSEEN = 0.3;
/** This many frames tell a repetition's shape. */
const ENOUGH_FRAMES = 12;
/** Up to here the view is as asked for; from there to 90° off the plane trust falls to a half. Degrees. */
const GOOD_VIEW = 20;

/** What was seen worse than this is a row, and does not count. */
const LEAST_CONFIDENCE = 0.2;

/**
 * How well the camera saw a repetition, 0–1: the product of how visible its points were, how many frames it was seen
 * in, how near the view was to its plane, and how much larger it was than the jitter. It weighs a row against others;
 * it is no probability.
 */
function confidenceOf(cycle: Cycle, { watch, offPlaneDegrees }: RowContext): number {
  const visible = clamp((watch.visibility / Math.max(1, watch.frames) - UNSEEN) / (WELL_SEEN - UNSEEN));
  const often = clamp(watch.frames / ENOUGH_FRAMES);
  const view = 1 - 0.5 * clamp((offPlaneDegrees - GOOD_VIEW) / (90 - GOOD_VIEW));
  const excursion = Math.abs(cycle.peak - cycle.rest);
  const clear = excursion > 0 ? clamp(1 - (2 * cycle.jitter) / excursion) : 0;
  return Math.round(visible * often * view * clear * 100) / 100;
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}
