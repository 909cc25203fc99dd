import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeFrame } from './make-frame.ts';
import { bodyYaw, offPlane, turnOffPlane, type View, viewOf, yawBetween } from './view.ts';

const turn = fc.integer({ min: -180, max: 180 });

describe('which way the patient is turned', () => {
  test.each([
    ['front', 0],
    ['side-left', 90],
    ['side-right', -90],
  ] as const)('%s reads %d°', (view, yaw) => {
    expect(bodyYaw(makeFrame({ view }))).toBeCloseTo(yaw, 6);
  });

  test('the back reads 180°, from either side', () => {
    expect(Math.abs(bodyYaw(makeFrame({ view: 'back' })) ?? 0)).toBeCloseTo(180, 6);
  });

  test('any turn is read as it is, near or far, arms and knees bent or not', () => {
    fc.assert(
      fc.property(turn, fc.integer({ min: 0, max: 100 }), (yaw, bend) => {
        const read = bodyYaw(
          makeFrame({ yaw, scale: 0.2, kneeFlexion: bend, shoulderAbduction: bend, hipFlexion: bend }),
        );
        expect(yawBetween(read ?? Number.NaN, yaw)).toBeCloseTo(0, 4);
      }),
    );
  });

  test('nobody is turned no way', () => {
    expect(bodyYaw(makeFrame({ empty: true }))).toBeNull();
  });
});

describe('the view', () => {
  test.each<[number, View]>([
    [0, 'front'],
    [30, 'front'],
    [45, 'oblique'],
    [60, 'side'],
    [90, 'side'],
    [120, 'side'],
    [135, 'oblique'],
    [150, 'back'],
    [180, 'back'],
  ])('at %d° is the %s, to the left as to the right', (yaw, view) => {
    expect([viewOf(yaw), viewOf(-yaw)]).toEqual([view, view]);
  });
});

describe('the turn between two', () => {
  test.each([
    [0, 0, 0],
    [170, -170, 20],
    [-90, 90, 180],
    [10, 350, 20],
  ])('from %d° to %d° is %d°', (a, b, between) => {
    expect(yawBetween(a, b)).toBe(between);
  });

  test('is the same there and back and never over 180°', () => {
    fc.assert(
      fc.property(turn, turn, (a, b) => {
        expect(yawBetween(a, b)).toBe(yawBetween(b, a));
        expect(yawBetween(a, b)).toBeLessThanOrEqual(180);
      }),
    );
  });
});

describe('how far off the plane', () => {
  test.each([
    [0, 0, 90],
    [90, 90, 0],
    [-90, 90, 0],
    [180, 0, 90],
    [35, 35, 55],
    [-145, 35, 55],
  ])('a turn of %d° is %d° off the frontal and %d° off the sagittal plane', (yaw, frontal, sagittal) => {
    expect([offPlane(yaw, 'frontal'), offPlane(yaw, 'sagittal')]).toEqual([frontal, sagittal]);
  });

  test.each([
    [10, 10, -80],
    [-170, 10, -80],
    [80, 80, -10],
    [-80, -80, 10],
    [-100, 80, -10],
  ])('a yaw of %d° turns %d° from the frontal and %d° from the sagittal plane', (yaw, frontal, sagittal) => {
    expect([turnOffPlane(yaw, 'frontal'), turnOffPlane(yaw, 'sagittal')]).toEqual([frontal, sagittal]);
  });

  test('what leaves one plane comes to the other', () => {
    fc.assert(
      fc.property(turn, (yaw) => {
        expect(offPlane(yaw, 'frontal') + offPlane(yaw, 'sagittal')).toBe(90);
      }),
    );
  });
});
