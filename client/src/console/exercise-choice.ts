import { EXERCISES, type Exercise, type ExerciseRegion } from '@plumbline/shared/programme';

/** Letters that choose an exercise: none that chooses a side, or does something on the whole page. */
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j', 'k', 'm', 'n', 'p', 'q', 's', 't', 'u', 'w', 'x', 'y', 'z'];

/** Exercises as they are offered, each under its letter while there is one. */
export type Offered = Exercise & { key: string | null };

function keyed(exercises: readonly Exercise[]): Offered[] {
  return exercises.map((one, i) => ({ ...one, key: KEYS[i] ?? null }));
}

export function exercisesIn(region: ExerciseRegion): Offered[] {
  return keyed(EXERCISES.filter((one) => one.region === region));
}

/** What was typed and a name without accents and capitals. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The exercises of the whole library whose name or id has every word that was typed; names that begin with it come first. */
export function exercisesLike(typed: string, nameOf: (id: string) => string): Offered[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found = EXERCISES.filter(({ id }) => {
    const name = plain(`${nameOf(id)} ${id}`);
    return words.every((word) => name.includes(word));
  });
  const begins = ({ id }: Exercise) => (plain(nameOf(id)).startsWith(words[0] ?? '') ? 0 : 1);
  return keyed(found.sort((a, b) => begins(a) - begins(b)));
}
