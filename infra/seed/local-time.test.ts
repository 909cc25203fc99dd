import { expect, test } from 'vitest';
import { addDays, dayAt, momentOf, workday } from './local-time.mjs';

test.each([
  ['2026-01-15', 540, 'Europe/Berlin', '2026-01-15T08:00:00.000Z'],
  ['2026-07-15', 540, 'Europe/Berlin', '2026-07-15T07:00:00.000Z'],
  ['2026-03-29', 540, 'Europe/Berlin', '2026-03-29T07:00:00.000Z'],
  ['2026-10-25', 990, 'Europe/Berlin', '2026-10-25T15:30:00.000Z'],
  ['2026-01-15', 540, 'America/Los_Angeles', '2026-01-15T17:00:00.000Z'],
  ['2026-01-15', 540, 'Asia/Kolkata', '2026-01-15T03:30:00.000Z'],
  ['2026-01-15', 540, 'Pacific/Kiritimati', '2026-01-14T19:00:00.000Z'],
  ['2026-01-15', 540, 'UTC', '2026-01-15T09:00:00.000Z'],
])('%s, %i minutes after midnight in %s, is %s', (day, minutes, timeZone, moment) => {
  expect(new Date(momentOf(day, minutes, timeZone)).toISOString()).toBe(moment);
  expect(dayAt(Date.parse(moment), timeZone)).toBe(day);
});

test.each([
  ['2026-11-27', '2026-11-27'],
  ['2026-11-28', '2026-11-30'],
  ['2026-11-29', '2026-11-30'],
])('nobody is booked on a weekend: %s becomes %s', (day, monday) => {
  expect(workday(day)).toBe(monday);
});

test('days go on over the end of a month and a year', () => {
  expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});
