import { expect, test } from 'vitest';
import { median, quantile, slopeOf, summaryOf } from './statistics.mjs';

test('the median of an even number of values lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('the 95th percentile is not the worst value', () => {
  expect(quantile([...Array(101).keys()], 0.95)).toBe(95);
});

test('one value is its own summary', () => {
  expect(summaryOf([7])).toEqual({ count: 1, median: 7, p95: 7, min: 7, max: 7 });
});

test('without values there is no number, not a zero', () => {
  expect(summaryOf([])).toEqual({
    count: 0,
    median: Number.NaN,
    p95: Number.NaN,
    min: Number.NaN,
    max: Number.NaN,
  });
});

test('the slope of a straight line is exact; noise only makes it less sure', () => {
  const line = [0, 1, 2, 3, 4, 5].map((x) => ({ x, y: 3 + 2 * x }));
  expect(slopeOf(line)).toEqual({ slope: 2, halfWidth: 0 });
  const { slope, halfWidth } = slopeOf(line.map(({ x, y }, i) => ({ x, y: y + (i % 2 === 0 ? 1 : -1) })));
  expect(Math.abs(slope - 2)).toBeLessThan(halfWidth);
});

test('two points have no slope that one could rely on', () => {
  expect(
    slopeOf([
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ]).slope,
  ).toBeNaN();
});
