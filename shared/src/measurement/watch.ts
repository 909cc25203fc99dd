import type { Exercise, QualityRule } from '../programme/index.ts';
import { pointsIn, visibilityOf } from './angles.ts';
import { approach } from './filter.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { helpOf, pointsOfHelp } from './quality.ts';
import { readJoint } from './read-joint.ts';
import type { Repetition } from './results.ts';
import { betterSeen, readLimb, seenOf } from './signal.ts';
import { viewOf } from './view.ts';

/** JSON-serialisable memory of how the repetition under way is done. */
export interface Watch {
  /** One for each thing watched: its value at rest, now (both smoothed), and the most it has changed; null where unseen. */
  rest: readonly (number | null)[];
  now: readonly (number | null)[];
  most: readonly (number | null)[];
  /** One for each joint of the rest pose: its value at rest. */
  pose: readonly (number | null)[];
  /** Of the repetition under way: frames, and those in each view; the sum of their visibilities. */
  frames: number;
  front: number;
  side: number;
  visibility: number;
  lastMs: number | null;
}

export function createWatch(): Watch {
  return { rest: [], now: [], most: [], pose: [], frames: 0, front: 0, side: 0, visibility: 0, lastMs: null };
}

const NOW_MS = 150;
const REST_MS = 600;
/** A limb is judged where it is seen this well. */
const JUDGED_FROM = 0.5;
/** A rule is judged where this share of the repetition was in the view that shows it. */
const IN_VIEW_SHARE = 0.7;

/** What the fold knows when a frame comes. */
export interface Moment {
  side: Side;
  yaw: number | null;
  isMoving: boolean;
  /** The signal has never been further in this repetition. */
  isFurthest: boolean;
}

/** The memory after one more frame; a repetition that begins is watched from what was at rest. */
export function foldWatch(before: Watch, frame: LandmarkFrame, exercise: Exercise, moment: Moment): Watch {
  const gapMs = before.lastMs === null ? Number.POSITIVE_INFINITY : frame.captureMs - before.lastMs;
  const values = valuesOf(frame, exercise, moment);
  const now = values.map((value, i) => towards(before.now[i] ?? null, value, gapMs, NOW_MS));
  const posed = exercise.limbs === 'one' ? moment.side : betterSeen(frame, exercise);
  const pose = exercise.restPose.map(({ angle }, i) => {
    const value = readJoint(frame, angle, posed, moment.yaw);
    return moment.isMoving ? (before.pose[i] ?? value) : towards(before.pose[i] ?? null, value, gapMs, REST_MS);
  });
  if (!moment.isMoving) {
    const rest = values.map((value, i) => towards(before.rest[i] ?? null, value, gapMs, REST_MS));
    return { ...createWatch(), rest, now, pose, lastMs: frame.captureMs };
  }
  const view = moment.yaw === null ? 'oblique' : viewOf(moment.yaw);
  const rules = watchedIn(exercise, moment.side);
  return {
    rest: before.rest,
    now,
    most: rules.map(({ rule }, i) =>
      furthest(rule, before.most[i] ?? null, now[i] ?? null, before.rest[i] ?? null, moment.isFurthest),
    ),
    pose,
    frames: before.frames + 1,
    front: before.front + (view === 'front' || view === 'back' ? 1 : 0),
    side: before.side + (view === 'side' ? 1 : 0),
    visibility: before.visibility + bestSeen(frame, exercise, moment.side),
    lastMs: frame.captureMs,
  };
}

/** The memory for the next repetition, where one follows without rest. */
export function nextWatch(watch: Watch): Watch {
  return { ...watch, most: [], frames: 0, front: 0, side: 0, visibility: 0 };
}

