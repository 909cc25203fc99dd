import { expect, test } from 'vitest';
import { ageAndSex, ageInYears } from './age.ts';

test.each([
  ['1970-04-03', '2026-04-02', 55],
  ['1970-04-03', '2026-04-03', 56],
  ['2000-02-29', '2026-02-28', 25],
  ['2000-02-29', '2026-03-01', 26],
])('born on %s, on %s one is %d', (born, day, years) => {
  expect(ageInYears(born, day)).toBe(years);
});

test('age and sex are told together or not at all', () => {
  expect(ageAndSex({ birthDate: '1970-04-03', sex: 'female' }, '2026-11-24')).toEqual({ ageYears: 56, sex: 'female' });
  expect(ageAndSex({ birthDate: null, sex: 'female' }, '2026-11-24')).toBeNull();
  expect(ageAndSex({ birthDate: '1970-04-03', sex: 'not-stated' }, '2026-11-24')).toBeNull();
  expect(ageAndSex({ birthDate: '2027-04-03', sex: 'male' }, '2026-11-24')).toBeNull();
});
