import { describe, expect, test, vi } from 'vitest';
import { makeStride, PERFORMED } from './make-movement.ts';
import { makePerformance } from './make-performance.ts';
import { EXERCISE_IDS, type ExerciseId, framesOfMoves, framesOfSet, playSet, verdicts } from './play-frames.ts';
import { readSet } from './set.ts';

// Many whole sets: a busy machine needs longer.
vi.setConfig({ testTimeout: 30_000 });

/** Degrees; the turn is held for 0.3 s. */
const PEAK_WITHIN = 2;

describe('one repetition per full excursion', () => {
  const rates = [5, 8, 15, 30, 60];
  const table = EXERCISE_IDS.flatMap((id) => rates.map((fps) => ({ id, fps })));

  test.each(table)(`$id at $fps frames a second: two are two, peak and range within ${PEAK_WITHIN}°`, ({ id, fps }) => {
    const { ledger } = playSet(id, framesOfSet(id, [1, 1], { fps, moves: { idleMs: 800 } }));
    expect(ledger.map(({ validity }) => validity)).toEqual(Array(2).fill('complete'));
    for (const { peakDegrees, rangeDegrees } of ledger) {
      expect(Math.abs((peakDegrees ?? 999) - PERFORMED[id].peak)).toBeLessThan(PEAK_WITHIN);
      expect(Math.abs((rangeDegrees ?? 999) - Math.abs(PERFORMED[id].peak - PERFORMED[id].rest))).toBeLessThan(
        PEAK_WITHIN,
      );
    }
  });

  test.each(EXERCISE_IDS)('%s one after the other without rest, each with its whole range', (id) => {
    const way = { outMs: 1_000, backMs: 1_000, topMs: 0, restMs: 0 };
    const { ledger } = playSet(id, framesOfSet(id, [1, 1, 1], { fps: 20, moves: way }));
    const full = Math.abs(PERFORMED[id].peak - PERFORMED[id].rest);
    expect(ledger.map(({ validity }) => validity)).toEqual(Array(3).fill('complete'));
    for (const { rangeDegrees } of ledger) expect(Math.abs((rangeDegrees ?? 0) - full)).toBeLessThan(6);
  });

  test.each(EXERCISE_IDS)('%s: a pause of 3 s half-way or at the top adds none', (id) => {
    expect(verdicts(playSet(id, framesOfSet(id, [1, 1], { moves: { pauseMs: 3_000 } })))).toEqual([
      'complete',
      'complete',
    ]);
    expect(verdicts(playSet(id, framesOfSet(id, [1, 1], { moves: { topMs: 3_000 } })))).toEqual([
      'complete',
      'complete',
    ]);
  });

  test.each(EXERCISE_IDS)('%s: trembling by ±5° at the top adds none', (id) => {
    const frames = framesOfSet(id, [1, 1, 1], { fps: 20, moves: { topMs: 2_500, tremble: 5 } });
    expect(verdicts(playSet(id, frames))).toEqual(Array(3).fill('complete'));
  });

  test('a set begun with bent arms overhead counts from there', () => {
    const { rest, peak } = PERFORMED['overhead-triceps-extension'];
    const there = [peak, rest, peak, rest, peak, rest, peak];
    const moves = there.flatMap((to) => [
      { to, ms: 1_200 },
      { to, ms: 700 },
    ]);
    const frames = framesOfMoves('overhead-triceps-extension', moves, { from: peak });
    expect(verdicts(playSet('overhead-triceps-extension', frames))).toEqual(Array(3).fill('complete'));
  });
});

