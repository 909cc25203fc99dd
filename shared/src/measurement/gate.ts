import { type AngleName, pointsNeeded, visibilityOf } from './angles.ts';
import { type Landmark, type LandmarkFrame, POINT, type Side } from './landmarks.ts';
import type { Refusal } from './results.ts';

const HIDDEN_BELOW = 0.5;
const DARK_LUMA = 35;
/** Shoulder to ankle, or shoulder to hip twice, as a share of the frame's height. */
const FAR_BELOW = 0.22;
const EDGE = 0.005;

/** Why this frame cannot be measured for that angle, or nothing. */
export function refusalsOf(frame: LandmarkFrame, angle: AngleName, side: Side): Refusal[] {
  const { image, luma } = frame;
  if (!image) return luma !== null && luma < DARK_LUMA ? ['no-person', 'too-dark'] : ['no-person'];
  const refusals: Refusal[] = [];
  const needed = pointsNeeded(angle, side);
  if (needed.some((index) => isOutside(image[index]))) refusals.push('not-in-frame');
  else if (visibilityOf(image, needed) < HIDDEN_BELOW) refusals.push('joint-hidden');
  if (luma !== null && luma < DARK_LUMA) refusals.push('too-dark');
  if (bodyHeight(image) < FAR_BELOW) refusals.push('too-far');
  return refusals;
}

function isOutside(point: Landmark | undefined): boolean {
  if (!point) return true;
  return point.x < EDGE || point.x > 1 - EDGE || point.y < EDGE || point.y > 1 - EDGE;
}

/** The body's extent in frame heights; of the trunk alone, doubled, where the legs are not in the picture. */
function bodyHeight(image: readonly Landmark[]): number {
  const y = (index: number) => image[index]?.y ?? 0;
  const shoulders = (y(POINT.leftShoulder) + y(POINT.rightShoulder)) / 2;
  const hips = (y(POINT.leftHip) + y(POINT.rightHip)) / 2;
  const ys = image.map((point) => point.y);
  return Math.max(2 * Math.abs(hips - shoulders), Math.max(...ys) - Math.min(...ys));
}
