import { describe, expect, test } from 'vitest';
import { findExercise } from '../programme/index.ts';
import { POINT } from './landmarks.ts';
import type { FrameOptions } from './make-frame.ts';
import { makePerformance } from './make-performance.ts';
import { createSet, finishSet, foldSet } from './set.ts';

/** Two repetitions of an exercise's angle while the body does something else as well. */
function reasonsOf(id: string, rest: number, peak: number, pose: (degrees: number, atMs: number) => FrameOptions) {
  const moves = [rest, peak, rest, peak, rest].flatMap((to) => [
    { to, ms: 1_400 },
    { to, ms: 600 },
  ]);
  const frames = makePerformance({ pose, from: rest, moves });
  const set = frames.reduce(foldSet, createSet(findExercise(id)!, { side: 'left' }));
  return finishSet(set, 'ended').ledger.map(({ reasons }) => reasons);
}

describe('the same angle comes and goes, and it is no repetition', () => {
  test('of an elbow that bends while the upper arm goes up as well: a hand goes to the head', () => {
    const scratch = (elbow: number) =>
      ({ view: 'side-left', left: { elbowFlexion: elbow, shoulderFlexion: 0.7 * elbow } }) as const;
    expect(reasonsOf('elbow-curl', 12, 125, scratch)).toEqual([['other-movement'], ['other-movement']]);
  });

  test('of an arm that comes up while the knees bend: a squat', () => {
    const squat = (shoulder: number) =>
      ({
        view: 'side-left',
        left: { shoulderFlexion: shoulder },
        kneeFlexion: shoulder,
        hipFlexion: shoulder,
      }) as const;
    for (const reasons of reasonsOf('arm-raise-flexion', 4, 90, squat)) expect(reasons).toContain('other-movement');
  });

  test('of knees that bend and straighten while the person goes across the picture', () => {
    const go = (knee: number, atMs: number) =>
      ({
        view: 'side-left',
        kneeFlexion: knee,
        hipFlexion: knee,
        at: { x: 0.15 + atMs / 16_000, y: 0.9 },
      }) as const;
    for (const reasons of reasonsOf('squat', 6, 90, go)) expect(reasons).toContain('moved-away');
  });
});

test('a camera that goes along with the hips moves the feet in the picture, and squats are squats', () => {
  const squat = (knee: number) =>
    ({ view: 'side-right', kneeFlexion: knee, hipFlexion: knee, trunkInclination: 0.3 * knee }) as const;
  const moves = [6, 95, 6, 95, 6].flatMap((to) => [
    { to, ms: 1_200 },
    { to, ms: 400 },
  ]);
  const frames = makePerformance({ pose: squat, from: 6, moves });
  const followed = frames.map((frame) => {
    const hip = frame.image?.[POINT.rightHip] ?? { x: 0, y: 0 };
    const image =
      frame.image?.map((point) => ({ ...point, x: 0.5 + point.x - hip.x, y: 0.5 + point.y - hip.y })) ?? null;
    return { ...frame, image };
  });
  const { ledger } = finishSet(followed.reduce(foldSet, createSet(findExercise('squat')!)), 'ended');
  expect(ledger.map(({ validity }) => validity)).toEqual(['complete', 'complete']);
});

test('a small help is not another movement: knees that give a little in an arm raise', () => {
  const helped = (shoulder: number) =>
    ({
      view: 'side-left',
      left: { shoulderFlexion: shoulder },
      kneeFlexion: 0.2 * shoulder,
      hipFlexion: 0.2 * shoulder,
    }) as const;
  expect(reasonsOf('arm-raise-flexion', 4, 110, helped)).toEqual([[], []]);
});
