// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { loadFolds } from '../../measure/folds.mjs';
import { seeClips } from '../accuracy/make-tracks.mjs';

/** @param {string} path */
const load = (path) => tsImport(path, import.meta.url);

/** What is no exercise, drawn and looked at: whatever is counted in it is wrong. */
const NEGATIVES = [
  { id: 'standing idle, from the front', script: [{ idleMs: 15_000 }] },
  { id: 'standing idle, from the side', script: [{ idleMs: 15_000, headingDegrees: 90 }] },
  { id: 'walking through', script: [{ idleMs: 1_000, headingDegrees: 90 }, { id: 'walk-through' }] },
  { id: 'a dance', script: [{ id: 'dance' }, { idleMs: 1_000 }] },
];
const VIEWS = [0, 45, 90];

/** @type {import('../parts.mjs').Part} */
export const part = {
  title: 'repetitions of motion capture, and of what is no exercise, beside two counters with fixed thresholds',
  async run(context) {
    const folds = await loadFolds();
    /** @type {typeof import('./fixed-thresholds.ts')} */
    const { countWithFixedThresholds } = await load('./fixed-thresholds.ts');
    /** @param {readonly import('../../../shared/src/measurement/index.ts').LandmarkFrame[]} frames @param {import('../../../shared/src/programme/index.ts').Exercise} exercise */
    const countAll = (frames, exercise) => ({
      ours: folds.measureExercise(frames, exercise, exercise.limbs === 'both' ? null : 'right').count,
      planar: countWithFixedThresholds(frames, exercise, 'right', 'planar'),
      metres: countWithFixedThresholds(frames, exercise, 'right', '3d'),
    });
    const folder = context.mediaFolder && join(context.mediaFolder, 'uiprmd');
    const captured = folder && existsSync(folder) ? await countCaptured(folds, folder, countAll) : [];
    const negatives = await countNegatives(context, folds, countAll);
    return findingsOf(captured, negatives);
  },
};

/**
 * @typedef {Awaited<ReturnType<typeof loadFolds>>} Folds
 * @typedef {{ ours: number, planar: number, metres: number }} Counts
 * @typedef {(frames: readonly import('../../../shared/src/measurement/index.ts').LandmarkFrame[], exercise: import('../../../shared/src/programme/index.ts').Exercise) => Counts} CountAll
 */

/** @param {Folds} folds @param {string} folder @param {CountAll} countAll */
async function countCaptured(folds, folder, countAll) {
  /** @type {typeof import('./uiprmd.ts')} */
  const { framesFrom, readSeries } = await load('./uiprmd.ts');
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
        ...countAll(frames, exercise),
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

/** @param {import('../context.mjs').Context} context @param {Folds} folds @param {CountAll} countAll */
async function countNegatives(context, folds, countAll) {
  /** @type {typeof import('../../../client/src/virtual-patient/file/clip.ts')} */
  const { clipTruth } = await load('../../../client/src/virtual-patient/file/clip.ts');
  const specs = NEGATIVES.map(({ id, script }) => ({
    id,
    clip: { script, fps: 10, width: 480, height: 360, quality: /** @type {const} */ ('live') },
  }));
  /** @type {{ id: string, seconds: number, counted: { exercise: string, counts: Counts }[] }[]} */
  const found = [];
  await seeClips(specs, {
    context,
    clipTruth,
    tracks: folds,
    onSeen({ spec, truth, frames }) {
      const counted = folds.EXERCISES.filter(({ counting }) => counting === 'camera').map((exercise) => ({
        exercise: exercise.id,
        counts: countAll(frames, exercise),
      }));
      found.push({ id: spec.id, seconds: truth.durationMs / 1000, counted });
    },
  });
  return found;
}

/**
 * @param {Awaited<ReturnType<typeof countCaptured>>} captured
 * @param {Awaited<ReturnType<typeof countNegatives>>} negatives
 * @returns {import('../parts.mjs').Findings}
 */
function findingsOf(captured, negatives) {
  const total =
    (/** @type {(counts: Counts) => number} */ of) =>
    (/** @type {{ counted: { counts: Counts }[] }} */ { counted }) =>
      counted.reduce((sum, { counts }) => sum + of(counts), 0);
  const [ours, planar, metres] = [total((c) => c.ours), total((c) => c.planar), total((c) => c.metres)];
  const same = captured.filter((row) => row.ours === row.truth).length;
  return {
    tables: [
      {
        headings: ['UI-PRMD (Vicon)', 'view', 'truth', 'ours', 'plain 2-D', 'plain 3-D', 'knee MAE', 'bias'],
        rows: captured.map((row) => [
          `${row.series} ${row.exercise}`,
          `${row.view}°`,
          ...[row.truth, row.ours, row.planar, row.metres].map(String),
          row.kneeErrors ? `${row.kneeErrors.mae.toFixed(1)}°` : '',
          row.kneeErrors ? `${row.kneeErrors.bias.toFixed(1)}°` : '',
        ]),
      },
      {
        headings: ['no exercise', 'seconds', 'counted by ours', 'plain 2-D', 'plain 3-D', 'as'],
        rows: negatives.map((one) => [
          one.id,
          one.seconds.toFixed(0),
          ...[ours(one), planar(one), metres(one)].map(String),
          one.counted
            .flatMap(({ exercise, counts }) => (counts.ours > 0 ? [`${exercise} ${counts.ours}`] : []))
            .join(', '),
        ]),
      },
    ].filter(({ rows }) => rows.length > 0),
    notes: [
      captured.length > 0
        ? `${same} of ${captured.length} series and views are counted exactly. The markers are exact, so this judges the counter, not the camera. The files are cut to the movement; 0.75 s of standing before and after it are added.`
        : 'There is no motion capture: ../shared/media/uiprmd is not here.',
      'No exercise: the sum over every exercise that the camera counts; each alone would be asked for one at a time.',
    ],
    figures: { captured, negatives },
  };
}
