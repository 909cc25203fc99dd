// @ts-check

/** @typedef {import('./random.mjs').Random} Random */

/** Some do not respond; most come most of the way, a few all of it. */
const NO_RESPONSE = 0.1;
const SETBACK = 0.2;
const SETBACK_DAYS = 35;
/** A visit's level lies around the course: the day's stiffness, and how the camera stood. Degrees. */
const DAY_DEVIATION = 3;

/**
 * How one person recovers: the share of the way done so many days after the first visit. Quick first, then levelling
 * off, with a setback for some.
 * @param {Random} random
 * @param {readonly [number, number]} recoveryDays
 * @returns {(days: number) => number} 0 at first, at most 1
 */
export function inventCourse(random, [least, most]) {
  const response = random.chance(NO_RESPONSE) ? random.between(-0.1, 0.15) : random.between(0.6, 1);
  const pace = random.between(least, most);
  const setbackAt = random.chance(SETBACK) ? random.between(30, 200) : null;
  const depth = random.between(0.15, 0.4);
  return (days) => {
    const reached = response * (1 - Math.exp(-days / pace));
    const since = setbackAt === null ? -1 : days - setbackAt;
    return since < 0 ? reached : reached * (1 - depth * Math.exp(-since / SETBACK_DAYS));
  };
}

/** A person's level in one movement, by the share of the way done and the visit's chance. @param {Random} random @param {import('./conditions.mjs').Impairment} impairment */
export function inventLevel(random, { from, to }) {
  const [first, last] = [random.between(...from), random.between(...to)];
  return (/** @type {number} */ share, /** @type {Random} */ chance) => {
    const shaky = Math.min(DAY_DEVIATION, Math.abs(last - first) / 8);
    return chance.normal(first + share * (last - first), shaky);
  };
}
