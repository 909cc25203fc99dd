import { makeEvent } from '@plumbline/shared/testing';
import { expect, test } from 'vitest';
import { courseOf, curveOf } from './set-course.ts';

const sample = makeEvent('repetition.recorded').body.repetition;
const row = (index: number, change: Partial<typeof sample> = {}) => ({ ...sample, index, ...change });

test('the course is range and lifting speed of what counts and was seen', () => {
  const repetitions = [
    row(1, { rangeDegrees: 90, tempo: [3, 0, 2, 1] }),
    row(2, { validity: 'partial', rangeDegrees: 40 }),
    row(3, { rangeDegrees: null }),
    row(4, { rangeDegrees: 80, tempo: [3, 0, 4, 1] }),
    row(5, { rangeDegrees: 85 }),
    row(6, { rangeDegrees: 85, tempo: null }),
  ];
  const struck = [{ index: 5, reason: 'with-help' as const, atMs: 0 }];
  expect(courseOf({ repetitions, struck })).toEqual([
    { index: 1, rangeDegrees: 90, speed: 45 },
    { index: 4, rangeDegrees: 80, speed: 20 },
  ]);
});

test('a curve begins at zero, so that a small change looks small', () => {
  expect(curveOf([90, 45, 90], { width: 100, height: 40 })).toEqual([
    { x: 0, y: 0 },
    { x: 50, y: 20 },
    { x: 100, y: 0 },
  ]);
});
