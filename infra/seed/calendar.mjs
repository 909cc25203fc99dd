// @ts-check
import { addDays, workday } from './local-time.mjs';

/** @typedef {import('./local-time.mjs').Day} Day */

/** When visits start, minutes after midnight: 45 minutes each, with a break at noon. */
export const STARTS = [540, 585, 630, 675, 720, 810, 855, 900, 945, 990];
const SEARCHED_DAYS = 10;

/** One therapist's calendar, in which two visits never meet while there is room within two weeks. */
export function createCalendar() {
  /** @type {Set<string>} */
  const taken = new Set();

  /** @param {Day} day @param {number} usual an index of STARTS @returns {number | undefined} minutes */
  function freeStart(day, usual) {
    const byDistance = [...STARTS.keys()].sort((a, b) => Math.abs(a - usual) - Math.abs(b - usual));
    const found = byDistance.find((i) => !taken.has(`${day} ${STARTS[i]}`));
    return found === undefined ? undefined : STARTS[found];
  }

  return {
    /** Takes the free time nearest to the person's usual one, on that day or a later one. @param {Day} wanted @param {number} usual */
    take(wanted, usual) {
      let day = wanted;
      for (let i = 0; i < SEARCHED_DAYS; i += 1, day = workday(addDays(day, 1))) {
        const minutes = freeStart(day, usual);
        if (minutes === undefined) continue;
        taken.add(`${day} ${minutes}`);
        return { day, minutes };
      }
      return { day: wanted, minutes: STARTS[usual] ?? 540 };
    },
  };
}
