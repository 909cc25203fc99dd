import type { Exercise } from './exercise.ts';

/** Seconds: eccentric, pause, concentric, pause. */
export type Tempo = readonly [number, number, number, number];

export const TEMPO_PARTS = ['eccentric', 'pause-after-eccentric', 'concentric', 'pause-after-concentric'] as const;
export type TempoPart = (typeof TEMPO_PARTS)[number];

const TEMPO = /^(\d{1,2})-(\d{1,2})-(\d{1,2})-(\d{1,2})$/;

/** Reads a prescription such as `3-1-3-0`: whole seconds. Null where it is none. */
export function parseTempo(text: string): Tempo | null {
  const found = TEMPO.exec(text);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4])] : null;
}

/** One part of a repetition beside what was prescribed. */
export interface TempoComparison {
  part: TempoPart;
  prescribedS: number;
  measuredS: number;
  verdict: 'as-prescribed' | 'quicker' | 'slower';
}

/** As prescribed is what an onlooker counting seconds would call so: within a half second, or a quarter of a long part. Practice, to be confirmed by the clinic. */
const WITHIN_S = 0.6;
const WITHIN_SHARE = 0.25;

/** A measured tempo beside the prescribed one, part by part. The pause at rest is the one before a repetition, so the first has none to compare. */
export function compareTempo(
  prescribed: Tempo,
  measured: Tempo,
  { concentric, isFirst }: Pick<Exercise, 'concentric'> & { isFirst: boolean },
): TempoComparison[] {
  const atRest: TempoPart = concentric === 'out' ? 'pause-after-eccentric' : 'pause-after-concentric';
  return TEMPO_PARTS.flatMap((part, i) => {
    if (isFirst && part === atRest) return [];
    const [prescribedS, measuredS] = [prescribed[i] ?? 0, measured[i] ?? 0];
    const tolerance = Math.max(WITHIN_S, WITHIN_SHARE * prescribedS);
    const off = measuredS - prescribedS;
    const verdict = Math.abs(off) <= tolerance ? 'as-prescribed' : off < 0 ? 'quicker' : 'slower';
    return [{ part, prescribedS, measuredS, verdict } as const];
  });
}

/** The parts in the order the patient does them, beginning at rest: up or down first, by the lifting direction. */
export function inOrderDone<T>(
  [eccentric, afterEccentric, concentric, afterConcentric]: readonly [T, T, T, T],
  { concentric: lifts }: Pick<Exercise, 'concentric'>,
): [T, T, T, T] {
  return lifts === 'out'
    ? [concentric, afterConcentric, eccentric, afterEccentric]
    : [eccentric, afterEccentric, concentric, afterConcentric];
}
