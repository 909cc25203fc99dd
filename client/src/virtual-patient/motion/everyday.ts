import { averageBody } from '../figure/body.ts';
import type { Placement, PoseSpec, SomeJointAngles } from '../figure/pose-spec.ts';
import { blendPoses } from './blend-poses.ts';
import { seated, usualChair } from './chair-exercises.ts';
import { type DistractionOptions, distraction } from './distraction.ts';
import { ease, type Motion } from './motion.ts';
import { here, standing } from './standing.ts';

/** A pose that is reached within this time after the one before. */
type KeyPose = [ms: number, pose: PoseSpec];

/** One pose after the other, from standing at ease. */
function inTurn(id: string, keys: readonly KeyPose[], { body = averageBody }: DistractionOptions): Motion {
  const durationMs = keys.reduce((sum, [ms]) => sum + ms, 0);
  const poseAt = (timeMs: number): PoseSpec => {
    let from = standing();
    let beganMs = 0;
    for (const [ms, to] of keys) {
      if (timeMs < beganMs + ms) return blendPoses(from, to, ease((timeMs - beganMs) / ms), body);
      from = to;
      beganMs += ms;
    }
    return from;
  };
  return distraction(id, durationMs, poseAt);
}

const atEase = standing();
const posed = (joints: SomeJointAngles): PoseSpec => standing(joints);
const still = (pose: PoseSpec, ms: number): KeyPose => [ms, pose];

/** There, this often to and fro, and back to standing at ease. */
function toAndFro(a: SomeJointAngles, b: SomeJointAngles, times: number, eachMs: number): KeyPose[] {
  const way = Array.from({ length: 2 * times }, (_, i): KeyPose => [eachMs, posed(i % 2 === 0 ? b : a)]);
  return [still(atEase, 1_200), [900, posed(a)], ...way, [1_000, atEase], still(atEase, 1_200)];
}

const turned = (headingDegrees: number, x = 0): PoseSpec => {
  const placement: Placement = { ...here, x, headingDegrees };
  return { ...standing(), placement };
};

const onHead = { leftShoulder: { flexion: 75, abduction: 55, rotation: 40 }, leftElbow: { flexion: 128 } };
const akimbo: SomeJointAngles = {
  leftShoulder: { flexion: -12, abduction: 42, rotation: -50 },
  rightShoulder: { flexion: -12, abduction: 42, rotation: -50 },
  leftElbow: { flexion: 92 },
  rightElbow: { flexion: 92 },
};
const atEar = { rightShoulder: { flexion: 48, abduction: 40, rotation: 15 }, rightElbow: { flexion: 138 } };
const sleeve = {
  reach: { rightShoulder: { flexion: -32, abduction: 38 }, rightElbow: { flexion: 55 } },
  pull: {
    rightShoulder: { flexion: 28, abduction: 62, rotation: 20 },
    rightElbow: { flexion: 75 },
    leftShoulder: { flexion: 50, abduction: 0, rotation: -40 },
    leftElbow: { flexion: 100 },
    trunk: { rotation: -22 },
  },
  other: {
    leftShoulder: { flexion: -32, abduction: 45 },
    leftElbow: { flexion: 60 },
    rightShoulder: { flexion: 40, abduction: 4, rotation: -40 },
    rightElbow: { flexion: 95 },
    trunk: { rotation: 22 },
  },
} satisfies Record<string, SomeJointAngles>;

/** Talks with the hands. */
function talk({ durationMs = 15_000 }: DistractionOptions): Motion {
  const poseAt = (timeMs: number): PoseSpec => {
    const t = timeMs / 1000;
    const fade = ease(Math.min(t, durationMs / 1000 - t) / 1.5);
    const wave = (hz: number, shift: number) => fade * Math.sin(2 * Math.PI * hz * t + shift);
    const shoulder = (shift: number) => ({
      flexion: 2 + 18 * fade + 14 * wave(0.31, shift),
      abduction: 7 + 8 * fade + 8 * wave(0.43, shift),
      rotation: -12 + 14 * wave(0.37, shift),
    });
    return posed({
      leftShoulder: shoulder(0.4),
      rightShoulder: shoulder(2.3),
      leftElbow: { flexion: 12 + 58 * fade + 28 * wave(0.53, 0) },
      rightElbow: { flexion: 12 + 62 * fade + 26 * wave(0.47, 1.1) },
      neck: { sideBend: 4 * wave(0.23, 0), rotation: 12 * wave(0.17, 1), flexion: 6 * wave(0.6, 0) },
      trunk: { rotation: 6 * wave(0.19, 0) },
    });
  };
  return distraction('talk', durationMs, poseAt);
}

function sitDown({ body = averageBody }: DistractionOptions): Motion {
  const sitting = seated(body, 'left', 88, true);
  const poseAt = (timeMs: number) =>
    timeMs < 1_000 ? atEase : blendPoses(atEase, sitting, ease((timeMs - 1_000) / 1_800), body);
  return distraction('sit-down', 9_000, poseAt, { props: [usualChair] });
}

export const everyday = {
  'scratch-head': (options) =>
    inTurn(
      'scratch-head',
      toAndFro(onHead, { ...onHead, leftElbow: { flexion: 112 } }, 5, 180).concat(toAndFro(onHead, onHead, 1, 500)),
      options,
    ),
  wave: (options) =>
    inTurn(
      'wave',
      toAndFro(
        { rightShoulder: { flexion: 10, abduction: 88, rotation: 80 }, rightElbow: { flexion: 70 } },
        { rightShoulder: { flexion: 10, abduction: 92, rotation: 80 }, rightElbow: { flexion: 110 } },
        6,
        320,
      ),
      options,
    ),
  'hands-on-hips': (options) =>
    inTurn('hands-on-hips', [...toAndFro(akimbo, akimbo, 1, 900), ...toAndFro(akimbo, akimbo, 1, 900)], options),
  'phone-call': (options) => inTurn('phone-call', toAndFro(atEar, atEar, 1, 2_500), options),
  'put-on-jacket': (options) =>
    inTurn(
      'put-on-jacket',
      [
        still(atEase, 1_000),
        [900, posed(sleeve.reach)],
        [700, posed(sleeve.pull)],
        [800, posed(sleeve.reach)],
        [900, posed(sleeve.other)],
        [700, posed(sleeve.pull)],
        [800, posed(sleeve.other)],
        [1_000, atEase],
        still(atEase, 1_000),
      ],
      options,
    ),
  'turn-round': (options) =>
    inTurn(
      'turn-round',
      [0, 90, 180, 270, 360, 270, 180, 90, 0].flatMap((heading): KeyPose[] => [
        [900, turned(heading)],
        still(turned(heading), 500),
      ]),
      options,
    ),
  'shift-weight': (options) =>
    inTurn(
      'shift-weight',
      [1, -1, 1, -1, 1, -1, 0].map((to): KeyPose => {
        const pose = standing({ trunk: { sideBend: -3 * to }, neck: { sideBend: 3 * to } });
        return [1_400, { ...pose, root: { ...pose.root, x: 0.07 * to, roll: 4 * to } }];
      }),
      options,
    ),
  talk,
  'sit-down': sitDown,
} as const satisfies Record<string, (options: DistractionOptions) => Motion>;
