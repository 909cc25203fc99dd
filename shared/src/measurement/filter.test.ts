import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jitterOf, type OneEuro, oneEuro, type Sample, zeroPhase } from './filter.ts';

const degrees = fc.double({ min: -180, max: 180, noNaN: true });
/** Values at times that grow unevenly, as a slow device gives them. */
const samples = fc
  .array(fc.tuple(fc.integer({ min: 16, max: 250 }), degrees), { minLength: 1, maxLength: 60 })
  .map((steps) => {
    let atMs = 0;
    return steps.map(([gapMs, value]): Sample => {
      atMs += gapMs;
      return [atMs, value];
    });
  });

function follow(values: readonly Sample[]): OneEuro | null {
  return values.reduce<OneEuro | null>((filter, [atMs, value]) => oneEuro(filter, value, atMs), null);
}

/** Up to 90° in a second, held, and down again. */
function hold(holdMs: number, fps: number): Sample[] {
  return Array.from({ length: Math.ceil(((2_000 + holdMs) * fps) / 1000) }, (_, i): Sample => {
    const atMs = (i * 1000) / fps;
    const share = Math.max(0, Math.min(1, atMs / 1000, (2_000 + holdMs - atMs) / 1000));
    return [atMs, 45 - 45 * Math.cos(Math.PI * share)];
  });
}

describe('the live filter', () => {
  test('never leaves the range of what it was given', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const all = values.map(([, value]) => value);
        const { value } = follow(values) as OneEuro;
        expect(value).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
      }),
    );
  });

  test('leaves a steady value as it is', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: -180, max: 180 }), (values, steady) => {
        expect(follow(values.map(([atMs]): Sample => [atMs, steady]))).toMatchObject({ value: steady, speed: 0 });
      }),
    );
  });

  test('ignores a value that is not later than the last', () => {
    const filter = follow([
      [0, 10],
      [100, 20],
    ]);
    expect(oneEuro(filter, 90, 100)).toBe(filter);
    expect(oneEuro(filter, 90, 50)).toBe(filter);
  });

  test.each([5, 15, 60])('is within 3° of a limb that is held for half a second, at %d frames a second', (fps) => {
    const values = hold(500, fps).filter(([atMs]) => atMs <= 1_500);
    expect(follow(values)?.value).toBeGreaterThan(87);
  });
});

describe('the smoothing of what was recorded', () => {
  test('never leaves the range of what it was given, and keeps every time', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const all = values.map(([, value]) => value);
        const smooth = zeroPhase(values);
        expect(smooth.map(([atMs]) => atMs)).toEqual(values.map(([atMs]) => atMs));
        for (const [, value] of smooth) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
        }
      }),
    );
  });

  test('is the same forwards and backwards: it has no delay', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const back = [...values].reverse().map(([atMs, value]): Sample => [-atMs, value]);
        const [there, again] = [zeroPhase(values), zeroPhase(back).reverse()];
        for (const [i, [, value]] of there.entries()) expect(again[i]?.[1]).toBeCloseTo(value, 6);
      }),
    );
  });

  test.each([5, 8, 15, 30, 60])('keeps a peak that is held for 0.3 s within 2°, at %d frames a second', (fps) => {
    const peak = Math.max(...zeroPhase(hold(300, fps)).map(([, value]) => value));
    expect(Math.abs(peak - 90)).toBeLessThan(2);
  });

  test('halves the jitter of single frames at 30 a second', () => {
    const jittered = Array.from({ length: 60 }, (_, i): Sample => [i * 33, 50 + (i % 2 === 0 ? 3 : -3)]);
    const off = zeroPhase(jittered).map(([, value]) => Math.abs(value - 50));
    expect(Math.max(...off.slice(5, -5))).toBeLessThan(1.5);
  });
});

describe('the jitter of single frames', () => {
  test('is none where the value is steady, and nothing is said of three frames', () => {
    expect(jitterOf(hold(0, 5).map(([atMs]): Sample => [atMs, 30]))).toBeCloseTo(0, 9);
    expect(
      jitterOf([
        [0, 10],
        [50, 90],
        [100, 10],
      ]),
    ).toBe(0);
  });

  test('grows in proportion to the noise', () => {
    const noisy = (by: number) => Array.from({ length: 60 }, (_, i): Sample => [i * 33, 50 + by * ((i * 7) % 5)]);
    expect(jitterOf(noisy(2))).toBeCloseTo(2 * jitterOf(noisy(1)), 6);
  });
});
