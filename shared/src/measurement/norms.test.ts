import { expect, test } from 'vitest';
import { RANGE_NORMS, rangeNormFor } from './norms.ts';
import { findProtocol } from './protocols.ts';

test.each([
  [64.9, 'male', null],
  [65, 'male', 129],
  [74.9, 'female', 124],
  [75, 'female', null],
] as const)('a shoulder raised at %d years, %s: %s', (ageYears, sex, mean) => {
  expect(rangeNormFor('shoulder-abduction@1', { ageYears, sex })?.mean ?? null).toBe(mean);
});

test('nothing is said of a person whose age and sex are not known', () => {
  expect(rangeNormFor('shoulder-abduction@1', null)).toBeNull();
});

test('nothing is said where no study was read', () => {
  expect(rangeNormFor('knee-flexion@1', { ageYears: 70, sex: 'male' })).toBeNull();
});

test('every entry is of a protocol there is, and its band has two ends', () => {
  for (const norm of RANGE_NORMS) {
    expect(findProtocol(norm.protocol)?.id).toBe(norm.protocol);
    expect(norm.toYears).toBeGreaterThan(norm.fromYears);
  }
});
