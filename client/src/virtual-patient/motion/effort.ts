import type { Side } from '@plumbline/shared/measurement';
import { type PoseSpec, sided } from '../figure/pose-spec.ts';
import { otherSide } from './exercise.ts';

/** What the trunk does to help, in degrees at the peak: side bend away from the moving side, or leaning forward (negative back). */
export interface Compensation {
  sideBend?: number;
  flexion?: number;
}

/** A tremor of about six a second that comes with the effort. */
export function tremble(timeMs: number, share: number, degrees: number): number {
  const t = (2 * Math.PI * timeMs) / 1000;
  return degrees * Math.min(1, share * 5) * (0.65 * Math.sin(6.1 * t) + 0.35 * Math.sin(8.3 * t + 1));
}

/** The pose with a trunk that helps as far as the movement has come. */
export function compensate(
  pose: PoseSpec,
  share: number,
  side: Side,
  { sideBend = 0, flexion = 0 }: Compensation,
): PoseSpec {
  const { trunk, neck } = pose.joints;
  const away = (side === 'left' ? -1 : 1) * sideBend * share;
  const far = sided(otherSide(side), 'shoulder');
  return {
    ...pose,
    joints: {
      ...pose.joints,
      // The other arm hangs down from the leaning trunk, clear of the leg.
      [far]: {
        ...pose.joints[far],
        abduction: (pose.joints[far]?.abduction ?? 7) + Math.max(0, sideBend) * 0.8 * share,
      },
      trunk: { ...trunk, flexion: (trunk?.flexion ?? 0) + flexion * share, sideBend: (trunk?.sideBend ?? 0) + away },
      neck: { ...neck, sideBend: (neck?.sideBend ?? 0) - 0.6 * away },
    },
  };
}