describe('a part of a repetition is a row that does not count', () => {
  test.each(EXERCISE_IDS)('%s: half of one', (id) => {
    const set = playSet(id, framesOfSet(id, [1, 1, 0.5, 1]));
    expect(set.ledger.map(({ validity }) => validity)).toEqual(['complete', 'complete', 'partial', 'complete']);
    expect(set.ledger[2]?.reasons).toHaveLength(1);
    expect(readSet(set).count).toBe(3);
  });

  test.each(EXERCISE_IDS)('%s: one that turns half-way back and out again did not return', (id) => {
    const { rest, peak } = PERFORMED[id];
    const half = (rest + peak) / 2;
    const ways = [rest, peak, half, peak, rest].map((to) => ({ to, ms: 1_400 }));
    const [first] = playSet(id, framesOfMoves(id, [...ways, { to: rest, ms: 1_000 }])).ledger;
    expect(first).toMatchObject({ validity: 'partial', reasons: ['no-return'] });
  });

  test.each(EXERCISE_IDS)('%s: one under way when the camera was opened', (id) => {
    const { rest, peak } = PERFORMED[id];
    const moves = [
      { to: rest, ms: 1_400 },
      { to: rest, ms: 1_000 },
    ];
    const set = playSet(id, framesOfMoves(id, moves, { from: peak }));
    if (id === 'overhead-triceps-extension') expect(readSet(set).count).toBe(0);
    else expect(verdicts(set)).toEqual(['partial start-not-seen']);
  });

  test.each(EXERCISE_IDS)('%s: a jerk there and back in 0.5 s is too quick', (id) => {
    const quick = { outMs: 250, backMs: 250, topMs: 0, idleMs: 800 };
    const set = playSet(id, framesOfSet(id, [1], { fps: 60, moves: quick }));
    expect(readSet(set).count).toBe(0);
    expect(set.ledger.flatMap(({ reasons }) => reasons)).toContain('too-quick');
  });
});

describe('nothing is counted', () => {
  test.each(EXERCISE_IDS)('%s: while somebody stands or sits idle for 20 s, swaying by 3°', (id) => {
    const moves = [{ to: PERFORMED[id].rest, ms: 20_000, tremble: 3 }];
    expect(playSet(id, framesOfMoves(id, moves, { jitter: 0.004, fps: 8 })).ledger).toEqual([]);
  });

  const walks = [
    {
      way: 'across the picture',
      pose: (share: number) => ({ view: 'side-left', at: { x: 0.9 - 0.8 * share, y: 0.9 }, scale: 0.3 }),
    },
    {
      way: 'towards the camera',
      pose: (share: number) => ({ at: { x: 0.5, y: 0.7 + 0.25 * share }, scale: 0.2 + 0.25 * share }),
    },
  ] as const;

  function walked(pose: (typeof walks)[number]['pose'], strideMs: number) {
    const ms = 6_000;
    const step = (_: number, atMs: number) => ({ ...makeStride(atMs, strideMs), ...pose(atMs / ms) });
    return makePerformance({ pose: step, from: 0, moves: [{ to: 0, ms }] });
  }

  test.each(EXERCISE_IDS.flatMap((id) => walks.map((walk) => ({ id, ...walk }))))(
    '$id: while somebody walks $way',
    ({ id, pose }) => {
      for (const strideMs of [1_100, 1_800]) expect(readSet(playSet(id, walked(pose, strideMs))).count).toBe(0);
    },
  );

  function marched(id: ExerciseId): number {
    const march = (_: number, atMs: number) => ({ ...makeStride(atMs, 1_800), view: 'side-left' }) as const;
    return readSet(playSet(id, makePerformance({ pose: march, from: 0, moves: [{ to: 0, ms: 8_000 }], fps: 5 }))).count;
  }

  test.each(EXERCISE_IDS)('%s: while somebody marches on the spot', (id) => {
    expect(marched(id)).toBe(0);
  });

  test('push-up: while the body is upright', () => {
    const { rest, peak } = PERFORMED['push-up'];
    const upright = (elbow: number) => ({ view: 'side-right', elbowFlexion: elbow }) as const;
    const moves = [rest, peak, rest, peak, rest].map((to) => ({ to, ms: 1_400 }));
    expect(playSet('push-up', makePerformance({ pose: upright, from: rest, moves })).ledger).toEqual([]);
  });

  test('squat: one leg bends alone', () => {
    const lifted = (knee: number) => ({ view: 'side-left', left: { kneeFlexion: knee, hipFlexion: knee } }) as const;
    const moves = [6, 95, 6, 95, 6].map((to) => ({ to, ms: 1_400 }));
    expect(readSet(playSet('squat', makePerformance({ pose: lifted, from: 6, moves }))).count).toBe(0);
  });
});
