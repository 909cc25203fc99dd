import { describe, expect, test } from 'vitest';
import { parseSearch, rankOf } from './search.ts';
import { toWords } from './words.ts';

const person = (name: string, birthDate: string | null = null) => ({ name, words: toWords(name), birthDate });

const PEOPLE = [
  person('Ana Ruiz Ibáñez', '1970-04-03'),
  person('Anabel Ruiz', '1985-01-12'),
  person('José Ana', '1970-12-30'),
  person('Łukasz Wójcik', '1991-03-04'),
  person('Ana Anaya', null),
];

function found(typed: string): string[] {
  const terms = parseSearch(typed);
  return PEOPLE.map((one) => ({ one, rank: rankOf(one, terms) }))
    .filter((hit): hit is { one: (typeof PEOPLE)[number]; rank: number } => hit.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one.name);
}

describe('searching as one types', () => {
  test.each([
    ['the beginning of any word finds', 'ruiz ib', ['Ana Ruiz Ibáñez']],
    ['accents and capitals do not matter', 'IBANEZ', ['Ana Ruiz Ibáñez']],
    ['letters without a plain twin are found by how people type them', 'lukasz wojc', ['Łukasz Wójcik']],
    ['words may come in any order', 'ruiz anab', ['Anabel Ruiz']],
    ['the middle of a word finds nobody', 'bel', []],
    ['every word typed needs a word of its own', 'ana ana', ['Ana Anaya']],
    ['a birth date finds', '1985-01-12', ['Anabel Ruiz']],
    ['a year of birth narrows', 'ana 1970', ['Ana Ruiz Ibáñez', 'José Ana']],
    ['a written date may be day first or month first', '3/4/1970', ['Ana Ruiz Ibáñez']],
    ['or so', '4.3.1970', ['Ana Ruiz Ibáñez']],
    ['whose birth date is unknown is not found by one', 'anaya 1970', []],
  ])('%s: %s', (_law, typed, names) => {
    expect(found(typed)).toEqual(names);
  });

  test('a whole word is better than a beginning, and the first word than a later one', () => {
    expect(found('ana')).toEqual(['Ana Ruiz Ibáñez', 'Ana Anaya', 'José Ana', 'Anabel Ruiz']);
  });

  test('nothing typed finds everybody', () => {
    expect(found('  ')).toHaveLength(PEOPLE.length);
  });
});
