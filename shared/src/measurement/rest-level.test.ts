import { expect, test } from 'vitest';
import { findExercise } from '../programme/index.ts';
import { makePerformance } from './make-performance.ts';
import { isFromRest } from './rest-level.ts';
import { createSet, finishSet, foldSet } from './set.ts';

test.each([
  ['from rest', 10, 120, true],
  ['from a little above it: a lazy bottom', 38, 120, true],
  ['from half-way', 60, 120, false],
])('a repetition %s', (_what, rest, peak, isOne) => {
  expect(isFromRest({ rest, peak }, 10)).toBe(isOne);
});

test('nothing is known of rest before the first', () => {
  expect(isFromRest({ rest: 60, peak: 120 }, null)).toBe(true);
});

test('an elbow that goes on between bent and more bent, as in talking, makes no curl', () => {
  const pose = (elbow: number) => ({ view: 'side-left', left: { elbowFlexion: elbow } }) as const;
  const moves = [12, 70, 70, 130, 70, 130, 70, 130, 70].map((to) => ({ to, ms: 1_300 }));
  const frames = makePerformance({ pose, from: 12, moves });
  const set = finishSet(frames.reduce(foldSet, createSet(findExercise('elbow-curl')!, { side: 'left' })), 'ended');
  expect(set.reading.count).toBe(0);
});
