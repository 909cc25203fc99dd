import type { Exercise } from '../programme/index.ts';
import { angleOf, pointsIn, pointsNeeded, visibilityOf } from './angles.ts';
import { type LandmarkFrame, POINT, type Side } from './landmarks.ts';
import { readAngle } from './read-angle.ts';
import { lengthOf, minus, pointOf, type Vector } from './vectors.ts';
import { offPlane } from './view.ts';

const COUNTING_VISIBILITY = 0.3;
/** A limb seen this much less than the other is not believed. */
const HALF_SEEN = 0.45;
/** The trunk leans at least this far from upright where the body is horizontal, degrees; the camera may look down on it. */
const HORIZONTAL_FROM = 40;
/** Both legs bend in a squat; one alone is a step. */
const LESSER_LIMB = 1.5;
/** Up to here the foot's slope is read in the picture, degrees off the plane. */
const SLOPE_IN_IMAGE = 40;

type Counted = Pick<Exercise, 'angle' | 'signal' | 'limbs' | 'method' | 'plane' | 'posture'>;

/** The points a limb is counted by. */
export function pointsOf({ angle, signal }: Pick<Exercise, 'angle' | 'signal'>, side: Side): number[] {
  if (signal === 'heel-rise') return [pointOf(side, 'Heel'), pointOf(side, 'Toe')];
  if (signal === 'foot-lift') return [pointOf(side, 'Knee'), POINT.leftAnkle, POINT.rightAnkle];
  return pointsNeeded(angle, side);
}

/** How well a limb is seen in one frame, 0–1. */
export function seenOf({ image }: LandmarkFrame, exercise: Pick<Exercise, 'angle' | 'signal'>, side: Side): number {
  return image ? visibilityOf(image, pointsOf(exercise, side)) : 0;
}

/** The limb that is seen better. */
export function betterSeen(frame: LandmarkFrame, exercise: Pick<Exercise, 'angle' | 'signal'>): Side {
  return seenOf(frame, exercise, 'left') > seenOf(frame, exercise, 'right') ? 'left' : 'right';
}

/** What an exercise is counted by in one frame, degrees; null where it is not seen, or the body is not in its posture. */
export function signalOf(frame: LandmarkFrame, exercise: Counted, side: Side, yaw: number | null): number | null {
  if (!frame.image || !isPosed(frame, exercise)) return null;
  const read = (one: Side) => readLimb(frame, exercise, one, yaw);
  if (exercise.limbs === 'one') return seenOf(frame, exercise, side) >= COUNTING_VISIBILITY ? read(side) : null;
  const [seenLeft, seenRight] = [seenOf(frame, exercise, 'left'), seenOf(frame, exercise, 'right')];
  if (Math.max(seenLeft, seenRight) < COUNTING_VISIBILITY) return null;
  const [left, right] = [read('left'), read('right')];
  if (left === null || right === null) return left ?? right;
  if (seenLeft < HALF_SEEN * seenRight) return right;
  if (seenRight < HALF_SEEN * seenLeft) return left;
  if (exercise.limbs === 'either') return Math.abs(left - right);
  const mean = (left * seenLeft + right * seenRight) / (seenLeft + seenRight);
  return Math.min(mean, LESSER_LIMB * Math.min(left, right) + 10);
}

/** One limb's part of the signal, degrees. */
export function readLimb(
  frame: LandmarkFrame,
  { angle, signal, method, plane }: Pick<Exercise, 'angle' | 'signal' | 'method' | 'plane'>,
  side: Side,
  yaw: number | null,
): number | null {
  if (signal === 'angle') return readAngle(frame, angle, side, { method, plane, yaw });
  if (signal === 'foot-lift') {
    const lift = footLiftOf(frame, side);
    return lift === null ? null : 100 * lift;
  }
  const points = pointsIn(frame, offPlane(yaw ?? 45, plane) <= SLOPE_IN_IMAGE ? 'planar' : '3d');
  return points && heelRiseOf(points, side);
}

const DEGREES = 180 / Math.PI;

/** How steeply a foot stands on its toes: the heel–toe line against the floor, degrees; 0 where it is flat. */
export function heelRiseOf(points: readonly Vector[], side: Side): number | null {
  const [heel, toe] = [points[pointOf(side, 'Heel')], points[pointOf(side, 'Toe')]];
  if (!heel || !toe) return null;
  const foot = minus(toe, heel);
  const along = Math.hypot(foot.x, foot.z);
  return along === 0 && foot.y === 0 ? null : Math.atan2(foot.y, along) * DEGREES;
}

/** How much higher the other ankle is than that of the leg that stands, in its shanks; the camera may look down on both. */
export function footLiftOf(frame: LandmarkFrame, side: Side): number | null {
  const points = pointsIn(frame, 'planar');
  const other = side === 'left' ? 'right' : 'left';
  const [knee, ankle, lifted] = [
    points?.[pointOf(side, 'Knee')],
    points?.[pointOf(side, 'Ankle')],
    points?.[pointOf(other, 'Ankle')],
  ];
  if (!knee || !ankle || !lifted) return null;
  const shank = lengthOf(minus(knee, ankle));
  return shank === 0 ? null : (ankle.y - lifted.y) / shank;
}

/** Whether the body is in the exercise's posture: nobody does a push-up upright. */
function isPosed(frame: LandmarkFrame, { posture }: Pick<Exercise, 'posture'>): boolean {
  if (posture === 'any') return true;
  const points = pointsIn(frame, 'planar');
  const lean = points && angleOf(points, 'trunk-inclination', 'left');
  return lean !== null && lean >= HORIZONTAL_FROM;
}
