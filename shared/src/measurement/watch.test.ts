import { describe, expect, test } from 'vitest';
import { findExercise } from '../programme/index.ts';
import type { FrameOptions } from './make-frame.ts';
import { makePerformance, repetitions } from './make-performance.ts';
import { createSet, finishSet, foldSet } from './set.ts';

const squat = findExercise('squat')!;

function squatted(pose: (knee: number) => FrameOptions) {
  const frames = makePerformance({ pose, from: 6, moves: repetitions({ rest: 6, peaks: [90, 90] }) });
  return finishSet(frames.reduce(foldSet, createSet(squat)), 'ended').ledger;
}

const legs = (left: number, right: number, view?: 'side-left'): FrameOptions => ({
  ...(view ? { view } : {}),
  left: { kneeFlexion: left, hipFlexion: left },
  right: { kneeFlexion: right, hipFlexion: right },
});

describe('left against right', () => {
  const codes = (pose: (knee: number) => FrameOptions) =>
    squatted(pose).map(({ findings }) => findings.map((one) => one.code));

  test('is told where one leg does less, seen from the front', () => {
    expect(codes((knee) => legs(knee, 0.7 * knee))).toEqual([['asymmetry'], ['asymmetry']]);
  });

  test('is told of neither leg where both do the same', () => {
    expect(codes((knee) => legs(knee, knee))).toEqual([[], []]);
  });

  test('is not looked for from the side, where one leg hides the other', () => {
    const rows = squatted((knee) => legs(knee, 0.7 * knee, 'side-left'));
    expect(rows.map(({ judged }) => judged.includes('asymmetry'))).toEqual([false, false]);
  });
});

test('a set’s memory is plain data: what is watched survives JSON', () => {
  const frames = makePerformance({
    pose: (knee) => legs(knee, 0.7 * knee),
    from: 6,
    moves: repetitions({ rest: 6, peaks: [90, 90] }),
  });
  const plain = finishSet(frames.reduce(foldSet, createSet(squat)), 'ended').ledger;
  const taken = frames.reduce((set, frame) => foldSet(JSON.parse(JSON.stringify(set)), frame), createSet(squat));
  expect(finishSet(taken, 'ended').ledger).toEqual(plain);
});
