// @ts-check
import { report } from '../../measure/report.mjs';
import { followPerson } from './follow-person.mjs';

/**
 * @typedef {Awaited<ReturnType<typeof import('../../measure/folds.mjs').loadFolds>>} Folds
 * @typedef {import('./labels.mjs').Label} Label
 * @typedef {import('./landmarks.mjs').Seen} Seen
 */

/**
 * What `npm run measure` says of one exercise in a file.
 * @param {Folds} folds @param {string} exercise @param {Label} label @param {Seen} seen
 */
function measured(folds, exercise, { file }, { frames, durationS }) {
  const options = { protocol: null, exercise, side: null };
  /** @type {unknown} */
  const printed = report(folds, options, { file, durationS, frames, model: 'full' });
  return /** @type {import('../../../shared/src/measurement/index.ts').Measured} */ (printed);
}

/** A labelled exercise: its count beside the label. @param {Folds} folds @param {Label & { exercise: string }} label @param {Seen} seen */
export function countedExercise(folds, label, seen) {
  const { count, rangeOfMotion, refused, repetitions } = measured(folds, label.exercise, label, seen);
  return { kind: /** @type {const} */ ('exercise'), label, count, rangeOfMotion, refused, rows: repetitions };
}

/** A file in which nobody does an exercise: what each of ours would count, and whether the person measured stays the same. @param {Folds} folds @param {Label} label @param {Seen} seen */
export async function falselyCounted(folds, label, seen) {
  const counts = Object.fromEntries(folds.EXERCISES.map(({ id }) => [id, measured(folds, id, label, seen).count]));
  return { kind: /** @type {const} */ ('none'), label, counts, steps: await followPerson(seen.frames) };
}

/** A still: nobody moves, so there is no trial; what the live number says under the protocol that the note names. @param {Folds} folds @param {Label} label @param {Seen} seen */
export function readStill(folds, label, { frames }) {
  const protocol = folds.PROTOCOLS.find(({ id }) => label.note.includes(id.replaceAll('-', ' ')));
  const readings = protocol
    ? /** @type {const} */ (['left', 'right']).map((side) => {
        const trial = frames.reduce((fold, frame) => folds.foldTrial(fold, frame), folds.createTrial(protocol, side));
        const { angleDegrees, uncertaintyDegrees, refusals } = folds.readTrial(trial);
        return { side, angleDegrees, uncertaintyDegrees, refusals };
      })
    : [];
  return { kind: /** @type {const} */ ('still'), label, protocol: protocol?.id ?? null, readings };
}
