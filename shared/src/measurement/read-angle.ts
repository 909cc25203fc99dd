import { type AngleName, angleOf, pointsIn } from './angles.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { signedAngleOf } from './signed-angle.ts';
import { offPlane } from './view.ts';

/** Below this far off the plane the image is believed, above the other the model's metres; between them both. Degrees. */
const PLANAR_BELOW = 25;
const METRES_ABOVE = 50;

interface Reading {
  method: 'planar' | '3d' | 'fused' | 'mean';
  plane: 'frontal' | 'sagittal';
  yaw: number | null;
  /** Given, the image's angle carries its sign (signed-angle.ts); left out, it has none. */
  facing?: 1 | -1 | 0;
}

/**
 * An angle of one frame by the method asked for, degrees; null without a person. `fused` believes the image where the
 * plane of motion is seen, else the model's metres (which compress the elbow, but see depth).
 */
export function readAngle(
  frame: LandmarkFrame,
  angle: AngleName,
  side: Side,
  { method, plane, yaw, facing }: Reading,
): number | null {
  const inSpace = (space: 'planar' | '3d') => {
    const points = pointsIn(frame, space);
    if (!points) return null;
    return space === 'planar' && facing !== undefined
      ? signedAngleOf(points, angle, side, facing)
      : angleOf(points, angle, side);
  };
  if (method === 'planar' || method === '3d') return inSpace(method);
  const [image, metres] = [inSpace('planar'), inSpace('3d')];
  if (image === null || metres === null) return image ?? metres;
  if (method === 'mean') return (image + metres) / 2;
  const off = offPlane(yaw ?? 45, plane);
  const trust = Math.max(0, Math.min(1, (METRES_ABOVE - off) / (METRES_ABOVE - PLANAR_BELOW)));
  return trust * image + (1 - trust) * metres;
}
