import { describe, expect, test } from 'vitest';
import { isComparable, likeness, type SetUp, setUpOf } from './set-up.ts';

const usual: SetUp = { x: 0.5, y: 0.45, trunk: 0.25, yaw: 90, shape: 4 / 3 };

describe('the same as last time', () => {
  test('is 1 where nothing differs', () => expect(likeness(usual, usual)).toBe(1));

  test.each([
    ['a step to the side', { x: 0.75 }],
    ['a third nearer', { trunk: 0.25 * 1.31 }],
    ['turned by 16°', { yaw: 106 }],
    ['the phone upright instead of flat', { shape: 3 / 4 }],
  ])('%s is another set-up', (_what, change) => {
    expect(isComparable(usual, { ...usual, ...change })).toBe(false);
  });

  test.each([
    ['a hand’s breadth aside', { x: 0.54 }],
    ['a little nearer', { trunk: 0.27 }],
    ['turned by 5°', { yaw: 95 }],
  ])('%s is still comparable', (_what, change) => {
    expect(likeness(usual, { ...usual, ...change })).toBeGreaterThan(0.5);
  });

  test('does not depend on which came first', () => {
    const other = { ...usual, trunk: 0.3, yaw: 84 };
    expect(likeness(usual, other)).toBeCloseTo(likeness(other, usual), 10);
  });

  test('turning from −178° to 178° is a turn of 4°', () => {
    expect(isComparable({ ...usual, yaw: -178 }, { ...usual, yaw: 178 })).toBe(true);
  });

  test('an unknown set-up is comparable with none', () => expect(isComparable(null, usual)).toBe(false));
});

test('nobody bound to a place has no set-up', () => {
  expect(setUpOf({ yaw: 0, place: null, shape: 1 })).toBeNull();
});
