import { angleOf } from './angles.ts';
import { POINT, type Side } from './landmarks.ts';
import type { Compensation } from './protocols.ts';
import { middle, minus, type Vector } from './vectors.ts';

/** From this much on a compensation is told with the value, degrees more than at the start. */
export const WORTH_TELLING: Record<Compensation, number> = {
  'trunk-lean': 8,
  'elbow-bend': 25,
  'knee-bend': 20,
  'shoulder-hike': 8,
};

const DEGREES = 180 / Math.PI;

/** How much a compensation shows in one frame's image points, degrees; what counts is the change since the start. Null where unseen. */
export function compensationOf(points: readonly Vector[], code: Compensation, side: Side): number | null {
  const at = (index: number): Vector => points[index] ?? { x: Number.NaN, y: Number.NaN, z: Number.NaN };
  switch (code) {
    case 'trunk-lean': {
      const hips = middle(at(POINT.leftHip), at(POINT.rightHip));
      const up = minus(middle(at(POINT.leftShoulder), at(POINT.rightShoulder)), hips);
      return Math.atan2(up.x, -up.y) * DEGREES;
    }
    case 'shoulder-hike': {
      const across = minus(at(POINT.leftShoulder), at(POINT.rightShoulder));
      return Math.atan2(across.y, Math.abs(across.x)) * DEGREES;
    }
    case 'elbow-bend':
      return angleOf(points, 'elbow-flexion', side);
    case 'knee-bend':
      return angleOf(points, 'knee-flexion', side);
  }
}
