import type { Vector } from './vectors.ts';

/** Focal length of a webcam or a phone's front camera as a share of the picture's diagonal: a 28 mm lens of a 35 mm camera. */
const FOCAL_SHARE = 28 / 43.27;
const RADIANS = Math.PI / 180;

/**
 * Image points as a camera would see them that stood square to a vertical plane which is turned `offDegrees` (as
 * turnOffPlane) out of the picture's: the foreshortening of the turn and the lens' perspective are gone from every
 * segment that lies in such a plane, near or far. The camera is taken to be level: what the model's metres say of its
 * tilt is 10° wrong. Points in frame heights, `aspect` is width by height; the scale of the answer is arbitrary.
 */
export function turnedToPlane(points: readonly Vector[], aspect: number, offDegrees: number): Vector[] {
  const focal = FOCAL_SHARE * Math.hypot(aspect, 1);
  const [cos, sin] = [Math.cos(offDegrees * RADIANS), Math.sin(offDegrees * RADIANS)];
  return points.map(({ x, y }) => {
    const [right, down] = [x - aspect / 2, y - 0.5];
    // A ray meets every plane of this direction at a depth of 1 / depth; segments in one of them keep their shape.
    const depth = sin * right + cos * focal;
    return { x: (cos * right - sin * focal) / depth, y: down / depth, z: 0 };
  });
}
