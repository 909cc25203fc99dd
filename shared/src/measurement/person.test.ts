import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeFrame } from './make-frame.ts';
import { apart, type Place, placeOf } from './person.ts';

const SCALE = 0.42;
/** One trunk length across a 4:3 picture. */
const TRUNK = (0.5 * SCALE) / (4 / 3);

const place = (x: number, over = {}): Place => placeOf(makeFrame({ at: { x, y: 0.9 }, ...over })) as Place;

describe('where somebody is', () => {
  test('nobody is nowhere', () => {
    expect(placeOf(makeFrame({ empty: true }))).toBeNull();
  });

  test.each([
    [0.3, 1.6],
    [0, 0],
    [-0.3, 1.6],
    [0.5, 2],
  ])('%d of the picture’s width aside is so many trunk lengths away', (aside) => {
    expect(apart(place(0.5), place(0.5 + aside))).toBeCloseTo(Math.abs(aside) / TRUNK, 5);
  });

  test('is the same distance there and back, whatever the shape of the picture', () => {
    const x = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(x, x, (a, b) => {
        expect(apart(place(a), place(b))).toBeCloseTo(apart(place(b), place(a)), 9);
        const wide = { widthPx: 1280, heightPx: 720 };
        expect(apart(place(a, wide), place(b, wide)) / (16 / 9)).toBeCloseTo(apart(place(a), place(b)) / (4 / 3), 5);
      }),
    );
  });

  test('hardly moves with arms and knees, or with a turn on the spot', () => {
    const still = place(0.5);
    expect(apart(still, place(0.5, { shoulderAbduction: 150 }))).toBeLessThan(0.05);
    expect(apart(still, place(0.5, { view: 'side-left' }))).toBeLessThan(0.05);
    expect(apart(still, place(0.5, { kneeFlexion: 90, hipFlexion: 90 }))).toBeLessThan(0.9);
  });

  test('of somebody turned sideways still has a size', () => {
    expect(place(0.5, { view: 'side-left', trunkInclination: 90 }).size).toBeGreaterThan(0.15);
  });
});
