import type { PoseSpec } from '../figure/pose-spec.ts';
import { type DistractionOptions, distraction } from './distraction.ts';
import { ease, type Motion } from './motion.ts';
import { feetOnFloor, here } from './standing.ts';

/** Waves that begin and end in stillness, −1 to 1, at this moment. */
function wavesAt(timeMs: number, durationMs: number): (hz: number, shift: number) => number {
  const t = timeMs / 1000;
  const fade = ease(Math.min(t, durationMs / 1000 - t) / 1.5);
  return (hz, shift) => fade * Math.sin(2 * Math.PI * hz * t + shift);
}

/** Sways and waves to music without one repetition that is an exercise. */
function dance({ durationMs = 20_000 }: DistractionOptions): Motion {
  const poseAt = (timeMs: number): PoseSpec => {
    const wave = wavesAt(timeMs, durationMs);
    const fade = ease(Math.min(timeMs, durationMs - timeMs) / 1500);
    const knee = 4 + 9 * (fade + wave(0.9, 0));
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
  return distraction('dance', durationMs, poseAt);
}

/** Larger: the body goes from side to side, arms swing out and up with bent elbows, hips and shoulders turn. */
function discoDance({ durationMs = 20_000 }: DistractionOptions): Motion {
  const poseAt = (timeMs: number): PoseSpec => {
    const wave = wavesAt(timeMs, durationMs);
    const fade = ease(Math.min(timeMs, durationMs - timeMs) / 1500);
    const knee = 4 + 14 * (fade + wave(1.1, 0.4));
    const arm = (shift: number) => ({
      flexion: 2 + 25 * fade + 40 * wave(0.55, shift),
      abduction: 7 + 28 * fade + 32 * wave(0.55, shift + 0.6),
      rotation: 20 * wave(1.1, shift),
    });
    return {
      root: { x: 0.14 * wave(0.55, 0), z: 0, tilt: 3 + 4 * wave(1.1, 0), roll: 5 * wave(0.55, 0.4) },
      joints: {
        leftKnee: { flexion: knee },
        rightKnee: { flexion: knee },
        leftHip: { flexion: 3 + knee * 0.55 },
        rightHip: { flexion: 3 + knee * 0.55 },
        leftShoulder: arm(0),
        rightShoulder: arm(Math.PI),
        leftElbow: { flexion: 12 + 50 * fade + 38 * wave(1.1, 0.3) },
        rightElbow: { flexion: 12 + 50 * fade + 38 * wave(1.1, 1.7) },
        trunk: { rotation: 22 * wave(0.55, 0), sideBend: 9 * wave(0.55, 1) },
        neck: { sideBend: -10 * wave(0.55, 1), flexion: 8 * wave(1.1, 0), rotation: 20 * wave(0.3, 0) },
      },
      contacts: feetOnFloor('left', 0.2, 14),
      placement: here,
    };
  };
  return distraction('disco-dance', durationMs, poseAt);
}

export const dances = { dance, 'disco-dance': discoDance } as const satisfies Record<
  string,
  (options: DistractionOptions) => Motion
>;
