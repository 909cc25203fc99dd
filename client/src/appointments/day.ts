import { type CalendarDate, getLocalTimeZone, parseDate, today } from '@internationalized/date';

/** The day of an address (`?day=2026-11-24`), or today where it names none. */
export function parseDay(text: string | null, timeZone: string = getLocalTimeZone()): CalendarDate {
  try {
    return text && /^\d{4}-\d\d-\d\d$/.test(text) ? parseDate(text) : today(timeZone);
  } catch {
    return today(timeZone);
  }
}

/** Whole minutes from `sinceMs` to `nowMs`, never negative: two clocks may differ a little. */
export function minutesSince(sinceMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - sinceMs) / 60_000));
}

/** The next full quarter of an hour, as minutes of the day, but no later than the day's last. */
export function nextQuarter(minutesOfDay: number): number {
  return Math.min(23 * 60 + 45, Math.ceil((minutesOfDay + 1) / 15) * 15);
}
