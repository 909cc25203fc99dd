import { describe, expect, test } from 'vitest';
import { averageBody, type Body } from '../figure/body.ts';
import { type BoneName, boneOf } from '../figure/bones.ts';
import { SIDES } from '../figure/pose-spec.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { trueAngle } from '../figure/true-angle.ts';
import type { Motion } from './motion.ts';
import { type MotionId, motionFor, protocolMotionIds } from './motion-for.ts';

const bodies: Body[] = [
  averageBody,
  { ...averageBody, heightM: 1.55, legLength: 0.95 },
  { ...averageBody, girth: 1.3 },
];

/** Start and peak that a measurement of each protocol is tried with, degrees of its own angle. */
const performed: Record<(typeof protocolMotionIds)[number], readonly [start: number, peak: number]> = {
  'shoulder-abduction': [7, 145],
  'shoulder-flexion': [2, 120],
  'shoulder-extension': [0, 45],
  'elbow-flexion': [10, 125],
  'elbow-extension': [90, 12],
  'hip-flexion': [0, 90],
  'hip-extension': [0, 18],
  'hip-abduction': [0, 35],
  'knee-flexion': [4, 95],
  'knee-extension': [90, 25],
  'trunk-inclination': [0, 70],
  'trunk-side-bend': [0, 28],
  'neck-side-bend': [0, 35],
  'ankle-dorsiflexion': [0, 18],
  'ankle-plantarflexion': [0, 40],
};
const cases = protocolMotionIds.map((id) => [id, ...performed[id]] as const);

function middleOfHold(motion: Motion): number {
  const { peakMs, peakEndMs } = motion.repetitions[0]!;
  return (peakMs + peakEndMs) / 2;
}

/** Where a bone is during one whole repetition, every 50 ms. */
function places(motion: Motion, bone: BoneName, body = averageBody) {
  const { startMs, endMs } = motion.repetitions[0]!;
  return Array.from(
    { length: Math.floor((endMs - startMs) / 50) + 1 },
    (_, i) => solvePose(motion.poseAt(startMs + i * 50), body).bones[bone].at,
  );
}

