// @ts-check

/**
 * What a part found: tables and sentences to print, and the figures behind them to keep.
 * @typedef {object} Findings
 * @property {readonly import('./table.mjs').Table[]} tables
 * @property {readonly string[]} notes what must be known to read them
 * @property {object} figures
 *
 * @typedef {object} Part
 * @property {string} title
 * @property {(context: import('./context.mjs').Context) => Promise<Findings>} run rejects where it cannot be had
 */

/**
 * The parts of the bench in their order, each in a folder of its own. They are loaded when they run: only then is what
 * they import installed.
 * @type {Record<string, () => Promise<{ part: Part }>>}
 */
export const PARTS = {
  speed: () => import('./speed/speed.mjs'),
  latency: () => import('./latency/latency.mjs'),
  endurance: () => import('./endurance/endurance.mjs'),
  footage: () => import('./footage/footage.mjs'),
  counting: () => import('./counting/counting.mjs'),
  coded: () => import('./coded/coded.mjs'),
  search: () => import('./search/search.mjs'),
  accuracy: () => import('./accuracy/accuracy.mjs'),
};
