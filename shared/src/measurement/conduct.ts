import type { Exercise, Still } from '../programme/index.ts';
import { pointsIn } from './angles.ts';
import { approach } from './filter.ts';
import { type LandmarkFrame, POINT, type Side } from './landmarks.ts';
import { placeOf } from './person.ts';
import { readJoint } from './read-joint.ts';
import { seenOf } from './signal.ts';
import { yawBetween } from './view.ts';

/** What must hold of an exercise's repetition beside its own angle. */
type Conducted = Pick<Exercise, 'feet' | 'stay' | 'still' | 'apart'>;

/**
 * JSON-serialisable memory of what the rest of the body does while an angle comes and goes: a thigh also swings in
 * walking, an elbow also bends in scratching one's head.
 */
export interface Conduct {
  /** x and y of ankles, wrists and hips in frame heights, then the angles that stay and the one that is apart; null where unseen. */
  rest: readonly (number | null)[];
  now: readonly (number | null)[];
  /** The trunk's size and the turn of the body before the movement. */
  size: number | null;
  yaw: number | null;
  /** Trunk lengths each of these points was away at most. */
  away: readonly (number | null)[];
  /** The most each angle changed, degrees. */
  changed: readonly (number | null)[];
  /** How far apart the two sides were at the turn, degrees. */
  apart: number | null;
  lastMs: number | null;
}

export function createConduct(): Conduct {
  return { rest: [], now: [], size: null, yaw: null, away: [], changed: [], apart: null, lastMs: null };
}

const NOW_MS = 150;
const REST_MS = 300;
const JUDGED_FROM = 0.5;
const POINTS = [POINT.leftAnkle, POINT.rightAnkle, POINT.leftWrist, POINT.rightWrist, POINT.leftHip, POINT.rightHip];
/** Places in that list. */
const FEET = [0, 1] as const;
const HANDS = [2, 3] as const;
const HIPS = [4, 5] as const;
/** Trunk lengths, about half a metre each: a foot or a hand that went further did not stay. */
const STAYS = 0.5;
/** A foot that ends further from where it was has taken a step; a lifted one is still on its way down. */
const RETURNS = 1;
/** A foot that moves less has not left the floor. */
const GOES = 0.12;
/** Hips that swing further than this do not stay, trunk lengths. */
const HIPS_STAY = 0.35;
/** A body that ends turned by this much has turned round, degrees. */
const TURNED = 40;

export interface Moving {
  side: Side;
  yaw: number | null;
  isMoving: boolean;
  /** The signal has never been further in this repetition. */
  isFurthest: boolean;
}

/** The memory after one more frame. */
export function foldConduct(before: Conduct, frame: LandmarkFrame, exercise: Exercise, moment: Moving): Conduct {
  const { captureMs } = frame;
  const gapMs = before.lastMs === null ? Number.POSITIVE_INFINITY : captureMs - before.lastMs;
  const values = valuesOf(frame, exercise, moment);
  const now = towards(before.now, values, gapMs, NOW_MS);
  const size = placeOf(frame)?.size ?? null;
  if (!moment.isMoving)
    return {
      ...createConduct(),
      rest: towards(before.rest, values, gapMs, REST_MS),
      now,
      size: size ?? before.size,
      yaw: moment.yaw ?? before.yaw,
      lastMs: captureMs,
    };
  const angles = 2 * POINTS.length;
  const rest = before.rest.length > 0 ? before.rest : now;
  return {
    ...before,
    rest,
    now,
    size: before.size ?? size,
    yaw: before.yaw ?? moment.yaw,
    away: POINTS.map((_, i) => greatest(before.away[i], awayOf(rest, now, i, before.size ?? size))),
    changed: changesOf(exercise).map((_, i) => greatest(before.changed[i], change(rest[angles + i], now[angles + i]))),
    apart: moment.isFurthest ? (now.at(-1) ?? null) : before.apart,
    lastMs: captureMs,
  };
}

/** The memory for the next repetition; one that follows without rest begins from where the last one did. */
export function nextConduct(conduct: Conduct, isMoving: boolean): Conduct {
  const { rest, now, lastMs } = conduct;
  if (!isMoving) return { ...createConduct(), rest: now, now, lastMs };
  return { ...conduct, rest, away: [], changed: [], apart: null };
}

