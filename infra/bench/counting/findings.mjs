// @ts-check

/**
 * @typedef {import('./beside.ts').Counts} Counts
 * @typedef {import('./negatives.ts').Negative} Negative
 * @typedef {Counts & { series: string, exercise: string, view: number, truth: number, kneeErrors: { bias: number, mae: number } | null }} Captured
 */

const COUNTERS = ['ours', 'plain 2-D', 'plain 3-D'];

/**
 * @param {readonly Captured[]} captured
 * @param {readonly Negative[]} negatives
 * @param {ReturnType<typeof import('./negatives.ts').byExercise>} exercises
 * @returns {import('../parts.mjs').Findings}
 */
export function findingsOf(captured, negatives, exercises) {
  const same = (/** @type {keyof Counts} */ counter) => captured.filter((row) => row[counter] === row.truth).length;
  const all = captured.length;
  const falsely = exercises.reduce((sum, { counts }) => sum + counts.ours, 0);
  return {
    tables: [
      {
        headings: ['UI-PRMD (Vicon)', 'view', 'truth', ...COUNTERS, 'knee MAE', 'bias'],
        rows: captured.map((row) => [
          `${row.series} ${row.exercise}`,
          `${row.view}°`,
          String(row.truth),
          ...cellsOf(row),
          row.kneeErrors ? `${row.kneeErrors.mae.toFixed(1)}°` : '',
          row.kneeErrors ? `${row.kneeErrors.bias.toFixed(1)}°` : '',
        ]),
      },
      {
        headings: ['no exercise', 'points', 'seconds', ...COUNTERS, 'counted by ours as'],
        rows: negatives.map((one) => [one.id, one.from, one.seconds.toFixed(0), ...cellsOf(totalOf(one)), asOf(one)]),
      },
      {
        headings: ['asked for in all of them', ...COUNTERS, 'counted by ours in'],
        rows: exercises.map(({ exercise, counts, where }) => [exercise, ...cellsOf(counts), where.join('; ')]),
      },
    ].filter(({ rows }) => rows.length > 0),
    notes: [
      all > 0
        ? `Exactly counted, of ${all} series and views: ours ${same('ours')}, plain 2-D ${same('planar')}, plain 3-D ${same('metres')}. The markers are exact, so this judges the counter, not the camera. The files are cut to the movement; 0.75 s of standing before and after it are added.`
        : 'There is no motion capture: ../shared/media/uiprmd is not here.',
      `No exercise: ${falsely} counted by ours in ${negatives.length} × ${exercises.length} (aim 0). The sums are over every exercise and both sides; each alone would be asked for one at a time. Who is timed by hand is asked for nothing. Whole matrix: .cache/bench/counting.json.`,
    ],
    figures: { captured, negatives },
  };
}

/** @param {Counts} counts */
function cellsOf({ ours, planar, metres }) {
  return [ours, planar, metres].map(String);
}

/** @param {Negative} negative @returns {Counts} */
function totalOf({ counted }) {
  const total = (/** @type {keyof Counts} */ counter) => counted.reduce((sum, { counts }) => sum + counts[counter], 0);
  return { ours: total('ours'), planar: total('planar'), metres: total('metres') };
}

/** @param {Negative} negative */
function asOf({ counted }) {
  return counted.flatMap(({ exercise, counts }) => (counts.ours > 0 ? [`${exercise} ${counts.ours}`] : [])).join(', ');
}