describe.each(SIDES)('on the %s side', (side) => {
  test.each(cases)('%s goes from %i to the %i degrees asked for, on every body', (id, start, peakDegrees) => {
    for (const body of bodies) {
      const motion = motionFor(id, { side, peakDegrees, body, repetitions: 1 });
      const [only] = motion.repetitions;
      expect(Math.abs(only!.startDegrees - start)).toBeLessThan(0.5);
      expect(Math.abs(only!.peakDegrees - peakDegrees)).toBeLessThan(0.5);
      expect(motion.primary.side).toBe(side);
    }
  });

  test.each([
    ['elbow-extension', 25],
    ['elbow-extension', 0],
    ['elbow-extension', -5],
    ['knee-extension', 12],
    ['knee-extension', 0],
    ['knee-extension', -5],
  ] as const)('%s ends %i degrees short of straight', (id, deficit) => {
    expect(motionFor(id, { side, peakDegrees: deficit }).repetitions[0]!.peakDegrees).toBeCloseTo(deficit, 3);
  });

  test.each([
    ['shoulder-extension', boneOf(side, 'hand'), 'behind'],
    ['hip-extension', boneOf(side, 'foot'), 'behind'],
    ['shoulder-flexion', boneOf(side, 'hand'), 'ahead'],
    ['hip-flexion', boneOf(side, 'foot'), 'ahead'],
    ['trunk-inclination', 'neck', 'ahead'],
  ] as const)('%s is positive with the %s %s', (id, bone, where) => {
    const motion = motionFor(id, { side, facing: 0 });
    const { bones } = solvePose(motion.poseAt(middleOfHold(motion)), averageBody);
    expect(Math.sign(bones[bone].at.z - bones.pelvis.at.z)).toBe(where === 'ahead' ? 1 : -1);
    expect(motion.repetitions[0]!.peakDegrees).toBeGreaterThan(10);
  });

  test.each([
    ['ankle-dorsiflexion', 'towards the knee', 1],
    ['ankle-plantarflexion', 'away from the knee', -1],
  ] as const)('%s is positive with the toes %s', (id, _where, sign) => {
    const motion = motionFor(id, { side, facing: 0 });
    const { startMs } = motion.repetitions[0]!;
    const gap = (ms: number) => {
      const { bones } = solvePose(motion.poseAt(ms), averageBody);
      return bones[boneOf(side, 'toes')].at.distanceTo(bones[boneOf(side, 'shank')].at);
    };
    expect((gap(startMs) - gap(middleOfHold(motion))) * sign).toBeGreaterThan(0.02);
  });

  test.each(['trunk-side-bend', 'neck-side-bend'] as const)('%s is positive towards the side asked', (id) => {
    const motion = motionFor(id, { side });
    const { bones } = solvePose(motion.poseAt(middleOfHold(motion)), averageBody);
    const face = bones.head.at.clone().sub(bones.neck.at);
    expect(Math.sign(face.x)).toBe(side === 'left' ? 1 : -1);
    expect(motion.repetitions[0]!.peakDegrees).toBeGreaterThan(20);
  });

  test.each(protocolMotionIds)('%s: no foot that stands slides by 2 mm', (id) => {
    for (const body of bodies) {
      const motion = motionFor(id, { side, body });
      const standing = motion.poseAt(0).contacts.flatMap((c) => (c.kind === 'foot' ? c.side : []));
      expect(standing.length).toBeGreaterThan(0);
      for (const foot of standing) {
        const balls = places(motion, boneOf(foot, 'toes'), body);
        for (const ball of balls) expect(ball.distanceTo(balls[0]!)).toBeLessThan(0.002);
      }
    }
  });

  test.each(protocolMotionIds)('%s: the other side’s limb stays where it is', (id) => {
    const motion = motionFor(id, { side });
    const { joint } = motion.primary;
    if (joint === 'trunk' || joint === 'neck' || joint === 'hip') return;
    const other = { ...motion.primary, side: side === 'left' ? ('right' as const) : ('left' as const) };
    const { startMs, peakMs } = motion.repetitions[0]!;
    const [before, after] = [startMs, peakMs].map((ms) => trueAngle(solvePose(motion.poseAt(ms), averageBody), other));
    expect(Math.abs(after! - before!)).toBeLessThan(4);
  });
});

test.each(protocolMotionIds)('%s holds for two seconds', (id) => {
  const { peakMs, peakEndMs } = motionFor(id).repetitions[0]!;
  expect(peakEndMs - peakMs).toBe(2000);
});

test.each([
  ['shoulder-flexion', 22, 80],
  ['elbow-flexion', 25, 110],
  ['elbow-extension', 70, 20],
  ['knee-extension', 75, 15],
  ['ankle-dorsiflexion', -12, 5],
  ['hip-flexion', 15, 70],
] as const satisfies readonly (readonly [MotionId, number, number])[])(
  '%s of a joint that rests at %i degrees: that is its true start, and rest, and %i its peak',
  (id, startDegrees, peakDegrees) => {
    const motion = motionFor(id, { side: 'right', startDegrees, peakDegrees, repetitions: 1 });
    const [only] = motion.repetitions;
    expect(only!.startDegrees).toBeCloseTo(startDegrees, 1);
    expect(only!.peakDegrees).toBeCloseTo(peakDegrees, 1);
    for (const ms of [0, only!.endMs + 1500])
      expect(trueAngle(solvePose(motion.poseAt(ms), averageBody), motion.primary)).toBeCloseTo(startDegrees, 1);
  },
);

test.each([
  ['shoulder-abduction', 120],
  ['shoulder-flexion', 120],
  ['elbow-extension', 10],
  ['neck-side-bend', 30],
  ['knee-flexion', 105],
] as const)('%s may be done sitting: on the chair, with the same truth', (id, peakDegrees) => {
  const motion = motionFor(id, { side: 'right', position: 'seated', peakDegrees });
  expect(motion.repetitions[0]!.peakDegrees).toBeCloseTo(peakDegrees, 1);
  expect(motion.props.map((prop) => prop.kind)).toEqual(['chair']);
  expect(motion.poseAt(0).contacts.some((contact) => contact.kind === 'seat')).toBe(true);
});
