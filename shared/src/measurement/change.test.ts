import { describe, expect, test } from 'vitest';
import { type Comparable, changeBetween, minimalDetectableChange } from './change.ts';

const before: Comparable = {
  protocol: 'shoulder-abduction@1',
  side: 'right',
  degrees: 90,
  uncertaintyDegrees: 6,
  setUp: { x: 0.5, y: 0.45, trunk: 0.25, yaw: 0, shape: 4 / 3 },
  method: 'patient-browser',
};

test.each([
  [95, 'not-distinguishable', 5],
  [99.9, 'not-distinguishable', 9.9],
  [100, 'changed', 10],
  [70, 'changed', -20],
])('after 90°, %d° is %s', (degrees, kind, by) => {
  const change = changeBetween(before, { ...before, degrees });
  expect(change).toMatchObject({ kind, minimalDetectableDegrees: 10 });
  expect('byDegrees' in change ? change.byDegrees : null).toBeCloseTo(by, 10);
});

test.each<[string, Partial<Comparable>, string]>([
  ['another protocol', { protocol: 'shoulder-flexion@1' }, 'protocol'],
  ['another version of it', { protocol: 'shoulder-abduction@2' }, 'protocol'],
  ['the other side', { side: 'left' }, 'side'],
  ['a goniometer', { method: 'goniometer' }, 'method'],
  ['an unknown set-up', { setUp: null }, 'set-up-unknown'],
])('a value by %s is not compared', (_what, change, why) => {
  expect(changeBetween(before, { ...before, degrees: 130, ...change })).toEqual({ kind: 'incomparable', why });
});

test.each([
  ['turned', { yaw: 20 }, 'turn'],
  ['from nearer', { trunk: 0.4 }, 'distance'],
  ['at the edge of the picture', { x: 0.85 }, 'place'],
  ['with the phone upright', { shape: 3 / 4 }, 'picture'],
] as const)('a value taken %s is not compared, and that is the reason told', (_what, other, part) => {
  const setUp = { x: 0.5, y: 0.45, trunk: 0.25, yaw: 0, shape: 4 / 3, ...other };
  expect(changeBetween(before, { ...before, setUp })).toEqual({ kind: 'incomparable', why: 'set-up', part });
});

test('a difference within the two ± together is no change, whatever repeats allow', () => {
  const rough = { ...before, uncertaintyDegrees: 12 };
  expect(changeBetween(rough, { ...rough, degrees: 106 }).kind).toBe('not-distinguishable');
  expect(changeBetween(rough, { ...rough, degrees: 107 }).kind).toBe('changed');
});

describe('the minimal detectable change', () => {
  test('is 10° until there are repeats', () => expect(minimalDetectableChange([[90], []])).toBe(10));
  test('is never below 10°, however alike the repeats are', () =>
    expect(
      minimalDetectableChange([
        [90, 90.5, 91],
        [50, 50],
      ]),
    ).toBe(10));
  test('is 2.77 times the pooled error of repeats', () => {
    // Two people, twice each, 10° apart: the SEM is √50.
    expect(
      minimalDetectableChange([
        [80, 90],
        [110, 120],
      ]),
    ).toBeCloseTo(1.96 * Math.SQRT2 * Math.sqrt(50), 10);
  });
  test('does not grow with how much people differ from one another', () => {
    const near = minimalDetectableChange([
      [80, 95],
      [85, 100],
    ]);
    expect(
      minimalDetectableChange([
        [20, 35],
        [150, 165],
      ]),
    ).toBeCloseTo(near, 10);
  });
});
