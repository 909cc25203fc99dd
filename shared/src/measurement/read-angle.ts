import { type AngleName, angleOf, pointsIn } from './angles.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { signedAngleOf } from './signed-angle.ts';
import type { Reference } from './swing.ts';
import { turnedToPlane } from './turned-to-plane.ts';
import { offPlane, turnOffPlane } from './view.ts';

/** Below this far off the plane the image is believed, above the other the model's metres; between them both. Degrees. */
const PLANAR_BELOW = 25;
const METRES_ABOVE = 50;

/**
 * planar: in the picture. corrected: in the picture, turned by the body's measured yaw (turned-to-plane.ts). 3d: in the
 * model's metres. fused: the picture where the plane of motion is seen, else the metres, which compress the elbow but see
 * depth. mean: the same, but half-way between both where the plane is seen; else a forearm that comes towards the camera
 * swings round in the picture by far more than it does.
 */
export type Method = 'planar' | 'corrected' | '3d' | 'fused' | 'mean';

interface Reading {
  method: Method;
  plane: 'frontal' | 'sagittal';
  yaw: number | null;
  reference?: Reference;
  /** Given, the image's angle carries its sign (signed-angle.ts); left out, it has none. */
  facing?: 1 | -1 | 0;
}

/** An angle of one frame by the method asked for, degrees; null without a person. */
export function readAngle(
  frame: LandmarkFrame,
  angle: AngleName,
  side: Side,
  { method, plane, yaw, facing, reference }: Reading,
): number | null {
  const inImage = () => {
    const seen = pointsIn(frame, 'planar');
    if (!seen) return null;
    const isTurned = method === 'corrected' && yaw !== null;
    const points = isTurned ? turnedToPlane(seen, frame.widthPx / frame.heightPx, turnOffPlane(yaw, plane)) : seen;
    return facing === undefined
      ? angleOf(points, angle, side, reference)
      : signedAngleOf(points, angle, side, facing, reference);
  };
  const inMetres = () => {
    const points = pointsIn(frame, '3d');
    return points && angleOf(points, angle, side, reference);
  };
  if (method === 'planar' || method === 'corrected') return inImage();
  if (method === '3d') return inMetres();
  const [image, metres] = [inImage(), inMetres()];
  if (image === null || metres === null) return image ?? metres;
  const off = offPlane(yaw ?? 45, plane);
  const seen = Math.max(0, Math.min(1, (METRES_ABOVE - off) / (METRES_ABOVE - PLANAR_BELOW)));
  const trust = method === 'mean' ? seen / 2 : seen;
  return trust * image + (1 - trust) * metres;
}
