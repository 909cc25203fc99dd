import { describe, expect, test } from 'vitest';
import { findExercise } from '../programme/index.ts';
import { createConduct } from './conduct.ts';
import type { Cycle } from './cycle.ts';
import { type RowContext, rowOf } from './set-row.ts';
import { createWatch, type Watch } from './watch.ts';

const squat = findExercise('squat')!;
const curl = findExercise('elbow-curl')!;
const row = findExercise('seated-row')!;

function makeCycle(change: Partial<Cycle> = {}): Cycle {
  return {
    startMs: 1_000,
    peakMs: 4_000,
    endMs: 6_000,
    rest: 10,
    peak: 95,
    jitter: 1,
    outBeganMs: 1_000,
    outDoneMs: 4_000,
    backBeganMs: 5_000,
    backDoneMs: 7_000,
    restedMs: 500,
    reasons: [],
    ...change,
  };
}

const seen: Watch = { ...createWatch(), frames: 40, side: 40, visibility: 38 };

function makeContext(change: Partial<RowContext> = {}): RowContext {
  return {
    exercise: squat,
    index: 1,
    restLevel: null,
    from: null,
    here: null,
    offPlaneDegrees: 5,
    uncertaintyDegrees: 8,
    watch: seen,
    conduct: createConduct(),
    yaw: null,
    ...change,
  };
}

describe('the tempo', () => {
  test.each([
    ['lowers first (a squat)', squat, [3, 1, 2, 0.5]],
    ['lifts first (a curl)', curl, [2, 0.5, 3, 1]],
  ])('of what %s puts the eccentric part first', (_what, exercise, tempo) => {
    expect(rowOf(makeCycle(), makeContext({ exercise })).tempo).toEqual(tempo);
  });

  test('of whoever began at the working end is turned round, and so is the peak', () => {
    const turned = makeCycle({ rest: 95, peak: 10 });
    expect(rowOf(turned, makeContext({ exercise: curl }))).toMatchObject({ tempo: [3, 1, 2, 0.5], peakDegrees: 95 });
  });
});

describe('the confidence', () => {
  const confidenceOf = (cycle: Partial<Cycle>, context: Partial<RowContext>) =>
    rowOf(makeCycle(cycle), makeContext(context)).confidence ?? Number.NaN;
  const good = confidenceOf({}, {});

  test('is near 1 where all was seen', () => {
    expect(good).toBeGreaterThan(0.9);
    expect(good).toBeLessThanOrEqual(1);
  });

  test.each([
    ['joints half hidden', {}, { watch: { ...seen, visibility: 20 } }],
    ['few frames', {}, { watch: { ...seen, frames: 4, visibility: 3.8 } }],
    ['a view across the plane', {}, { offPlaneDegrees: 80 }],
    ['points that jitter', { jitter: 12 }, {}],
  ] as const)('is less with %s', (_what, cycle, context) => {
    expect(confidenceOf(cycle, context)).toBeLessThan(0.75);
  });

  test('is never below 0, and a number where nothing was seen', () => {
    expect(confidenceOf({ peak: 10, jitter: 40 }, { watch: createWatch() })).toBe(0);
  });
});

test('what was hardly seen is a row and does not count', () => {
  const hardly = { ...seen, frames: 3, visibility: 1.2 };
  expect(rowOf(makeCycle(), makeContext({ watch: hardly }))).toMatchObject({
    validity: 'partial',
    reasons: ['seen-badly'],
  });
});

describe('the position where it starts', () => {
  test('must be the exercise’s: nobody rows standing', () => {
    const standing = { ...seen, pose: [5] };
    expect(rowOf(makeCycle(), makeContext({ exercise: row, watch: standing }))).toMatchObject({
      validity: 'partial',
      reasons: ['other-position'],
    });
  });

  test.each([[[88]], [[null]]])('is not held against whoever sits, or whose hips are not seen: %o', (pose) => {
    expect(rowOf(makeCycle(), makeContext({ exercise: row, watch: { ...seen, pose } })).validity).toBe('complete');
  });
});
