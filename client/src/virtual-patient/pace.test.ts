import { createSet, finishSet, foldSet } from '@plumbline/shared/measurement';
import { compareTempo, findExercise, parseTempo } from '@plumbline/shared/programme';
import { expect, test, vi } from 'vitest';
import { makeFrames } from './make-frames.ts';

vi.setConfig({ testTimeout: 30_000 });

const EXERCISES = ['squat', 'arm-raise', 'seated-row', 'seated-knee-extension'];
const TEMPI = ['3-1-2-1', '2-0-1-0', '4-2-2-0', '3-0-3-1'];

test.each(EXERCISES.flatMap((id) => TEMPI.map((tempo) => [id, tempo] as const)))(
  '%s done at %s is told as prescribed',
  (id, tempo) => {
    const exercise = findExercise(id)!;
    const side = exercise.asksSide ? { side: 'left' as const } : {};
    const frames = makeFrames([{ do: 'perform', id, options: { repetitions: 3, tempo, ...side } }]);
    const { ledger } = finishSet(frames.reduce(foldSet, createSet(exercise, side)), 'ended');
    const verdicts = ledger.flatMap((row, i) =>
      compareTempo(parseTempo(tempo)!, row.tempo!, { concentric: exercise.concentric, isFirst: i === 0 }).map(
        (one) => one.verdict,
      ),
    );
    expect(ledger).toHaveLength(3);
    expect(new Set(verdicts)).toEqual(new Set(['as-prescribed']));
  },
);
