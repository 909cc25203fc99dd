import { describe, expect, test } from 'vitest';
import { type AngleName, pointsIn } from './angles.ts';
import type { Side } from './landmarks.ts';
import { makeFrame } from './make-frame.ts';
import { makeMovement } from './make-movement.ts';
import { facingOf, signedAngleOf } from './signed-angle.ts';

const SIDES = ['left', 'right'] as const;

/** What is read of one side with its joint at these degrees, in the view its protocol asks for. */
function read(angle: AngleName, side: Side, degrees: number): number {
  const points = pointsIn(makeFrame(makeMovement(angle, side, degrees)), 'planar') ?? [];
  return signedAngleOf(points, angle, side, facingOf(points)) ?? Number.NaN;
}

describe('the patient looks', () => {
  test.each([
    ['side-left', -1],
    ['side-right', 1],
  ] as const)('seen from the %s: %d, left of the picture −1, right 1', (view, facing) => {
    for (const pose of [
      {},
      { left: { kneeFlexion: 90 } },
      { trunkInclination: 80, hipFlexion: 80 },
      { shoulderFlexion: 160 },
    ]) {
      expect(facingOf(pointsIn(makeFrame({ ...pose, view }), 'planar') ?? [])).toBe(facing);
    }
  });
});

describe('what goes beyond zero the other way is negative', () => {
  test.each<[AngleName, number, string]>([
    ['elbow-flexion', -8, 'an elbow that overextends'],
    ['knee-flexion', -6, 'a knee that overextends'],
    ['shoulder-flexion', -30, 'an arm behind the trunk'],
    ['shoulder-extension', -30, 'an arm before the trunk'],
    ['hip-flexion', -15, 'a thigh behind the trunk'],
    ['hip-extension', -40, 'a thigh before the trunk'],
    ['trunk-inclination', -10, 'a trunk that leans back'],
    ['trunk-side-bend', -20, 'a bend to the other side'],
    ['neck-side-bend', -20, 'a head to the other side'],
    ['shoulder-abduction', -15, 'an arm across the body'],
    ['ankle-dorsiflexion', -25, 'a foot that points down'],
  ])('%s of %d°: %s', (angle, degrees) => {
    for (const side of SIDES) expect(read(angle, side, degrees)).toBeCloseTo(degrees, 3);
  });
});

describe('a joint that passes zero', () => {
  const angles: AngleName[] = [
    'shoulder-abduction',
    'shoulder-flexion',
    'elbow-flexion',
    'hip-flexion',
    'hip-extension',
    'hip-abduction',
    'knee-flexion',
    'trunk-inclination',
    'trunk-side-bend',
    'neck-side-bend',
    'ankle-dorsiflexion',
    'ankle-plantarflexion',
  ];
  test.each(angles)('%s is read from −20° to 20° without a jump', (angle) => {
    for (const side of SIDES)
      for (let degrees = -20; degrees < 20; degrees++)
        expect(read(angle, side, degrees + 1) - read(angle, side, degrees)).toBeCloseTo(1, 1);
  });
});

describe('overhead', () => {
  test.each<[AngleName, number]>([
    ['shoulder-flexion', 170],
    ['shoulder-abduction', 170],
  ])('%s of %d° is not taken for the other direction', (angle, degrees) => {
    for (const side of SIDES) expect(read(angle, side, degrees)).toBeCloseTo(degrees, 3);
  });
});
