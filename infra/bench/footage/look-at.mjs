// @ts-check
import { tsImport } from 'tsx/esm/api';
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

const { countBeside } = /** @type {typeof import('../counting/beside.ts')} */ (
  await tsImport('../counting/beside.ts', import.meta.url)
);

/** A labelled exercise: its count beside the label, and what two plain counters make of the same landmarks. @param {Folds} folds @param {Label & { exercise: string }} label @param {Seen} seen */
export function countedExercise(folds, label, seen) {
  const { count, rangeOfMotion, refused, repetitions } = measured(folds, label.exercise, label, seen);
  const { planar, metres } = countBeside(seen.frames, known(folds, label.exercise));
  const kind = /** @type {const} */ ('exercise');
  return { kind, label, count, planar, metres, rangeOfMotion, refused, rows: repetitions };
}

/** A file in which nobody does an exercise: what each that the camera counts is counted, and whether the person measured stays the same. @param {Folds} folds @param {Label} label @param {Seen} seen */
export async function falselyCounted(folds, label, seen) {
  const asked = folds.EXERCISES.filter(({ counting, signal }) => counting !== 'time' || signal !== 'angle');
  const counts = asked.map((exercise) => ({ exercise: exercise.id, ...countBeside(seen.frames, exercise) }));
  return { kind: /** @type {const} */ ('none'), label, counts, steps: await followPerson(seen.frames) };
}

/** @param {Folds} folds @param {string} id */
function known(folds, id) {
  const exercise = folds.findExercise(id);
  if (!exercise) throw new Error(`${id} is no exercise`);
  return exercise;
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
