import { toWords } from './words.ts';

/** A patient as far as the search looks at them. */
export interface Findable {
  /** Words of the name they want to be called by, then of the legal name; as `toWords` makes them. */
  words: readonly string[];
  /** `YYYY-MM-DD`. */
  birthDate: string | null;
}

export interface SearchTerms {
  words: string[];
  /** Each a birth date that would do, whole (`1970-05-01`) or its year (`1970`). */
  births: string[][];
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const WRITTEN = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const YEAR = /^(19|20)\d\d$/;

/** What was typed: words of a name, and birth dates as people write them. `3/4/1970` may be March or April. */
export function parseSearch(typed: string): SearchTerms {
  const terms: SearchTerms = { words: [], births: [] };
  for (const part of typed.trim().split(/\s+/)) {
    const iso = ISO.exec(part);
    const written = WRITTEN.exec(part);
    if (iso) terms.births.push([dateOf(iso[1], iso[2], iso[3])]);
    else if (written) {
      const [, a, b, year] = written;
      terms.births.push([dateOf(year, b, a), dateOf(year, a, b)]);
    } else if (YEAR.test(part)) terms.births.push([part]);
    else terms.words.push(...toWords(part));
  }
  return terms;
}

/** How well somebody fits: lower is better; null where they do not. Every term must be met, each word by a word of its own. */
export function rankOf({ words, birthDate }: Findable, { words: typed, births }: SearchTerms): number | null {
  if (!births.every((wanted) => birthDate !== null && wanted.some((date) => birthDate.startsWith(date)))) return null;
  return rankWords(words, typed, 0, new Set());
}

/** The best way to give each typed word one of the name. A whole word is better than a beginning, the first than a later one. */
function rankWords(words: readonly string[], typed: readonly string[], at: number, taken: Set<number>): number | null {
  const wanted = typed[at];
  if (wanted === undefined) return 0;
  let best: number | null = null;
  for (const [i, word] of words.entries()) {
    if (taken.has(i) || !word.startsWith(wanted)) continue;
    taken.add(i);
    const rest = rankWords(words, typed, at + 1, taken);
    taken.delete(i);
    if (rest === null) continue;
    const rank = rest + (word === wanted ? 0 : BEGINNING_ONLY) + Math.abs(i - at);
    if (best === null || rank < best) best = rank;
  }
  return best;
}

/** Weighs more than any distance between two words of a name. */
const BEGINNING_ONLY = 100;

function dateOf(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
