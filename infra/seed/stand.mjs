// @ts-check
/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {import('../../shared/src/measurement/protocols.ts').Protocol} Protocol
 * @typedef {{ x: number, y: number, trunk: number }} Stand Where somebody is in the picture on that day, as a set-up has it.
 */

/** Now and then the device stands in another room. */
const ELSEWHERE = 0.15;
const SHAPE = 640 / 480;

/** @param {Random} random @returns {Stand} */
export function inventStand(random) {
  const trunk = random.chance(ELSEWHERE) ? 0.36 : 0.25;
  return { x: random.normal(0.5, 0.025), y: random.normal(0.45, 0.02), trunk: random.normal(trunk, 0.01) };
}

/**
 * How somebody stood for one trial: square to the camera, or with the measured side to it.
 * @param {Stand} stand @param {Protocol} protocol @param {'left' | 'right'} side @param {number} offPlaneDegrees
 */
export function setUpFor(stand, { view }, side, offPlaneDegrees) {
  const square = view === 'front' ? 0 : side === 'left' ? 90 : -90;
  return { ...stand, yaw: square + offPlaneDegrees, shape: SHAPE };
}
