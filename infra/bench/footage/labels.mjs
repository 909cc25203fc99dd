// @ts-check
import { basename } from 'node:path';
import { Trouble } from '../../start/trouble.mjs';

/**
 * What is known of a file. `exercise` with `repetitions`: counted by eye. `exercise` null: nothing in it is one.
 * Without `repetitions`: a still, of which only the note tells.
 * @typedef {object} Label
 * @property {string} file a name in the folder of the labels
 * @property {string | null} exercise
 * @property {number | null} repetitions cycles cut off by the trim are not counted
 * @property {string} view
 * @property {readonly [number, number] | null} trimS the part that was counted, seconds; null is all of it
 * @property {string} note
 */

/** Reads a labels file. Throws a Trouble that names the entry it cannot read. @param {string} text @returns {Label[]} */
export function parseLabels(text) {
  /** @type {unknown} */
  let content;
  try {
    content = JSON.parse(text);
  } catch {
    content = null;
  }
  if (!Array.isArray(content)) throw new Trouble('The labels of the footage are not a JSON list.', 'Mend labels.json.');
  return content.map((entry, i) => parseLabel(entry ?? {}, i + 1));
}

/** @param {Record<string, unknown>} entry @param {number} position @returns {Label} */
function parseLabel({ file, exercise = null, repetitions = null, view = '', trimS = null, note = '' }, position) {
  /** @param {boolean} holds @param {string} what */
  const assert = (holds, what) => {
    if (!holds) throw new Trouble(`Entry ${position} of labels.json ${what}.`, 'Mend it.');
  };
  assert(typeof file === 'string' && file !== '' && file === basename(file), 'names no file beside it');
  assert(exercise === null || typeof exercise === 'string', 'has an exercise that is no name');
  assert(
    repetitions === null || (Number.isInteger(repetitions) && Number(repetitions) >= 0),
    'has repetitions that are no count',
  );
  assert(
    trimS === null ||
      (Array.isArray(trimS) && trimS.length === 2 && trimS.every(Number.isFinite) && trimS[0] < trimS[1]),
    'has a trim that is not two rising numbers',
  );
  return {
    file: String(file),
    exercise: /** @type {string | null} */ (exercise),
    repetitions: /** @type {number | null} */ (repetitions),
    view: String(view),
    trimS: /** @type {[number, number] | null} */ (trimS),
    note: String(note),
  };
}
