import { type LandmarkFrame, POINT } from './landmarks.ts';
import { middle, minus, type Vector } from './vectors.ts';

export type View = 'front' | 'oblique' | 'side' | 'back';

const DEGREES = 180 / Math.PI;

/**
 * How far the trunk is turned from facing the camera, in degrees: 0 faces it, +90 shows the patient's left side, −90 the
 * right, ±180 the back. From the shoulders' and hips' lines in the model's metres. Null without a person.
 */
export function bodyYaw(frame: LandmarkFrame): number | null {
  const { world } = frame;
  if (!world) return null;
  const at = (index: number): Vector => world[index] ?? { x: 0, y: 0, z: 0 };
  const shoulders = minus(at(POINT.leftShoulder), at(POINT.rightShoulder));
  const hips = minus(at(POINT.leftHip), at(POINT.rightHip));
  const across = middle(shoulders, hips);
  return Math.atan2(-across.z, across.x) * DEGREES;
}

/** How far one turns from a yaw to another, the shorter way, −180 to 180 degrees. */
export function turnFrom(before: number, now: number): number {
  return ((((now - before + 180) % 360) + 360) % 360) - 180;
}

/** Degrees between two yaws, 0–180. */
export function yawBetween(a: number, b: number): number {
  return Math.abs(turnFrom(a, b));
}

/** The view a yaw gives. */
export function viewOf(yaw: number): View {
  const turn = Math.abs(yaw);
  if (turn <= 30) return 'front';
  if (turn < 60) return 'oblique';
  if (turn <= 120) return 'side';
  return turn < 150 ? 'oblique' : 'back';
}

/** How far a yaw is from the nearest one that shows this plane: the frontal plane from front or back, the sagittal from either side. 0–90 degrees. */
export function offPlane(yaw: number, plane: 'frontal' | 'sagittal'): number {
  return Math.abs(turnOffPlane(yaw, plane));
}

/** How far, and which way, a yaw is turned from the nearest one that shows this plane: positive as yaw is. −90 to 90 degrees. */
export function turnOffPlane(yaw: number, plane: 'frontal' | 'sagittal'): number {
  const facing = plane === 'sagittal' ? 90 : 0;
  const turn = turnFrom(facing, yaw);
  return Math.abs(turn) <= 90 ? turn : turnFrom(facing + 180, yaw);
}
