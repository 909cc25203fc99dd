import { describe, expect, test } from 'vitest';
import { isBelowAverage, normFor, TIMED_NORMS } from './timed-norms.ts';
import { findTimedTest, isModified, missingFor, TIMED_TESTS } from './timed-tests.ts';

const named = (id: string) => findTimedTest(id)!;
const stands = named('chair-stand-30s');

describe('a norm', () => {
  test.each([
    ['chair-stand-30s', 62, 'male', 14],
    ['chair-stand-30s', 62, 'female', 12],
    ['chair-stand-30s', 74, 'female', 10],
    ['chair-stand-30s', 94, 'female', 4],
    ['five-times-sit-to-stand', 69, 'male', 11.4],
    ['five-times-sit-to-stand', 70, null, 12.6],
    ['timed-up-and-go', 85, 'female', 12.7],
    ['single-leg-stance', 61.9, null, 27],
  ] as const)('of %s at %f, %s, is %f', (id, ageYears, sex, value) => {
    const one = named(id);
    expect(normFor(one, { ageYears, sex }, one.conditions)?.value).toBe(value);
  });

  test.each([
    ['without an age', { ageYears: null, sex: 'male' }],
    ['without the sex where it matters', { ageYears: 70, sex: null }],
    ['younger than any studied', { ageYears: 40, sex: 'female' }],
    ['older than any studied', { ageYears: 96, sex: 'female' }],
  ] as const)('is not given %s', (_what, person) => {
    expect(normFor(stands, person, stands.conditions)).toBeNull();
  });

  test('is not given where a condition was not met: arms used, another seat', () => {
    const person = { ageYears: 70, sex: 'male' } as const;
    for (const broken of stands.conditions) {
      const met = stands.conditions.filter((one) => one !== broken);
      expect([isModified(stands, met), normFor(stands, person, met)]).toEqual([true, null]);
    }
  });

  test('is not given where arms were used, or nothing is known of the person', () => {
    const person = { ageYears: 70, sex: 'male' } as const;
    expect(normFor(stands, person, stands.conditions)).not.toBeNull();
    expect(normFor(stands, person, stands.conditions, ['arms-used'])).toBeNull();
    expect(normFor(stands, null, stands.conditions)).toBeNull();
  });

  test('names its source, and no band overlaps another of the same test and sex', () => {
    for (const one of TIMED_NORMS) {
      expect(one.source).toMatch(/\d{4}/);
      const same = TIMED_NORMS.filter(({ test: id, sex }) => id === one.test && sex === one.sex);
      expect(
        same.filter(({ fromYears, toYears }) => fromYears <= one.toYears && toYears >= one.fromYears),
      ).toHaveLength(1);
    }
  });
});

test.each([
  ['chair-stand-30s', 62, 13, true],
  ['chair-stand-30s', 62, 14, false],
  ['timed-up-and-go', 62, 9.1, true],
  ['timed-up-and-go', 62, 9, false],
  ['single-leg-stance', 62, 20, true],
] as const)('%s at %i with %f is below average: %o', (id, ageYears, value, is) => {
  const one = named(id);
  const norm = normFor(one, { ageYears, sex: 'male' }, one.conditions)!;
  expect(isBelowAverage(value, norm)).toBe(is);
});

describe('a test', () => {
  test('that walks or balances is never begun alone or without support', () => {
    expect(missingFor(named('timed-up-and-go'), ['taped-3-m'])).toEqual(['second-person']);
    expect(missingFor(named('single-leg-stance'), [])).toEqual(['support-in-reach']);
  });

  test('whoever may fall does none of them alone', () => {
    for (const one of TIMED_TESTS) {
      const alone = one.conditions.filter((condition) => condition !== 'second-person');
      expect(missingFor(one, alone, 'risk')).toEqual(['second-person']);
    }
  });

  test.each(TIMED_TESTS.map((one) => [one.id, one] as const))('%s requires only conditions it has', (_id, one) => {
    expect(one.required.filter((condition) => !one.conditions.includes(condition))).toEqual([]);
  });
});
