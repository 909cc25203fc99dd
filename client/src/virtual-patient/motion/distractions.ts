import type { Side } from '@plumbline/shared/measurement';
import { averageBody, type Body, measure } from '../figure/body.ts';
import type { Contact, PoseSpec } from '../figure/pose-spec.ts';
import { ease, type Motion } from './motion.ts';
import { feetOnFloor, here } from './standing.ts';

const STEP_MS = 600;
const STEP_M = 0.52;
/** How far the walk begins and ends from the middle of the room, in metres. */
const FROM_M = 2.4;

/** Something that is no exercise: a counter must count nothing in it. It has no repetitions. */
export interface DistractionOptions {
  body?: Body;
  /** For a dance: how long it lasts. */
  durationMs?: number;
}

/** Walks through the picture from its left to its right. */
function walkThrough({ body = averageBody }: DistractionOptions): Motion {
  const m = measure(body);
  const steps = Math.ceil((2 * FROM_M) / STEP_M);
  const legs = m.ankleHeight + (m.thigh + m.shank) * 0.957;
  const poseAt = (timeMs: number): PoseSpec => {
    const t = Math.min(steps, Math.max(0, timeMs / STEP_MS));
    const step = Math.min(steps - 1, Math.floor(t));
    const share = t - step;
    const stride = Math.sin(2 * Math.PI * (t / 2 + 0.25));
    const swinging: Side = step % 2 === 0 ? 'left' : 'right';
    const feet = (['left', 'right'] as const).map((side): Contact => {
      const x = side === 'left' ? 0.075 : -0.075;
      if (side !== swinging)
        return {
          kind: 'foot',
          side,
          x,
          z: (step - 0.5) * STEP_M,
          toeOutDegrees: 6,
          heelLiftDegrees: 30 * Math.max(0, share - 0.6),
        };
      const z = (step - 1.5 + 2 * ease(share)) * STEP_M;
      return {
        kind: 'foot',
        side,
        x,
        z,
        toeOutDegrees: 6,
        heelLiftDegrees: 12 * (1 - share),
        floorM: 0.05 * Math.sin(Math.PI * share),
      };
    });
    const arm = (swing: number) => ({ flexion: 2 + 22 * swing, abduction: 8, rotation: -10 });
    const lead = swinging === 'left' ? 1 : -1;
    return {
      root: {
        x: 0,
        y: legs - 0.02 * Math.cos(2 * Math.PI * share),
        z: (t - 1) * STEP_M,
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
      placement: { x: -FROM_M, z: 0, headingDegrees: 90 },
    };
  };
  return {
    id: 'walk-through',
    durationMs: steps * STEP_MS,
    props: [],
    primary: kneeOf('right'),
    repetitions: [],
    poseAt,
  };
}

/** Sways and waves to music without one repetition that is an exercise. */
function dance({ durationMs = 20_000 }: DistractionOptions): Motion {
  const poseAt = (timeMs: number): PoseSpec => {
    const t = Math.min(durationMs, Math.max(0, timeMs)) / 1000;
    const fade = ease(Math.min(t, durationMs / 1000 - t) / 1.5);
    const wave = (hz: number, shift: number) => fade * Math.sin(2 * Math.PI * hz * t + shift);
    const knee = 4 + 9 * fade * (1 + Math.sin(2 * Math.PI * 0.9 * t));
    const arm = (shift: number) => ({
      flexion: 18 + 20 * wave(0.45, shift),
      abduction: 18 + 14 * wave(0.37, shift + 1),
      rotation: 10 * wave(0.6, shift),
    });
    return {
      root: { x: 0.05 * wave(0.45, 0), z: 0, tilt: 3, roll: 4 * wave(0.45, 0.4) },
      joints: {
        leftKnee: { flexion: knee },
        rightKnee: { flexion: knee },
        leftHip: { flexion: 3 + knee * 0.55 },
        rightHip: { flexion: 3 + knee * 0.55 },
        leftShoulder: arm(0),
        rightShoulder: arm(2.1),
        leftElbow: { flexion: 50 + 24 * wave(0.8, 0.3) },
        rightElbow: { flexion: 50 + 24 * wave(0.7, 1.7) },
        trunk: { rotation: 12 * wave(0.45, 0), sideBend: 6 * wave(0.45, 1) },
        neck: { sideBend: -5 * wave(0.45, 1), flexion: 4 * wave(0.9, 0) },
      },
      contacts: feetOnFloor('left', 0.14, 12),
      placement: here,
    };
  };
  return { id: 'dance', durationMs, props: [], primary: kneeOf('left'), repetitions: [], poseAt };
}

function kneeOf(side: Side): Motion['primary'] {
  return { joint: 'knee', angle: 'flexion', side };
}

export const distractions = { 'walk-through': walkThrough, dance } satisfies Record<
  string,
  (options: DistractionOptions) => Motion
>;
