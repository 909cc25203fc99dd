import type { Exercise } from './exercise.ts';
import { ease, parseTempo, type TrueRepetition } from './motion.ts';
import type { MotionOptions } from './motion-for.ts';

interface Range {
  startDegrees: number;
  peakDegrees: number;
}

/** When which repetition is how far: in degrees, as a share of the exercise's usual range, and of its own way (`moved`). */
export function timetable({ lifts, tempo: usual }: Exercise, range: Range, options: MotionOptions) {
  const [eccentric, afterEccentric, concentric, afterConcentric] = parseTempo(options.tempo ?? usual).map(
    (s) => s * 1000,
  ) as [number, number, number, number];
  const [outMs, holdMs, backMs, restMs] =
    lifts === 'out'
      ? [concentric, afterConcentric, eccentric, afterEccentric]
      : [eccentric, afterEccentric, concentric, afterConcentric];
  if (outMs <= 0 || backMs <= 0) throw new Error('A tempo needs time for both movements: digits 1 and 3 above zero.');
  const peaks = typeof options.peakDegrees === 'object' ? options.peakDegrees : null;
  const count = peaks?.length ?? options.repetitions ?? 3;
  if (!Number.isInteger(count) || count < 1) throw new Error('A motion needs at least one repetition.');
  const startDegrees = options.startDegrees ?? range.startDegrees;
  const peakOf = (i: number) => peaks?.[i] ?? (options.peakDegrees as number | undefined) ?? range.peakDegrees;
  const leadIn = options.leadInMs ?? 2000;
  const cycle = outMs + holdMs + backMs + restMs;
  const repetitions = Array.from({ length: count }, (_, i): TrueRepetition => {
    const startMs = leadIn + i * cycle;
    return {
      startMs,
      peakMs: startMs + outMs,
      peakEndMs: startMs + outMs + holdMs,
      endMs: startMs + outMs + holdMs + backMs,
      startDegrees,
      peakDegrees: peakOf(i),
    };
  });
  const durationMs = repetitions.at(-1)!.endMs + (options.leadOutMs ?? 2000);
  const at = (timeMs: number) => {
    const i = Math.min(count - 1, Math.max(0, Math.floor((timeMs - leadIn) / cycle)));
    const t = timeMs - leadIn - i * cycle;
    const moved = t < outMs + holdMs ? ease(t / outMs) : 1 - ease((t - outMs - holdMs) / backMs);
    const degrees = startDegrees + (peakOf(i) - startDegrees) * moved;
    const share = (degrees - range.startDegrees) / (range.peakDegrees - range.startDegrees);
    return { degrees, share: Math.max(0, Math.min(1.2, share)), moved, repetition: i };
  };
  return { durationMs, repetitions, at };
}
