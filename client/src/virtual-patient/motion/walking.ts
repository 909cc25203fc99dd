import type { Side } from '@plumbline/shared/measurement';
import { averageBody, measure } from '../figure/body.ts';
import type { Contact, Placement, PoseSpec } from '../figure/pose-spec.ts';
import { type DistractionOptions, distraction } from './distraction.ts';
import { ease, type Motion } from './motion.ts';

interface Walk {
  stepMs: number;
  stepM: number;
  /** Where it begins and which way it goes, and how far, in metres. */
  from: Placement;
  metres: number;
}

/** Walks straight on, one foot always planted. */
function walk(id: string, { stepMs, stepM, from, metres }: Walk, { body = averageBody }: DistractionOptions): Motion {
  const m = measure(body);
  const steps = Math.ceil(metres / stepM);
  const legs = m.ankleHeight + (m.thigh + m.shank) * 0.957;
  const poseAt = (timeMs: number): PoseSpec => {
    const t = Math.min(steps, timeMs / stepMs);
    const step = Math.min(steps - 1, Math.floor(t));
    const share = t - step;
    const stride = Math.sin(2 * Math.PI * (t / 2 + 0.25));
    const swinging: Side = step % 2 === 0 ? 'left' : 'right';
    const feet = (['left', 'right'] as const).map((side): Contact => {
      const x = side === 'left' ? 0.075 : -0.075;
      const foot = { kind: 'foot', side, x, toeOutDegrees: 6 } as const;
      return side === swinging
        ? {
            ...foot,
            z: (step - 1.5 + 2 * ease(share)) * stepM,
            heelLiftDegrees: 12 * (1 - share),
            floorM: 0.05 * Math.sin(Math.PI * share),
          }
        : { ...foot, z: (step - 0.5) * stepM, heelLiftDegrees: 30 * Math.max(0, share - 0.6) };
    });
    const arm = (swing: number) => ({ flexion: 2 + 22 * swing, abduction: 8, rotation: -10 });
    const lead = swinging === 'left' ? 1 : -1;
    return {
      root: {
        x: 0,
        y: legs - 0.02 * Math.cos(2 * Math.PI * share),
        z: (t - 1) * stepM,
        tilt: 4,
        roll: 0,
      },
      joints: {
        leftShoulder: arm(stride),
        rightShoulder: arm(-stride),
        leftElbow: { flexion: 18 },
        rightElbow: { flexion: 18 },
        trunk: { rotation: 3 * lead * Math.sin(Math.PI * share) },
      },
      contacts: feet,
      placement: from,
    };
  };
  return distraction(id, steps * stepMs, poseAt, { side: 'right' });
}

const AT_EASE = { stepMs: 600, stepM: 0.52 };
/** An old person's. */
const SLOWLY = { stepMs: 900, stepM: 0.36 };

export const walks = {
  /** Through the picture from its left to its right. */
  'walk-through': (options) =>
    walk('walk-through', { ...AT_EASE, from: { x: -2.4, z: 0, headingDegrees: 90 }, metres: 4.8 }, options),
  'walk-through-slowly': (options) =>
    walk('walk-through-slowly', { ...SLOWLY, from: { x: -1.6, z: 0, headingDegrees: 90 }, metres: 3.2 }, options),
  /** From the back of the room to the camera, and away from it. */
  'walk-up': (options) =>
    walk('walk-up', { ...AT_EASE, from: { x: 0.2, z: -1.8, headingDegrees: 0 }, metres: 2.9 }, options),
  'walk-away': (options) =>
    walk('walk-away', { ...AT_EASE, from: { x: 0.1, z: 1, headingDegrees: 180 }, metres: 2.9 }, options),
  /** Across and nearer at once. */
  'walk-across': (options) =>
    walk('walk-across', { ...AT_EASE, from: { x: -1.5, z: -1.2, headingDegrees: 50 }, metres: 3.2 }, options),
} as const satisfies Record<string, (options: DistractionOptions) => Motion>;