/** What showed in a repetition, and what could be judged at all. */
export function findingsOf(watch: Watch, exercise: Exercise): Pick<Repetition, 'findings' | 'judged'> {
  const side = exercise.limbs === 'one' ? 1 : 2;
  const most = new Map<QualityRule, number>();
  let i = 0;
  for (const rule of exercise.quality) {
    for (let limb = 0; limb < (isOfLimb(rule) ? side : 1); limb++, i++) {
      const value = watch.most[i] ?? null;
      if (value !== null && isInView(watch, rule)) most.set(rule, Math.max(most.get(rule) ?? 0, value));
    }
  }
  return {
    judged: [...most.keys()].map(({ code }) => code),
    findings: [...most].flatMap(([{ code, limitDegrees }, degrees]) =>
      degrees >= limitDegrees ? [{ code, degrees: Math.round(degrees) }] : [],
    ),
  };
}

/** Whether the body was where the exercise starts; also where that could not be seen. */
export function isInRestPose({ pose }: Watch, { restPose }: Pick<Exercise, 'restPose'>): boolean {
  return restPose.every(({ from, to }, i) => {
    const degrees = pose[i] ?? null;
    return degrees === null || (degrees >= from && degrees <= to);
  });
}

function isInView({ frames, front, side }: Watch, { view }: QualityRule): boolean {
  return frames > 0 && (view === 'front' ? front : side) >= IN_VIEW_SHARE * frames;
}

function isOfLimb({ code }: QualityRule): boolean {
  return code === 'knee-valgus' || code === 'heel-rise' || code === 'elbow-bend' || code === 'knee-bend';
}

/** Each thing watched, in the order of the rules: what is of a limb once for each that moves. */
function watchedIn({ quality, limbs }: Exercise, side: Side): { rule: QualityRule; side: Side }[] {
  const sides: readonly Side[] = limbs === 'one' ? [side] : ['left', 'right'];
  return quality.flatMap((rule) => (isOfLimb(rule) ? sides : [side]).map((one) => ({ rule, side: one })));
}

function valuesOf(frame: LandmarkFrame, exercise: Exercise, { side, yaw }: Moment): (number | null)[] {
  const { image } = frame;
  const points = pointsIn(frame, 'planar');
  if (!points || !image) return watchedIn(exercise, side).map(() => null);
  return watchedIn(exercise, side).map(({ rule, side: limb }) => {
    if (rule.code === 'asymmetry') return leftAgainstRight(frame, exercise, yaw);
    if (visibilityOf(image, pointsOfHelp(rule.code, limb)) < JUDGED_FROM) return null;
    return helpOf(points, rule.code, limb);
  });
}

function leftAgainstRight(frame: LandmarkFrame, exercise: Exercise, yaw: number | null): number | null {
  if (Math.min(seenOf(frame, exercise, 'left'), seenOf(frame, exercise, 'right')) < JUDGED_FROM) return null;
  const [left, right] = [readLimb(frame, exercise, 'left', yaw), readLimb(frame, exercise, 'right', yaw)];
  return left === null || right === null ? null : left - right;
}

function bestSeen(frame: LandmarkFrame, exercise: Exercise, side: Side): number {
  if (exercise.limbs === 'one') return seenOf(frame, exercise, side);
  return Math.max(seenOf(frame, exercise, 'left'), seenOf(frame, exercise, 'right'));
}

/** Asymmetry is what it is where both limbs are furthest; the others are the most they change. Valgus has a sign: knees that go outwards are none. */
function furthest(
  { code }: QualityRule,
  most: number | null,
  now: number | null,
  rest: number | null,
  isFurthest: boolean,
): number | null {
  if (code === 'asymmetry') return isFurthest && now !== null ? Math.abs(now) : most;
  if (now === null || rest === null) return most;
  const change = code === 'knee-valgus' || code === 'heel-rise' ? now - rest : Math.abs(now - rest);
  return Math.max(most ?? 0, change);
}

function towards(before: number | null, value: number | null, gapMs: number, timeMs: number): number | null {
  return value === null ? before : approach(before, value, gapMs, timeMs);
}
