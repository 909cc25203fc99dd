import { expect, test } from 'vitest';
import { sumOf, tallyOf } from './tally.mjs';

const passed = { status: 'passed', fullName: 'counts eight squats' };
const failed = { status: 'failed', fullName: 'counts three' };
const skipped = { status: 'pending', fullName: 'counts on a phone' };

test('counts what passed and what failed', () => {
  const report = { testResults: [{ status: 'failed', assertionResults: [passed, failed, passed] }] };
  expect(tallyOf(report)).toEqual({ passed: 2, failed: 1, left: [] });
});

test('names a test that was left out, so that none is skipped in silence', () => {
  const report = { testResults: [{ status: 'passed', assertionResults: [passed, skipped] }] };
  expect(tallyOf(report)).toEqual({ passed: 1, failed: 0, left: ['counts on a phone'] });
});

test('counts a file that broke before its first test as one failure', () => {
  expect(tallyOf({ testResults: [{ status: 'failed', assertionResults: [] }] }).failed).toBe(1);
});

test('counts a file whose clean-up failed after its tests had passed', () => {
  expect(tallyOf({ testResults: [{ status: 'failed', assertionResults: [passed] }] })).toMatchObject({ failed: 1 });
});

test('adds up', () => {
  const one = { passed: 3, failed: 1, left: ['a'] };
  expect(sumOf([one, { passed: 4, failed: 0, left: [] }])).toEqual({ passed: 7, failed: 1, left: ['a'] });
});
