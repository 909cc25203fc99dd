import { type LandmarkFrame, measureExercise, POINT, type Side } from '../../../shared/src/measurement/index.ts';
import type { Exercise } from '../../../shared/src/programme/index.ts';
import { countWithFixedThresholds } from './fixed-thresholds.ts';

/** What three counters make of the same landmarks: ours, and fixed thresholds on the plain angle of image and metres. */
export interface Counts {
  ours: number;
  planar: number;
  metres: number;
}

/** Counts as `npm run measure` does where no side is named: of a one-sided exercise the limb with more. */
export function countBeside(frames: readonly LandmarkFrame[], exercise: Exercise): Counts {
  const sides: readonly Side[] = exercise.limbs === 'one' ? ['left', 'right'] : [betterSeen(frames)];
  const plain = (space: 'planar' | '3d') =>
    Math.max(...sides.map((side) => countWithFixedThresholds(frames, exercise, side, space)));
  return { ours: measureExercise(frames, exercise, null).count, planar: plain('planar'), metres: plain('3d') };
}

/** The sum over several. */
export function sumOf(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, { ours, planar, metres }) => ({
      ours: sum.ours + ours,
      planar: sum.planar + planar,
      metres: sum.metres + metres,
    }),
    { ours: 0, planar: 0, metres: 0 },
  );
}

function betterSeen(frames: readonly LandmarkFrame[]): Side {
  const seen = (...points: number[]) =>
    frames.reduce(
      (sum, { image }) => sum + points.reduce((part, point) => part + (image?.[point]?.visibility ?? 0), 0),
      0,
    );
  const left = seen(POINT.leftShoulder, POINT.leftHip, POINT.leftKnee, POINT.leftAnkle);
  return left > seen(POINT.rightShoulder, POINT.rightHip, POINT.rightKnee, POINT.rightAnkle) ? 'left' : 'right';
}
