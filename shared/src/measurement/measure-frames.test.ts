import { describe, expect, test } from 'vitest';
import type { LandmarkFrame } from './landmarks.ts';
import { mirrored } from './make-frame.ts';
import { PERFORMED } from './make-movement.ts';
import { makePerformance, repetitions } from './make-performance.ts';
import { measureExercise, measureProtocol } from './measure-frames.ts';
import { EXERCISE_IDS, exerciseNamed, framesOfSet, framesOfTrial, protocolNamed } from './play-frames.ts';

/** One series after the other, as in one recording. */
function inTurn(...series: readonly LandmarkFrame[][]): LandmarkFrame[] {
  let lastMs = 0;
  return series.flatMap((frames) => {
    const shiftMs = lastMs + 67 - (frames[0]?.captureMs ?? 0);
    lastMs += 67 + (frames.at(-1)?.captureMs ?? 0) - (frames[0]?.captureMs ?? 0);
    return frames.map((frame) => ({ ...frame, captureMs: frame.captureMs + shiftMs }));
  });
}

describe('an exercise in a recording', () => {
  test.each(EXERCISE_IDS)('%s: the count, the limb that moves, and the range as people say it', (id) => {
    const { pose, rest, peak } = PERFORMED[id];
    const frames = framesOfSet(id, [1, 1, 1]);
    const measured = measureExercise(frames, exerciseNamed(id), null);
    expect(measured).toMatchObject({ count: 3, refused: [] });
    const oneSided = Object.keys(pose(rest)).includes('left');
    if (oneSided)
      expect([measured.side, measureExercise(frames.map(mirrored), exerciseNamed(id), null).side]).toEqual([
        'left',
        'right',
      ]);
    const { valueDegrees = 999, minDegrees = 999, maxDegrees = 999 } = measured.rangeOfMotion ?? {};
    for (const [told, true_] of [
      [valueDegrees, peak],
      [minDegrees, Math.min(rest, peak)],
      [maxDegrees, Math.max(rest, peak)],
    ] as const)
      expect(Math.abs(told - true_)).toBeLessThan(5);
  });

  test('times are seconds of the recording, in order', () => {
    const { repetitions: rows } = measureExercise(framesOfSet('squat', [1, 1]), exerciseNamed('squat'), null);
    const times = rows.flatMap(({ startS, peakS, endS }) => [startS, peakS, endS]);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.abs((times[1] ?? 0) - 4)).toBeLessThan(0.3);
  });

  test('a part of a repetition is told and not counted', () => {
    const { count, repetitions: rows } = measureExercise(
      framesOfSet('squat', [1, 1, 0.5]),
      exerciseNamed('squat'),
      null,
    );
    expect(count).toBe(2);
    expect(rows.map(({ valid }) => valid)).toEqual([true, true, false]);
  });

  test('in a view that does not show the range the count goes on and the range is refused', () => {
    const { pose, rest, peak } = PERFORMED.squat;
    const front = (knee: number) => ({ ...pose(knee), view: 'front' }) as const;
    const frames = makePerformance({ pose: front, from: rest, moves: repetitions({ rest, peaks: [peak, peak] }) });
    const measured = measureExercise(frames, exerciseNamed('squat'), null);
    expect(measured).toMatchObject({ count: 2, rangeOfMotion: null, refused: ['wrong-view'] });
    expect(measured.repetitions[0]).toMatchObject({ valid: true, rangeDegrees: null, peakDegrees: null });
  });

  test('of nobody is refused, as is a recording without frames', () => {
    const nobody = framesOfSet('squat', [1]).map((frame) => ({ ...frame, image: null, world: null }));
    for (const frames of [nobody, []])
      expect(measureExercise(frames, exerciseNamed('squat'), null)).toMatchObject({
        count: 0,
        rangeOfMotion: null,
        refused: ['no-person'],
      });
  });
});

describe('a protocol in a recording', () => {
  const protocol = protocolNamed('knee-flexion');

  test('has the mean of its trials as its value', () => {
    const frames = inTurn(...[90, 100, 110].map((reach) => framesOfTrial('knee-flexion', { reach })));
    const { count, rangeOfMotion, refused } = measureProtocol(frames, protocol, 'left');
    expect(count).toBe(3);
    expect(refused).toEqual([]);
    expect(rangeOfMotion?.valueDegrees).toBeCloseTo(100, 0);
    expect(rangeOfMotion?.maxDegrees).toBeCloseTo(110, 0);
  });

  test('leaves out what was not an attempt', () => {
    const frames = inTurn(...[100, 30, 100].map((reach) => framesOfTrial('knee-flexion', { reach })));
    expect(measureProtocol(frames, protocol, 'left').rangeOfMotion?.valueDegrees).toBeCloseTo(100, 0);
  });

  test('may end while the limb is up', () => {
    const frames = framesOfTrial('knee-flexion', { reach: 100, stays: true });
    expect(measureProtocol(frames, protocol, 'left').rangeOfMotion?.valueDegrees).toBeCloseTo(100, 0);
  });

  test('of the other limb has no value', () => {
    const { rangeOfMotion, refused } = measureProtocol(
      framesOfTrial('knee-flexion', { reach: 100 }),
      protocol,
      'right',
    );
    expect(rangeOfMotion).toBeNull();
    expect(refused).toEqual(['no-movement']);
  });

  test('from the wrong side is refused with the reason', () => {
    const frames = framesOfTrial('knee-flexion', { change: () => ({ view: 'front' }) });
    expect(measureProtocol(frames, protocol, 'left')).toMatchObject({ rangeOfMotion: null, refused: ['wrong-view'] });
  });
});
