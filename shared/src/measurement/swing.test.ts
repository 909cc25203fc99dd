import { describe, expect, test } from 'vitest';
import { type AngleName, angleOf, pointsIn } from './angles.ts';
import { POINT } from './landmarks.ts';
import { type FrameOptions, makeFrame } from './make-frame.ts';
import type { Reference } from './swing.ts';

function read(angle: AngleName, reference: Reference, pose: FrameOptions): number {
  return angleOf(pointsIn(makeFrame(pose), 'planar') ?? [], angle, 'left', reference) ?? Number.NaN;
}

describe('a hip read from the pelvis', () => {
  test.each([
    ['thigh to 60°, trunk upright', { hipFlexion: 60 }, 60, 60],
    ['thigh hanging, trunk 20° forward', { hipFlexion: 20, trunkInclination: 20 }, 20, 10],
    ['thigh 80° from a trunk 20° forward', { hipFlexion: 80, trunkInclination: 20 }, 80, 70],
  ] as const)('%s: half of the trunk’s lean is the pelvis’', (_, pose, fromTrunk, fromPelvis) => {
    const seen = { view: 'side-left', ...pose } as const;
    expect(read('hip-flexion', 'trunk', seen)).toBeCloseTo(fromTrunk, 6);
    expect(read('hip-flexion', 'pelvis', seen)).toBeCloseTo(fromPelvis, 6);
  });

  test.each([0, 20, 60, 100])('a leg out to 30° reads 30°, its knee bent by %d°', (kneeFlexion) => {
    expect(read('hip-abduction', 'pelvis', { left: { hipAbduction: 30, kneeFlexion } })).toBeCloseTo(30, 6);
  });

  test('a thigh reads the same, its knee straight or bent', () => {
    for (const kneeFlexion of [0, 15, 40, 100])
      expect(read('hip-flexion', 'pelvis', { view: 'side-left', hipFlexion: 40, kneeFlexion })).toBeCloseTo(40, 6);
  });

  test('of a straight leg a wrong knee turns the line half as much as the thigh alone', () => {
    const points = pointsIn(makeFrame({ left: { hipAbduction: 30 } }), 'planar') ?? [];
    const wrong = points.map((point, i) => (i === POINT.leftKnee ? { ...point, x: point.x + 0.02 } : point));
    const turned = (angle: AngleName) => Math.abs((angleOf(wrong, angle, 'left') ?? Number.NaN) - 30);
    expect(turned('hip-abduction')).toBeLessThan(0.6 * turned('hip-flexion'));
  });
});

test('a knee from the side is the same from its own hip and from the pelvis', () => {
  for (const kneeFlexion of [0, 45, 110]) {
    const pose = { view: 'side-left', kneeFlexion, hipFlexion: 20 } as const;
    expect(read('knee-flexion', 'pelvis', pose)).toBeCloseTo(read('knee-flexion', 'trunk', pose), 6);
  }
});
