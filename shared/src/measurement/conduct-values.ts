import type { Exercise, Still } from '../programme/index.ts';
import { pointsIn } from './angles.ts';
import { type LandmarkFrame, POINT, type Side } from './landmarks.ts';
import { placeOf } from './person.ts';
import { readJoint } from './read-joint.ts';
import { seenOf } from './signal.ts';

/** What is watched beside an exercise's own angle in one frame: places, the trunk's size, angles; null where unseen. */
export type Values = readonly (number | null)[];

/** What is seen worse than this is not judged. */
const JUDGED_FROM = 0.5;
export const POINTS = [
  POINT.leftAnkle,
  POINT.rightAnkle,
  POINT.leftWrist,
  POINT.rightWrist,
  POINT.leftHip,
  POINT.rightHip,
];
/** Places in that list. */
export const FEET = [0, 1] as const;
export const HANDS = [2, 3] as const;
export const HIPS = [4, 5] as const;
/** Where the trunk's size is among the values, and where the angles begin. */
export const SIZE = 2 * POINTS.length;
export const ANGLES = SIZE + 1;

/** The values of one frame, in their order: x and y of each point, the size, each angle that stays, and the one that is apart. */
export function valuesOf(
  frame: LandmarkFrame,
  exercise: Exercise,
  { side, yaw }: { side: Side; yaw: number | null },
): (number | null)[] {
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
  return [...places, placeOf(frame)?.size ?? null, ...angles, here === null || there === null ? null : here - there];
}

/** Which limbs a rule is about. */
export function limbsOf({ limbs }: Still): readonly ('same' | 'other')[] {
  return limbs === 'both' ? ['same', 'other'] : [limbs];
}

/** The angles that stay, one for each limb, in the order of their values. */
export function changesOf({ still }: Pick<Exercise, 'still'>): { angle: Still['angle']; limb: 'same' | 'other' }[] {
  return still.flatMap((one) => limbsOf(one).map((limb) => ({ angle: one.angle, limb })));
}

/** How far a point has strayed, trunk lengths: a foot from the other one, the others from the picture's or the feet's middle. */
export function strayOf(rest: Values, now: Values, point: number): number | null {
  const against = (others: readonly number[]) => {
    const moved = (axis: 0 | 1) => {
      const steps = others.map((other) => signedChange(rest[2 * other + axis], now[2 * other + axis]));
      const own = signedChange(rest[2 * point + axis], now[2 * point + axis]);
      if (own === null || steps.some((step) => step === null)) return null;
      return own - steps.reduce<number>((sum, step) => sum + (step ?? 0), 0) / steps.length;
    };
    const [dx, dy] = [moved(0), moved(1)];
    return dx === null || dy === null ? null : Math.hypot(dx, dy) / sizeOf(rest);
  };
  if (point <= FEET[1]) return against([1 - point]);
  const [inPicture, againstFeet] = [awayOf(rest, now, point), against(FEET)];
  return inPicture === null || againstFeet === null ? inPicture : Math.min(inPicture, againstFeet);
}

/** How far a point is from its place in the picture before the movement, trunk lengths. */
export function awayOf(rest: Values, now: Values, point: number): number | null {
  const [dx, dy] = [change(rest[2 * point], now[2 * point]), change(rest[2 * point + 1], now[2 * point + 1])];
  return dx === null || dy === null ? null : Math.hypot(dx, dy) / sizeOf(rest);
}

/** Without sign; null where either is unseen. */
export function change(before: number | null | undefined, now: number | null | undefined): number | null {
  const step = signedChange(before, now);
  return step === null ? null : Math.abs(step);
}

function signedChange(before: number | null | undefined, now: number | null | undefined): number | null {
  return before == null || now == null ? null : now - before;
}

/** The trunk's size before the movement, frame heights; without one nobody was seen. */
function sizeOf(rest: Values): number {
  return rest[SIZE] ?? Number.POSITIVE_INFINITY;
}
