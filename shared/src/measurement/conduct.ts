import type { Exercise } from '../programme/index.ts';
import {
  ANGLES,
  awayOf,
  change,
  changesOf,
  FEET,
  HANDS,
  HIPS,
  limbsOf,
  POINTS,
  SIZE,
  strayOf,
  type Values,
  valuesOf,
} from './conduct-values.ts';
import { approach } from './filter.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { yawBetween } from './view.ts';

/** What must hold of an exercise's repetition beside its own angle. */
type Conducted = Pick<Exercise, 'feet' | 'stay' | 'still' | 'apart'>;

/**
 * JSON-serialisable memory of what the rest of the body does while an angle comes and goes: a thigh also swings in
 * walking, an elbow also bends in scratching one's head.
 */
export interface Conduct {
  /** x and y of ankles, wrists and hips and the trunk's size, in frame heights, then the angles that stay and the one that is apart; null where unseen. */
  rest: Values;
  now: Values;
  /** The turn of the body before the movement. */
  yaw: number | null;
  /** Trunk lengths each of these points was away at most, from its place in the picture or, if that is less, from the feet; of a foot, from the other one. A camera that goes along moves them all. */
  away: Values;
  /** The most each angle changed, degrees. */
  changed: Values;
  /** How far apart the two sides were at the turn, degrees. */
  apart: number | null;
  lastMs: number | null;
}

export function createConduct(): Conduct {
  return { rest: [], now: [], yaw: null, away: [], changed: [], apart: null, lastMs: null };
}

const NOW_MS = 150;
const REST_MS = 300;
/** Trunk lengths, about half a metre each: what went further did not stay. */
const STAYS = 0.5;
/** A foot that ends further from where it was has taken a step; a lifted one is still on its way down. */
const RETURNS = 0.8;
/** A foot that moves less has not left the floor. */
const GOES = 0.12;
/** Hips that swing further than this do not stay, trunk lengths. */
const HIPS_STAY = 0.35;
/** Whose trunk ends so much larger or smaller has come nearer or gone away. */
const NEARER = 1.25;
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
  if (!moment.isMoving)
    return {
      ...createConduct(),
      rest: towards(before.rest, values, gapMs, REST_MS),
      now,
      yaw: moment.yaw ?? before.yaw,
      lastMs: captureMs,
    };
  const rest = before.rest.length > 0 ? before.rest : now;
  return {
    ...before,
    rest,
    now,
    yaw: before.yaw ?? moment.yaw,
    away: POINTS.map((_, i) => greatest(before.away[i], strayOf(rest, now, i))),
    changed: changesOf(exercise).map((_, i) => greatest(before.changed[i], change(rest[ANGLES + i], now[ANGLES + i]))),
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
  return [
    ...(hasTurned || hasComeNearer(conduct) || !stays ? (['moved-away'] as const) : []),
    ...(isOther ? (['other-movement'] as const) : []),
  ];
}

function hasComeNearer({ rest, now }: Conduct): boolean {
  const [before, after] = [rest[SIZE] ?? null, now[SIZE] ?? null];
  return before !== null && after !== null && Math.max(after / before, before / after) > NEARER;
}

/**
 * Whether the feet came back to where they were, and in between did against each other what they should. Where they are
 * in between tells nothing: the camera may follow the body.
 */
function feetStay(conduct: Conduct, { feet }: Pick<Exercise, 'feet'>): boolean {
  if (feet === 'any') return true;
  const { rest, now, away } = conduct;
  const end = FEET.map((foot) => awayOf(rest, now, foot) ?? 0);
  if (Math.min(...end) > STAYS) return false;
  if (feet === 'step') return true;
  const apart = farthest(conduct, FEET);
  if (feet === 'both') return Math.max(...end) <= RETURNS && apart <= STAYS;
  const isSeen = FEET.every((foot) => away[foot] != null);
  return Math.max(...end) <= RETURNS && (!isSeen || apart >= GOES);
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

function greatest(a: number | null | undefined, b: number | null): number | null {
  return a == null ? b : b === null ? a : Math.max(a, b);
}

function towards(before: Values, values: Values, gapMs: number, timeMs: number): (number | null)[] {
  return values.map((value, i) =>
    value === null ? (before[i] ?? null) : approach(before[i] ?? null, value, gapMs, timeMs),
  );
}
