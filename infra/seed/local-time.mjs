// @ts-check

/** A day of the calendar, such as `2026-03-29`, in no zone. @typedef {string} Day */

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** What the clock on the wall shows there, as if it were UTC, epoch ms. @param {number} atMs @param {string} timeZone */
function wallClock(atMs, timeZone) {
  let format = formats.get(timeZone);
  if (!format) {
    const two = /** @type {const} */ ('2-digit');
    const parts = { year: /** @type {const} */ ('numeric'), month: two, day: two, hour: two, minute: two, second: two };
    format = new Intl.DateTimeFormat('en-US', { ...parts, timeZone, hourCycle: 'h23', calendar: 'gregory' });
    formats.set(timeZone, format);
  }
  const shown = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The day it is there. @param {number} atMs @param {string} timeZone @returns {Day} */
export function dayAt(atMs, timeZone) {
  return new Date(wallClock(atMs, timeZone)).toISOString().slice(0, 10);
}

/** The moment of so many minutes after midnight on the wall clock there, epoch ms. @param {Day} day @param {number} minutes @param {string} timeZone */
export function momentOf(day, minutes, timeZone) {
  const shown = Date.parse(day) + minutes * 60_000;
  // Once more with the first guess's offset: the clocks may change between the two.
  const guess = shown - (wallClock(shown, timeZone) - shown);
  return shown - (wallClock(guess, timeZone) - guess);
}

/** @param {Day} day @param {number} days @returns {Day} */
export function addDays(day, days) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** That day, or the Monday after it. @param {Day} day @returns {Day} */
export function workday(day) {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
