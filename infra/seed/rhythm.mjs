// @ts-check
import { addDays, workday } from './local-time.mjs';

/** @typedef {import('./random.mjs').Random} Random @typedef {import('./local-time.mjs').Day} Day */

/** Weekly at first, then thinning: days between visits, for so many visits. After the last the person comes four times a year. */
const STEPS = [
  { everyDays: 7, visits: [4, 8] },
  { everyDays: 14, visits: [2, 5] },
  { everyDays: 30, visits: [1, 4] },
];
const MAINTENANCE_DAYS = 91;
/** Of those who have come so far, one in so many is discharged before the next maintenance visit. */
const DISCHARGED = 0.35;
const MISSED = 0.08;
/** A missed visit is made up for soon. */
const AGAIN_DAYS = 4;

/** @typedef {{ day: Day, missed: boolean }} Due */

/**
 * The days a person is due, from the first one to the next one after `today`; nobody misses the first.
 * @param {Random} random
 * @param {Day} first
 * @param {Day} today
 * @returns {Due[]}
 */
export function inventDays(random, first, today) {
  const gaps = STEPS.flatMap(({ everyDays, visits: [least = 0, most = 0] }) =>
    Array(random.whole(least, most)).fill(everyDays),
  );
  /** @type {Due[]} */
  const due = [];
  let day = workday(first);
  let done = 0;
  for (;;) {
    const missed = due.length > 0 && random.chance(MISSED);
    due.push({ day, missed });
    if (day > today) return due;
    if (!missed) done += 1;
    const gap = gaps[done - 1] ?? MAINTENANCE_DAYS;
    if (gap === MAINTENANCE_DAYS && random.chance(DISCHARGED)) return due;
    const days = missed ? AGAIN_DAYS : Math.max(3, Math.round(gap * random.between(0.85, 1.15)));
    day = workday(addDays(day, days));
  }
}
