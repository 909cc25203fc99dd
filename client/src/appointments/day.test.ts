import { describe, expect, test } from 'vitest';
import { minutesSince, nextQuarter, parseDay } from './day.ts';

describe('the day of an address', () => {
  test('is the one it names', () => {
    expect(parseDay('2026-11-24').toString()).toBe('2026-11-24');
  });

  test.each([null, '', 'tomorrow', '2026-13-01', '2026-02-31', '20261124'])('%o means today', (text) => {
    expect(parseDay(text, 'Europe/Madrid').toString()).toBe(parseDay(null, 'Europe/Madrid').toString());
  });
});

test.each([
  [0, 59_999, 0],
  [0, 60_000, 1],
  [5_000, 0, 0],
])('waiting since %i, now %i: %i minutes', (since, now, minutes) => {
  expect(minutesSince(since, now)).toBe(minutes);
});

test.each([
  [9 * 60, 9 * 60 + 15],
  [9 * 60 + 14, 9 * 60 + 15],
  [9 * 60 + 15, 9 * 60 + 30],
  [23 * 60 + 59, 23 * 60 + 45],
])('after minute %i a visit is proposed at minute %i', (now, proposed) => {
  expect(nextQuarter(now)).toBe(proposed);
});