/** Why the body's conduct makes it no repetition of this exercise, however the angle went: of `range` degrees it is. */
export function contradictionsOf(
  conduct: Conduct,
  exercise: Conducted,
  rangeDegrees: number,
  yaw: number | null,
): ('moved-away' | 'other-movement')[] {
  const hasTurned = yaw !== null && conduct.yaw !== null && yawBetween(yaw, conduct.yaw) > TURNED;
  const stays =
    feetStay(conduct, exercise) &&
    (!exercise.stay.includes('hands') || farthest(conduct, HANDS) <= STAYS) &&
    (!exercise.stay.includes('hips') || farthest(conduct, HIPS) <= HIPS_STAY);
  const isOther = !isStill(conduct, exercise, rangeDegrees) || !isApart(conduct, exercise);
  return [...(hasTurned || !stays ? (['moved-away'] as const) : []), ...(isOther ? (['other-movement'] as const) : [])];
}

function feetStay(conduct: Conduct, { feet }: Pick<Exercise, 'feet'>): boolean {
  if (feet === 'any') return true;
  if (feet === 'both') return farthest(conduct, FEET) <= STAYS;
  const { rest, now, away, size } = conduct;
  if (FEET.every((foot) => (away[foot] ?? 0) > STAYS)) return false;
  if (feet === 'step') return true;
  const isBack = FEET.every((foot) => (awayOf(rest, now, foot, size) ?? 0) <= RETURNS);
  const isSeen = FEET.every((foot) => away[foot] != null);
  return isBack && (!isSeen || farthest(conduct, FEET) >= GOES);
}

/** Trunk lengths; what was not seen did not go. */
function farthest({ away }: Conduct, points: readonly number[]): number {
  return Math.max(...points.map((point) => away[point] ?? 0));
}

function isStill({ changed }: Conduct, { still }: Pick<Exercise, 'still'>, rangeDegrees: number): boolean {
  const limits = still.flatMap((one) =>
    limbsOf(one).map(() => Math.max(one.mostDegrees, (one.mostShare ?? 0) * rangeDegrees)),
  );
  return limits.every((limit, i) => (changed[i] ?? 0) <= limit);
}

function isApart({ rest, apart }: Conduct, { apart: rule }: Pick<Exercise, 'apart'>): boolean {
  if (!rule) return true;
  const degrees = rule.when === 'rest' ? (rest.at(-1) ?? null) : apart;
  return degrees === null || degrees >= rule.leastDegrees;
}

function limbsOf({ limbs }: Still): readonly ('same' | 'other')[] {
  return limbs === 'both' ? ['same', 'other'] : [limbs];
}

function changesOf({ still }: Pick<Exercise, 'still'>): { angle: Still['angle']; limb: 'same' | 'other' }[] {
  return still.flatMap((one) => limbsOf(one).map((limb) => ({ angle: one.angle, limb })));
}

function valuesOf(frame: LandmarkFrame, exercise: Exercise, { side, yaw }: Moving): (number | null)[] {
  const points = pointsIn(frame, 'planar');
  const places = POINTS.flatMap((index) => {
    const point = points?.[index];
    return point && (frame.image?.[index]?.visibility ?? 0) >= JUDGED_FROM ? [point.x, point.y] : [null, null];
  });
  const read = (angle: Still['angle'], limb: Side) =>
    seenOf(frame, { angle: angle === 'thigh-ahead' ? 'hip-flexion' : angle, signal: 'angle' }, limb) < JUDGED_FROM
      ? null
      : readJoint(frame, angle, limb, yaw);
  const other = side === 'left' ? 'right' : 'left';
  const angles = changesOf(exercise).map(({ angle, limb }) => read(angle, limb === 'same' ? side : other));
  const { apart } = exercise;
  const [here, there] = apart ? [read(apart.angle, side), read(apart.angle, other)] : [null, null];
  return [...places, ...angles, here === null || there === null ? null : here - there];
}

function awayOf(
  rest: readonly (number | null)[],
  now: readonly (number | null)[],
  point: number,
  size: number | null,
): number | null {
  const [dx, dy] = [change(rest[2 * point], now[2 * point]), change(rest[2 * point + 1], now[2 * point + 1])];
  return dx === null || dy === null || size === null ? null : Math.hypot(dx, dy) / size;
}

function change(before: number | null | undefined, now: number | null | undefined): number | null {
  return before == null || now == null ? null : Math.abs(now - before);
}

function greatest(a: number | null | undefined, b: number | null): number | null {
  return a == null ? b : b === null ? a : Math.max(a, b);
}

function towards(
  before: readonly (number | null)[],
  values: readonly (number | null)[],
  gapMs: number,
  timeMs: number,
): (number | null)[] {
  return values.map((value, i) =>
    value === null ? (before[i] ?? null) : approach(before[i] ?? null, value, gapMs, timeMs),
  );
}
