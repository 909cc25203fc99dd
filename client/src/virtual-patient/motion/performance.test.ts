import { expect, test } from 'vitest';
import { averageBody } from '../figure/body.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { createPerformance } from './performance.ts';

test('performs orders one after another, with the repetitions at their true times', () => {
  const performance = createPerformance(averageBody);
  const squats = performance.add({
    atMs: 5000,
    do: 'perform',
    id: 'squat',
    options: { repetitions: 2, leadInMs: 1000, tempo: '2-0-2-1' },
  });
  expect(squats.startMs).toBe(6500);
  expect(squats.repetitions.map((r) => r.startMs)).toEqual([7500, 12500]);
  expect(performance.truthAt(squats.repetitions[0]!.peakMs).angleDegrees).toBeCloseTo(95, 0);
  expect(performance.truthAt(squats.endMs).repetitionsDone).toBe(2);
  const raise = performance.add({
    atMs: squats.endMs,
    do: 'perform',
    id: 'shoulder-abduction',
    options: { side: 'right' },
  });
  expect(performance.truthAt(raise.endMs).act.id).toBe('shoulder-abduction');
});

test('goes over from one motion to the next without a jump', () => {
  const performance = createPerformance(averageBody);
  performance.add({ atMs: 0, do: 'perform', id: 'sit-to-stand', options: { repetitions: 1 } });
  performance.add({ atMs: performance.endMs(), do: 'perform', id: 'shoulder-flexion', options: { repetitions: 1 } });
  performance.add({ atMs: performance.endMs() - 4000, do: 'idle' });
  let before = solvePose(performance.poseAt(0), averageBody).bones;
  for (let ms = 20; ms < 25_000; ms += 20) {
    const now = solvePose(performance.poseAt(ms), averageBody).bones;
    for (const bone of ['head', 'leftHand', 'rightHand', 'leftFoot', 'rightFoot'] as const) {
      expect(now[bone].at.distanceTo(before[bone].at), `${bone} at ${ms} ms`).toBeLessThan(0.1);
    }
    before = now;
  }
});

test('is idle before its first order and long after its last', () => {
  const performance = createPerformance(averageBody);
  expect(performance.truthAt(-1e6)).toMatchObject({ angleDegrees: null, repetitionsDone: 0 });
  const act = performance.add({ atMs: 0, do: 'perform', id: 'elbow-curl', options: { repetitions: 3, side: 'left' } });
  expect(performance.truthAt(act.endMs + 60_000).angleDegrees).toBeCloseTo(10, 0);
});

test('refuses an order from the past', () => {
  const performance = createPerformance(averageBody);
  performance.add({ atMs: 100, do: 'idle' });
  expect(() => performance.add({ atMs: 50, do: 'idle' })).toThrow(/order of their times/);
});
