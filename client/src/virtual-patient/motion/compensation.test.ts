import { expect, test } from 'vitest';
import { averageBody } from '../figure/body.ts';
import { boneOf } from '../figure/bones.ts';
import { SIDES } from '../figure/pose-spec.ts';
import { type SolvedPose, solvePose } from '../figure/solve-pose.ts';
import { trueAngle } from '../figure/true-angle.ts';
import type { Compensation } from './compensation.ts';
import { type MotionId, type MotionOptions, motionFor } from './motion-for.ts';

/** The same motion without and with help, seen from the front at the middle of the first hold. */
function peaks(id: MotionId, compensation: Compensation, options: MotionOptions = {}): [SolvedPose, SolvedPose] {
  const [plain, helped] = [{}, { compensation }].map((more) => {
    const motion = motionFor(id, { side: 'right', facing: 0, tempo: '2-2-2-2', ...options, ...more });
    const { peakMs, peakEndMs } = motion.repetitions[0]!;
    return solvePose(motion.poseAt((peakMs + peakEndMs) / 2), averageBody);
  });
  return [plain!, helped!];
}

test.each([
  ['shoulder-abduction', { sideBend: 15 }],
  ['shoulder-flexion', { flexion: -12 }],
  ['shoulder-flexion', { elbowBend: 30 }],
  ['shoulder-abduction', { shoulderHike: 12 }],
  ['hip-abduction', { sideBend: 12 }],
  ['hip-abduction', { hipHike: 10 }],
  ['hip-extension', { flexion: 15 }],
  ['hip-extension', { kneeBend: 30 }],
  ['squat', { kneeValgus: 18 }],
  ['neck-side-bend', { shoulderHike: 12 }],
] as const)('%s with %o keeps the true angle it was asked for, start and peak', (id, compensation) => {
  for (const side of SIDES) {
    const [plain, helped] = [{}, { compensation }].map((more) => motionFor(id, { side, ...more }).repetitions[0]!);
    expect(helped!.startDegrees).toBeCloseTo(plain!.startDegrees, 3);
    expect(helped!.peakDegrees).toBeCloseTo(plain!.peakDegrees, 1);
  }
});

test('a trunk that helps leans away from the arm', () => {
  const [plain, helped] = peaks('shoulder-abduction', { sideBend: 15 }, { peakDegrees: 90 });
  expect(helped.bones.neck.at.x - plain.bones.neck.at.x).toBeGreaterThan(0.05);
});

test('a trunk leans by as much as asked, however far the movement goes', () => {
  for (const peakDegrees of [60, 150]) {
    const [plain, helped] = peaks('shoulder-abduction', { sideBend: 12 }, { peakDegrees });
    expect(helped.angles.trunk.sideBend - plain.angles.trunk.sideBend).toBeCloseTo(12, 3);
  }
});

test('a hiked hip rises on the moving side, and the trunk stays upright', () => {
  const [plain, helped] = peaks('hip-abduction', { hipHike: 10 });
  const rise = (pose: SolvedPose) => pose.bones.rightThigh.at.y - pose.bones.leftThigh.at.y;
  expect(rise(helped) - rise(plain)).toBeGreaterThan(0.02);
  const lean = trueAngle(helped, { joint: 'trunk', angle: 'sideBend', side: 'left' });
  expect(Math.abs(lean)).toBeLessThan(4);
});

test('a hiked shoulder rises on the moving side only', () => {
  const [plain, helped] = peaks('neck-side-bend', { shoulderHike: 12 });
  expect(helped.bones.rightUpperArm.at.y - plain.bones.rightUpperArm.at.y).toBeGreaterThan(0.02);
  expect(helped.bones.leftUpperArm.at.y).toBeCloseTo(plain.bones.leftUpperArm.at.y, 3);
});

test('knees that fall inwards come nearer to each other over feet that stay', () => {
  const [plain, helped] = peaks('squat', { kneeValgus: 18 }, { side: 'both' });
  const gap = (pose: SolvedPose) => pose.bones.leftShank.at.x - pose.bones.rightShank.at.x;
  expect(gap(plain) - gap(helped)).toBeGreaterThan(0.1);
  for (const side of SIDES) {
    const toes = boneOf(side, 'toes');
    expect(helped.bones[toes].at.distanceTo(plain.bones[toes].at)).toBeLessThan(0.002);
  }
});

test('a knee that bends under a leaning trunk leaves the feet where they are', () => {
  const [plain, helped] = peaks('trunk-inclination', { kneeBend: 25 });
  expect(helped.angles.rightKnee.flexion - plain.angles.rightKnee.flexion).toBeCloseTo(25, 0);
  expect(helped.bones.rightToes.at.distanceTo(plain.bones.rightToes.at)).toBeLessThan(0.002);
  const lean = (pose: SolvedPose) => trueAngle(pose, { joint: 'trunk', angle: 'inclination', side: 'right' });
  expect(Math.abs(lean(helped) - lean(plain))).toBeLessThan(0.5);
});
