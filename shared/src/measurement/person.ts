import { pointsIn } from './angles.ts';
import { type LandmarkFrame, POINT } from './landmarks.ts';
import { lengthOf, middle, minus, type Vector } from './vectors.ts';

/** Where somebody is: middle of the trunk and its size, in frame heights. */
export interface Place {
  x: number;
  y: number;
  size: number;
}

/** Null without a person. */
export function placeOf(frame: LandmarkFrame): Place | null {
  const points = pointsIn(frame, 'planar');
  if (!points) return null;
  const at = (index: number): Vector => points[index] ?? { x: 0, y: 0, z: 0 };
  const shoulders = middle(at(POINT.leftShoulder), at(POINT.rightShoulder));
  const hips = middle(at(POINT.leftHip), at(POINT.rightHip));
  const across = lengthOf(minus(at(POINT.leftShoulder), at(POINT.rightShoulder)));
  const size = Math.max(lengthOf(minus(shoulders, hips)), across, 0.02);
  const { x, y } = middle(shoulders, hips);
  return { x, y, size };
}

/** Trunk lengths between two places. */
export function apart(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y) / Math.max(a.size, b.size);
}
