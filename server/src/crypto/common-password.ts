import { dictionary } from '@zxcvbn-ts/language-common';

const SHORTEST_PART = 3;
const FEWEST_LETTERS = 5;
const REST_OF_A_NAME = 5;

let common: Set<string> | null = null;

/**
 * Whether a password is among the first to be guessed: on the list of common ones (zxcvbn's, 49,000), two of them in a
 * row, a few letters over and over, or one of `words` (such as the account's own address) with little added.
 */
export function isCommonPassword(password: string, words: readonly string[] = []): boolean {
  common ??= new Set(dictionary['passwords-common'].map(String));
  const lower = password.normalize('NFKC').toLowerCase();
  if (common.has(lower) || new Set(lower).size < FEWEST_LETTERS) return true;
  if (words.some((word) => isMostly(lower, word.toLowerCase()))) return true;
  for (let at = SHORTEST_PART; at <= lower.length - SHORTEST_PART; at++) {
    if (common.has(lower.slice(0, at)) && common.has(lower.slice(at))) return true;
  }
  return false;
}

function isMostly(password: string, word: string): boolean {
  return word.length >= SHORTEST_PART && password.includes(word) && password.length - word.length < REST_OF_A_NAME;
}
