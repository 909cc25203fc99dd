import { angleOf, type LandmarkFrame, pointsIn, type Side, type Space } from '../../../shared/src/measurement/index.ts';
import type { Exercise } from '../../../shared/src/programme/index.ts';

/**
 * What most open counters do, for comparison: past three quarters of the way to the usual turn and back past a quarter
 * is one, on the plain angle of one space. Nothing is smoothed, refused or adapted to the person.
 */
export function countWithFixedThresholds(
  frames: readonly LandmarkFrame[],
  { angle, restDegrees, workDegrees }: Pick<Exercise, 'angle' | 'restDegrees' | 'workDegrees'>,
  side: Side,
  space: Space,
): number {
  let isOut = false;
  let count = 0;
  for (const frame of frames) {
    const points = pointsIn(frame, space);
    const degrees = points && angleOf(points, angle, side);
    if (degrees === null) continue;
    const share = (degrees - restDegrees) / (workDegrees - restDegrees);
    if (!isOut && share >= 0.75) isOut = true;
    if (isOut && share <= 0.25) {
      isOut = false;
      count += 1;
    }
  }
  return count;
}
