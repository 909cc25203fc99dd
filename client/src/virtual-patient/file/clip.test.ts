import { expect, test } from 'vitest';
import { type ClipSpec, clipTruth } from './clip.ts';

const spec: ClipSpec = {
  script: [
    { id: 'squat', options: { repetitions: 2, side: 'right' } },
    { id: 'shoulder-abduction', options: { repetitions: 1, side: 'right', peakDegrees: 100 } },
    { idleMs: 2000 },
  ],
  fps: 10,
  width: 480,
  height: 360,
};

test('states for every frame what is performed, its angle and its 33 points', () => {
  const truth = clipTruth(spec);
  expect(truth.acts.map((a) => a.id)).toEqual(['squat', 'shoulder-abduction', 'idle']);
  expect(truth.perFrame).toHaveLength(truth.frames);
  expect(truth.perFrame.every((f) => f.image.length === 99 && f.world.length === 99)).toBe(true);
  const raises = truth.perFrame.filter((f) => f.act === 1).map((f) => f.angleDegrees!);
  expect(Math.max(...raises)).toBeCloseTo(100, 0);
});

test('ends in idle, in the pose it began with, because a fake camera starts again from the first frame', () => {
  const { perFrame, acts } = clipTruth({ ...spec, script: [{ idleMs: 500 }, ...spec.script] });
  expect(acts.at(-1)!.id).toBe('idle');
  const [first, last] = [perFrame[0]!, perFrame.at(-1)!];
  for (let i = 0; i < 99; i += 3) expect(Math.abs(first.image[i]! - last.image[i]!)).toBeLessThan(0.01);
});

test('the same spec has the same truth', () => {
  expect(clipTruth(spec)).toEqual(clipTruth(spec));
});

test('refuses an empty script', () => {
  expect(() => clipTruth({ ...spec, script: [] })).toThrow(/empty/);
});
