// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { loadFolds } from '../../measure/folds.mjs';
import { seeClips } from '../accuracy/make-tracks.mjs';
import { findingsOf } from './findings.mjs';

/** @param {string} path */
const load = (path) => tsImport(path, import.meta.url);

const VIEWS = [0, 45, 90];

/** @type {import('../parts.mjs').Part} */
export const part = {
  title: 'repetitions of motion capture, and of what is no exercise, beside two counters with fixed thresholds',
  async run(context) {
    const folds = await loadFolds();
    const folder = context.mediaFolder && join(context.mediaFolder, 'uiprmd');
    const captured = folder && existsSync(folder) ? await countCaptured(folds, folder) : [];
    /** @type {typeof import('./negatives.ts')} */
    const { byExercise, ...asked } = await load('./negatives.ts');
    const negatives = await countNegatives(context, folds, asked);
    return findingsOf(captured, negatives, byExercise(negatives));
  },
};

/** @typedef {Awaited<ReturnType<typeof loadFolds>>} Folds */

/** @param {Folds} folds @param {string} folder */
async function countCaptured(folds, folder) {
  /** @type {typeof import('./uiprmd.ts')} */
  const { framesFrom, readSeries } = await load('./uiprmd.ts');
  /** @type {typeof import('./beside.ts')} */
  const { countBeside } = await load('./beside.ts');
  const all = await readSeries(folder);
  return all.flatMap((series) => {
    const exercise = folds.findExercise(series.exercise);
    if (!exercise) return [];
    return VIEWS.map((view) => {
      const frames = framesFrom(series, view);
      const isKnee = view === 90 && exercise.angle === 'knee-flexion';
      const errors = isKnee
        ? frames.map((frame, i) => {
            const points = folds.pointsIn(frame, 'planar');
            const angle = (points && folds.angleOf(points, 'knee-flexion', 'right')) ?? Number.NaN;
            return angle - (series.kneeFlexion.right[i] ?? Number.NaN);
          })
        : [];
      return {
        series: series.name,
        exercise: exercise.id,
        view,
        truth: series.repetitions,
        ...countBeside(frames, exercise),
        kneeErrors: summaryOf(errors),
      };
    });
  });
}

/** @param {readonly number[]} errors */
function summaryOf(errors) {
  if (errors.length === 0) return null;
  const mean = (/** @type {(error: number) => number} */ of) =>
    errors.reduce((sum, error) => sum + of(error), 0) / errors.length;
  return { bias: mean((error) => error), mae: mean(Math.abs) };
}

/**
 * @param {import('../context.mjs').Context} context
 * @param {Folds} folds
 * @param {Pick<typeof import('./negatives.ts'), 'RENDERED' | 'askAll' | 'computedNegatives'>} asked
 */
async function countNegatives(context, folds, { RENDERED, askAll, computedNegatives }) {
  /** @type {typeof import('../../../client/src/virtual-patient/file/clip.ts')} */
  const { clipTruth } = await load('../../../client/src/virtual-patient/file/clip.ts');
  /** @type {import('./negatives.ts').Negative[]} */
  const rendered = [];
  await seeClips(RENDERED, {
    context,
    clipTruth,
    tracks: folds,
    onSeen({ spec, frames }) {
      context.say(spec.id);
      rendered.push(askAll(spec.id, 'rendered', frames));
    },
  });
  return [...rendered, ...computedNegatives().map(({ id, frames }) => askAll(id, 'computed', frames))];
}
