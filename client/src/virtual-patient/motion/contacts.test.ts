import { describe, expect, test } from 'vitest';
import { averageBody, type Body } from '../figure/body.ts';
import { boneOf } from '../figure/bones.ts';
import type { PoseSpec } from '../figure/pose-spec.ts';
import { solvePose } from '../figure/solve-pose.ts';
import type { Motion } from './motion.ts';
import { motionFor, motionIds } from './motion-for.ts';

const at = (motion: Motion, ms: number) => solvePose(motion.poseAt(ms), averageBody);

/** Poses of one whole repetition, every 50 ms. */
function sampled(motion: Motion): { ms: number; pose: PoseSpec }[] {
  const { startMs, endMs } = motion.repetitions[0]!;
  return Array.from({ length: Math.floor((endMs - startMs) / 50) + 1 }, (_, i) => ({
    ms: startMs + i * 50,
    pose: motion.poseAt(startMs + i * 50),
  }));
}

describe('contacts', () => {
  const bodies: Body[] = [
    averageBody,
    { ...averageBody, heightM: 1.55, legLength: 0.95 },
    { ...averageBody, heightM: 1.9, girth: 1.3 },
  ];

  test.each(['squat', 'hip-hinge', 'sit-to-stand', 'lunge', 'trunk-side-bend'] as const)(
    '%s: no foot slides by 2 mm',
    (id) => {
      for (const body of bodies) {
        const motion = motionFor(id, { body });
        for (const side of ['left', 'right'] as const) {
          const balls = sampled(motion).map(({ pose }) => solvePose(pose, body).bones[boneOf(side, 'toes')].at);
          for (const ball of balls) expect(ball.distanceTo(balls[0]!)).toBeLessThan(0.002);
        }
      }
    },
  );

  test.each([
    ['push-up', ['leftHand', 'rightHand', 'leftToes', 'rightToes']],
    ['wall-push-up', ['leftHand', 'rightHand', 'leftToes', 'rightToes']],
    ['step-up', ['leftToes']],
    ['step-down', ['leftToes']],
    ['tandem-stance', ['rightToes']],
  ] as const)('%s: %s stay where they are', (id, bones) => {
    for (const body of bodies) {
      const motion = motionFor(id, { side: 'left', body });
      for (const bone of bones) {
        const places = sampled(motion).map(({ pose }) => solvePose(pose, body).bones[bone].at);
        for (const place of places) expect(place.distanceTo(places[0]!)).toBeLessThan(0.002);
      }
    }
  });

  test('stick-flexion: the hands keep their distance on the stick', () => {
    const gaps = sampled(motionFor('stick-flexion')).map(({ pose }) => {
      const { leftHand, rightHand } = solvePose(pose, averageBody).bones;
      return leftHand.at.distanceTo(rightHand.at);
    });
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.03);
  });

  test('step-down: the free toes come down to the floor ahead of the step', () => {
    for (const body of bodies) {
      const motion = motionFor('step-down', { side: 'left', body, facing: 0 });
      const { rightToes, leftToes } = solvePose(motion.poseAt(motion.repetitions[0]!.peakMs), body).bones;
      expect(rightToes.at.y).toBeCloseTo(0.022, 3);
      expect(leftToes.at.y).toBeCloseTo(0.142, 3);
      expect(rightToes.at.z - leftToes.at.z).toBeGreaterThan(0.15);
    }
  });

  test.each(motionIds)('%s never puts a foot under the floor', (id) => {
    for (const body of bodies) {
      const motion = motionFor(id, { body });
      for (const { pose } of sampled(motion)) {
        const { bones, measures } = solvePose(pose, body);
        const lowest = Math.min(bones.leftToes.at.y, bones.rightToes.at.y);
        expect(lowest).toBeGreaterThan(0.022 - 0.003);
        expect(Math.min(bones.leftFoot.at.y, bones.rightFoot.at.y)).toBeGreaterThan(measures.ankleHeight - 0.004);
      }
    }
  });

  test.each(motionIds)('%s moves without jumps: no joint goes faster than 5 m/s', (id) => {
    const motion = motionFor(id, { repetitions: 2, side: 'both', leadInMs: 200 });
    let before = at(motion, 0);
    for (let ms = 20; ms < motion.durationMs; ms += 20) {
      const now = at(motion, ms);
      for (const bone of ['leftHand', 'rightHand', 'leftFoot', 'rightFoot', 'head'] as const) {
        expect(now.bones[bone].at.distanceTo(before.bones[bone].at), `${bone} at ${ms} ms`).toBeLessThan(0.1);
      }
      before = now;
    }
  });
});
