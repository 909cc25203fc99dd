import { describe, expect, test } from 'vitest';
import { type AngleName, angleOf, pointsIn, pointsNeeded, visibilityOf } from './angles.ts';
import { POINT, type Side } from './landmarks.ts';
import { type FrameOptions, makeFrame } from './make-frame.ts';
import { makeMovement } from './make-movement.ts';
import { between } from './vectors.ts';

function read(options: FrameOptions, angle: AngleName, side: Side, space: 'planar' | '3d' = 'planar'): number {
  const points = pointsIn(makeFrame(options), space);
  return (points && angleOf(points, angle, side)) ?? Number.NaN;
}

/** Degrees. */
const EXACT = 0.01;

describe('the anatomical pose', () => {
  test.each<AngleName>([
    'shoulder-abduction',
    'shoulder-flexion',
    'shoulder-extension',
    'elbow-flexion',
    'hip-flexion',
    'hip-extension',
    'hip-abduction',
    'knee-flexion',
    'ankle-dorsiflexion',
    'ankle-plantarflexion',
    'trunk-inclination',
    'trunk-side-bend',
    'neck-side-bend',
  ])('%s reads zero on both sides', (angle) => {
    for (const side of ['left', 'right'] as const) {
      expect(Math.abs(read(makeMovement(angle, side, 0), angle, side))).toBeLessThan(EXACT);
    }
  });
});

describe('a bent joint reads what it is bent', () => {
  const cases: [AngleName, number[]][] = [
    ['shoulder-abduction', [30, 60, 90, 120, 160]],
    ['shoulder-flexion', [20, 90, 170]],
    ['shoulder-extension', [10, 30, 55]],
    ['elbow-flexion', [10, 45, 90, 145]],
    ['hip-flexion', [15, 60, 115]],
    ['hip-extension', [5, 20]],
    ['hip-abduction', [10, 45]],
    ['knee-flexion', [5, 60, 90, 135]],
    ['ankle-dorsiflexion', [5, 20]],
    ['ankle-plantarflexion', [10, 50]],
    ['trunk-inclination', [10, 45, 80]],
    ['trunk-side-bend', [10, 35]],
    ['neck-side-bend', [10, 40]],
  ];
  const table = cases.flatMap(([angle, all]) => all.map((degrees) => ({ angle, degrees })));

  test.each(table)('$angle at $degrees° in the image', ({ angle, degrees }) => {
    for (const side of ['left', 'right'] as const) {
      expect(Math.abs(read(makeMovement(angle, side, degrees), angle, side) - degrees)).toBeLessThan(EXACT);
    }
  });

  test.each(table.filter(({ angle }) => /^(elbow|knee|ankle|trunk|neck)/.test(angle)))(
    '$angle at $degrees° in metres from any view',
    ({ angle, degrees }) => {
      for (const yaw of [0, 45, 90, -130]) {
        const options = { ...makeMovement(angle, 'left', degrees), yaw };
        expect(read(options, angle, 'left', '3d')).toBeCloseTo(degrees, 5);
      }
    },
  );
});

describe('left is the patient’s left', () => {
  test.each<[AngleName, FrameOptions]>([
    ['shoulder-abduction', { left: { shoulderAbduction: 80 } }],
    ['elbow-flexion', { view: 'side-left', left: { elbowFlexion: 80 } }],
    ['hip-abduction', { left: { hipAbduction: 80 } }],
    ['knee-flexion', { view: 'side-left', left: { kneeFlexion: 80 } }],
  ])('%s of the left limb is not read on the right', (angle, options) => {
    expect(read(options, angle, 'left')).toBeGreaterThan(70);
    expect(read(options, angle, 'right')).toBeLessThan(10);
  });

  test('who faces the camera has the left arm on the right of the picture', () => {
    const { image } = makeFrame({ view: 'front' });
    expect(image?.[POINT.leftShoulder]?.x).toBeGreaterThan(image?.[POINT.rightShoulder]?.x ?? 1);
  });
});

describe('where the points do not tell', () => {
  test('nobody in the picture has no points', () => {
    expect(pointsIn(makeFrame({ empty: true }), 'planar')).toBeNull();
    expect(pointsIn(makeFrame({ empty: true }), '3d')).toBeNull();
  });

  test('a limb without length has no angle', () => {
    const nothing = Array.from({ length: 33 }, () => ({ x: 0.5, y: 0.5, z: 0 }));
    expect(angleOf(nothing, 'elbow-flexion', 'left')).toBeNull();
    expect(between({ x: 0, y: 0, z: 0 }, { x: 1, y: 0, z: 0 })).toBeNaN();
  });

  test('missing points give no angle', () => {
    expect(angleOf([], 'knee-flexion', 'right')).toBeNull();
  });

  test('an angle is seen as well as the worst seen of its points', () => {
    const { image } = makeFrame({ hidden: [POINT.leftElbow] });
    expect(visibilityOf(image ?? [], pointsNeeded('elbow-flexion', 'left'))).toBe(0.1);
    expect(visibilityOf(image ?? [], pointsNeeded('elbow-flexion', 'right'))).toBe(0.95);
    expect(visibilityOf(image ?? [], pointsNeeded('trunk-side-bend', 'left'))).toBe(0.95);
  });
});
