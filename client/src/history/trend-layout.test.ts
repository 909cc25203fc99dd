import { type PastValue, seriesOf } from '@plumbline/shared/encounter';
import { describe, expect, test } from 'vitest';
import { layTrend } from './trend-layout.ts';

const id = '00000000-0000-4000-8000-000000000001';
const setUp = { x: 0.5, y: 0.45, trunk: 0.25, yaw: 0, shape: 4 / 3 };

/** A camera's values on following days. */
function lay(...changes: Partial<PastValue>[]) {
  const values = changes.map(
    (change, i): PastValue => ({
      encounterId: id,
      measurementId: id,
      atMs: i * 86_400_000,
      measure: 'shoulder-abduction@1',
      side: 'right',
      method: 'camera',
      value: 90,
      uncertainty: 6,
      trials: 1,
      isReviewed: true,
      setUp,
      ...change,
    }),
  );
  const [series] = seriesOf(values);
  if (!series) throw new Error('no series');
  return layTrend(series, 200, 100);
}

test('later is further to the right, more is higher, and all of it is in the box', () => {
  const { points } = lay({ value: 60 }, { value: 90 }, { value: 120 });
  expect(points.map(({ x }) => x)).toEqual([...points.map(({ x }) => x)].sort((a, b) => a - b));
  expect(points.map(({ y }) => y)).toEqual([...points.map(({ y }) => y)].sort((a, b) => b - a));
  for (const { x, bar } of points) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(200);
    expect(bar?.top).toBeGreaterThanOrEqual(0);
    expect(bar?.bottom).toBeLessThanOrEqual(100);
  }
});

test('a difference that may be error does not fill the height', () => {
  const [low, high] = lay({ value: 90, uncertainty: 1 }, { value: 100, uncertainty: 1 }).points;
  expect((low?.y ?? 0) - (high?.y ?? 0)).toBeLessThanOrEqual(25);
});

describe('the line', () => {
  test('leads from value to value', () => expect(lay({}, {}, {}).lines).toHaveLength(2));
  test('has a gap before another set-up', () => {
    expect(lay({}, {}, { setUp: { ...setUp, yaw: 30 } }).lines).toHaveLength(1);
  });
  test('goes past a hollow value to the one after it', () => {
    const { lines, points } = lay({}, { isReviewed: false }, {});
    expect(lines).toEqual([{ from: points[0], to: points[2] }]);
  });
});

test('a value without ± has no bar', () => expect(lay({ uncertainty: null }).points[0]?.bar).toBeNull());

test('thirds stand on their whole scale', () => {
  const { values } = lay({ measure: 'neck-rotation@1', method: 'by-eye', value: 1, uncertainty: null });
  expect([values[0]?.value, values.at(-1)?.value]).toEqual([0, 3]);
});
