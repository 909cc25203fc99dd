import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { mirrored } from './make-frame.ts';
import { PERFORMED } from './make-movement.ts';
import { type Move, repetitions } from './make-performance.ts';
import {
  EXERCISE_IDS,
  type ExerciseId,
  exerciseNamed,
  framesOfMoves,
  framesOfSet,
  playSet,
  verdicts,
} from './play-frames.ts';
import { createSet, finishSet, foldSet, readSet, type SetFold } from './set.ts';

// Many whole sets: a busy machine needs longer.
vi.setConfig({ testTimeout: 30_000 });

const anyExercise = fc.constantFrom(...EXERCISE_IDS);
const anySeed = fc.integer({ min: 1, max: 1e6 });

describe('the count is the same', () => {
  test('with up to 30 % of the frames lost, whatever the rate', () => {
    const options = fc.record({
      id: anyExercise,
      fps: fc.constantFrom(5, 8, 15, 30),
      dropped: fc.double({ min: 0, max: 0.3, noNaN: true }),
      seed: anySeed,
    });
    fc.assert(
      fc.property(options, ({ id, ...over }) => {
        expect(verdicts(playSet(id, framesOfSet(id, [1, 1, 1], over)))).toEqual(Array(3).fill('complete'));
      }),
      { numRuns: 15 },
    );
  });

  test('at any tempo, with pauses and trembling', () => {
    const ms = (min: number, max: number) => fc.integer({ min, max });
    const tempo = fc.record({
      outMs: ms(900, 4_000),
      topMs: ms(0, 2_500),
      backMs: ms(900, 4_000),
      restMs: ms(0, 2_000),
      pauseMs: fc.constantFrom(0, 600, 3_000),
      tremble: fc.constantFrom(0, 5),
    });
    fc.assert(
      fc.property(anyExercise, tempo, fc.constantFrom(5, 8, 15, 30), (id, moves, fps) => {
        expect(verdicts(playSet(id, framesOfSet(id, [1, 1], { fps, moves })))).toEqual(['complete', 'complete']);
      }),
      { numRuns: 15 },
    );
  });

  test('though every point jitters by half a percent of the picture', () => {
    fc.assert(
      fc.property(anyExercise, fc.constantFrom(5, 10, 20), anySeed, (id, fps, seed) => {
        const set = playSet(id, framesOfSet(id, [1, 1, 1], { fps, jitter: 0.005, seed }));
        expect(readSet(set).count).toBe(3);
      }),
      { numRuns: 15 },
    );
  });

  test('for the mirrored body on the other side, row by row', () => {
    fc.assert(
      fc.property(anyExercise, anySeed, (id, seed) => {
        const frames = framesOfSet(id, [1, 0.5, 1], { dropped: 0.2, seed });
        const rows = playSet(id, frames).ledger;
        const others = playSet(id, frames.map(mirrored), { side: 'right' }).ledger;
        expect(others.map(({ reasons }) => reasons)).toEqual(rows.map(({ reasons }) => reasons));
        for (const [i, { rangeDegrees }] of rows.entries())
          expect(others[i]?.rangeDegrees).toBeCloseTo(rangeDegrees ?? 0, 3);
      }),
      { numRuns: 8 },
    );
  });
});

describe('frames that come out of order, or twice', () => {
  test('are ignored', () => {
    fc.assert(
      fc.property(anyExercise, fc.array(fc.nat(), { maxLength: 30 }), (id, again) => {
        const frames = framesOfSet(id, [1, 1]);
        const late = frames.flatMap((frame, i) => [frame, ...again.map((n) => frames[n % (i + 1)] ?? frame)]);
        expect(playSet(id, late).ledger).toEqual(playSet(id, frames).ledger);
      }),
      { numRuns: 10 },
    );
  });

  test('leave the set as it was', () => {
    const frames = framesOfSet('squat', [1]);
    const fold = playSet('squat', frames, { how: null });
    expect(foldSet(fold, frames[3] ?? frames[0]!)).toBe(fold);
  });
});

test('put down and taken up again at any frame, the ledger is identical', () => {
  const cuts = fc.array(fc.nat({ max: 140 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(anyExercise, cuts, anySeed, (id, where, seed) => {
      const frames = framesOfSet(id, [1, 0.5, 1], { dropped: 0.1, seed });
      let fold: SetFold = createSet(exerciseNamed(id), { side: 'left' });
      frames.forEach((frame, i) => {
        if (where.includes(i)) fold = JSON.parse(JSON.stringify(fold)) as SetFold;
        fold = foldSet(fold, frame);
      });
      const whole = playSet(id, frames);
      expect(finishSet(JSON.parse(JSON.stringify(fold)) as SetFold, 'ended').ledger).toEqual(whole.ledger);
      expect(readSet(fold)).toEqual(readSet(whole));
    }),
    { numRuns: 15 },
  );
});

describe('an interruption', () => {
  const raised = (id: ExerciseId, share: number): Move[] => {
    const { rest, peak } = PERFORMED[id];
    const to = rest + share * (peak - rest);
    return [...repetitions({ rest, peaks: [peak] }), { to, ms: 1_400 }, { to, ms: 300 }];
  };

  test.each(EXERCISE_IDS)('%s: STOP at the top or half-way leaves one interrupted row', (id) => {
    for (const share of [1, 0.5]) {
      const frames = framesOfMoves(id, raised(id, share));
      expect(verdicts(playSet(id, frames, { how: 'interrupted' }))).toEqual(['complete', 'interrupted end-not-seen']);
      expect(verdicts(playSet(id, frames))).toEqual(['complete', 'partial end-not-seen']);
    }
  });

  test.each(EXERCISE_IDS)('%s: STOP at rest leaves nothing behind, a second STOP no second row', (id) => {
    const rested = playSet(id, framesOfSet(id, [1]), { how: null });
    expect(finishSet(rested, 'interrupted').ledger).toHaveLength(1);
    const once = playSet(id, framesOfMoves(id, raised(id, 1)), { how: 'interrupted' });
    expect(finishSet(once, 'interrupted').ledger).toEqual(once.ledger);
  });

  test.each(EXERCISE_IDS)('%s: out of view for 1.8 s in mid-movement, the row says so', (id) => {
    const { rest, peak } = PERFORMED[id];
    const gone = (ms: number): Move[] => [
      ...repetitions({ rest, peaks: [peak] }),
      ...[
        { to: peak, ms: 1_400 },
        { to: peak, ms, gone: true },
        { to: rest, ms: 1_400 },
      ],
      ...repetitions({ rest, peaks: [peak] }),
    ];
    const [first, lost, ...after] = verdicts(playSet(id, framesOfMoves(id, gone(1_800))));
    expect([first, lost, after.at(-1)]).toEqual(['complete', 'partial lost-from-view', 'complete']);
    expect(after.filter((row) => row === 'complete')).toHaveLength(1);
    expect(verdicts(playSet(id, framesOfMoves(id, gone(1_000))))).toEqual(Array(3).fill('complete'));
  });
});
