import { describe, expect, test } from 'vitest';
import { averageBody } from '../figure/body.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { trueAngle } from '../figure/true-angle.ts';
import type { Motion } from './motion.ts';
import { motionFor, motionIds } from './motion-for.ts';

const at = (motion: Motion, ms: number) => solvePose(motion.poseAt(ms), averageBody);

describe('the truth of a motion', () => {
  test('a squat of 3-1-2-1 goes down in 3 s, waits 1 s, comes up in 2 s, waits 1 s', () => {
    const { repetitions, durationMs } = motionFor('squat', {
      tempo: '3-1-2-1',
      repetitions: 2,
      leadInMs: 1000,
      leadOutMs: 1500,
    });
    expect(repetitions.map(({ startMs, peakMs, peakEndMs, endMs }) => [startMs, peakMs, peakEndMs, endMs])).toEqual([
      [1000, 4000, 5000, 7000],
      [8000, 11000, 12000, 14000],
    ]);
    expect(durationMs).toBe(15500);
  });

  test('an arm raise of 3-1-2-0.5 lifts first: up in 2 s, waits 0.5 s, down in 3 s, waits 1 s', () => {
    const [first, second] = motionFor('arm-raise', { tempo: '3-1-2-0.5', repetitions: 2, leadInMs: 0 }).repetitions;
    expect([first!.startMs, first!.peakMs, first!.peakEndMs, first!.endMs, second!.startMs]).toEqual([
      0, 2000, 2500, 5500, 6500,
    ]);
  });

  test.each([
    ['shoulder-abduction', 145],
    ['shoulder-flexion', 120],
    ['elbow-flexion', 125],
    ['knee-flexion', 95],
    ['squat', 100],
    ['push-up', 80],
    ['wall-push-up', 70],
    ['step-down', 50],
    ['arm-raise-flexion', 130],
    ['stick-flexion', 140],
    ['lunge', 75],
  ] as const)('%s reaches the %i degrees asked for', (id, degrees) => {
    for (const side of ['left', 'right'] as const) {
      const motion = motionFor(id, { side, peakDegrees: degrees, repetitions: 1 });
      expect(Math.abs(motion.repetitions[0]!.peakDegrees - degrees)).toBeLessThan(0.5);
    }
  });

  test('every repetition may have its own peak', () => {
    const motion = motionFor('squat', { peakDegrees: [90, 30, 80] });
    expect(motion.repetitions.map((r) => Math.round(r.peakDegrees))).toEqual([90, 30, 80]);
  });

  test.each(motionIds)('%s ends in idle: after its last repetition nothing moves by a degree', (id) => {
    const motion = motionFor(id, { repetitions: 2 });
    const { endMs } = motion.repetitions.at(-1)!;
    const after = [0, 700, 1500, 4000, 9000].map((ms) => trueAngle(at(motion, endMs + ms), motion.primary));
    expect(Math.max(...after) - Math.min(...after)).toBeLessThan(1);
    expect(motion.durationMs).toBeGreaterThan(endMs);
  });
});

test.each(['walk-through', 'dance'])(
  '%s is no exercise: it has no repetitions, moves without jumps and keeps planted feet in place',
  (id) => {
    const motion = motionFor(id);
    expect(motion.repetitions).toHaveLength(0);
    let before = at(motion, 0).bones;
    for (let ms = 20; ms < motion.durationMs; ms += 20) {
      const now = at(motion, ms).bones;
      for (const bone of ['head', 'leftHand', 'rightHand', 'leftFoot', 'rightFoot'] as const) {
        expect(now[bone].at.distanceTo(before[bone].at), `${bone} at ${ms} ms`).toBeLessThan(0.1);
      }
      const slides = (['leftToes', 'rightToes'] as const).map((bone) => now[bone].at.distanceTo(before[bone].at));
      expect(Math.min(...slides), `planted foot at ${ms} ms`).toBeLessThan(0.002);
      before = now;
    }
  },
);

test('trembling stays within what was asked and is still while standing', () => {
  const motion = motionFor('shoulder-abduction', {
    side: 'left',
    peakDegrees: 90,
    trembleDegrees: 3,
    tempo: '2-1-2-4',
    repetitions: 1,
  });
  const { peakMs, peakEndMs } = motion.repetitions[0]!;
  const held = Array.from({ length: 100 }, (_, i) =>
    trueAngle(at(motion, peakMs + ((peakEndMs - peakMs) * i) / 100), motion.primary),
  );
  expect(Math.max(...held)).toBeGreaterThan(91);
  expect(Math.max(...held)).toBeLessThanOrEqual(93);
  expect(Math.min(...held)).toBeGreaterThanOrEqual(87);
  expect(trueAngle(at(motion, 500), motion.primary)).toBeCloseTo(7, 5);
});

test.each([
  ['0-1-2-1', /digits 1 and 3/],
  ['3-1-3', /not a tempo/],
  ['fast', /not a tempo/],
])('refuses the tempo %s', (tempo, message) => {
  expect(() => motionFor('squat', { tempo })).toThrow(message);
});

test('refuses a motion it does not know, and names those it does', () => {
  expect(() => motionFor('cartwheel')).toThrow(/No motion "cartwheel".*squat/);
});
