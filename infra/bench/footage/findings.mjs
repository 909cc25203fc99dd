// @ts-check

/**
 * @typedef {ReturnType<typeof import('./look-at.mjs').countedExercise>} Counted
 * @typedef {Awaited<ReturnType<typeof import('./look-at.mjs').falselyCounted>>} NoExercise
 * @typedef {ReturnType<typeof import('./look-at.mjs').readStill>} Still
 */

/** @param {readonly (Counted | NoExercise | Still)[]} looks @returns {import('../parts.mjs').Findings} */
export function findingsOf(looks) {
  const counted = looks.flatMap((look) => (look.kind === 'exercise' ? [look] : []));
  const stills = looks.flatMap((look) => (look.kind === 'still' ? [look] : []));
  const tables = [
    {
      headings: ['file', 'as', 'by eye', 'ours', 'plain 2-D', 'plain 3-D', '', 'peak', 'from – to', 'why not'],
      rows: looks.flatMap((look) =>
        look.kind === 'exercise' ? [countRow(look)] : look.kind === 'none' ? [falseRow(look)] : [],
      ),
    },
    {
      headings: ['still', 'as', 'side', 'live number', 'why not'],
      rows: stills.flatMap(stillRows),
    },
  ];
  return {
    tables: tables.filter(({ rows }) => rows.length > 0),
    notes: [...(counted.length > 0 ? [howFew(counted)] : []), ...looks.flatMap(noteOf)],
    figures: { looks },
  };
}

/** @param {Counted} look */
function countRow({ label, count, planar, metres, rangeOfMotion, refused }) {
  const off =
    label.repetitions === null
      ? ''
      : count === label.repetitions
        ? 'same'
        : `off by ${Math.abs(count - label.repetitions)}`;
  const range = rangeOfMotion
    ? [
        `${Math.round(rangeOfMotion.valueDegrees)}° ± ${Math.ceil(rangeOfMotion.uncertaintyDegrees)}`,
        `${Math.round(rangeOfMotion.minDegrees)}° – ${Math.round(rangeOfMotion.maxDegrees)}°`,
      ]
    : ['refused', ''];
  return [
    label.file,
    label.exercise,
    String(label.repetitions ?? '–'),
    ...[count, planar, metres].map(String),
    off,
    ...range,
    refused.join(', '),
  ];
}

/** @param {NoExercise} look */
function falseRow({ label, counts }) {
  const [ours, planar, metres] = /** @type {const} */ (['ours', 'planar', 'metres']).map((counter) =>
    counts.reduce((sum, one) => sum + one[counter], 0),
  );
  const off = ours === label.repetitions ? 'same' : `off by ${ours}`;
  const cells = [label.repetitions, ours, planar, metres].map(String);
  return [label.file, `each of ${counts.length}, summed`, ...cells, off, '', '', ''];
}

/** @param {Still} look */
function stillRows({ label, protocol, readings }) {
  return readings.map(({ side, angleDegrees, uncertaintyDegrees, refusals }) => [
    label.file,
    protocol ?? '',
    side,
    angleDegrees === null ? 'refused' : `${Math.round(angleDegrees)}° ± ${Math.ceil(uncertaintyDegrees ?? 0)}`,
    refusals.join(', '),
  ]);
}

/** @param {readonly Counted[]} counted */
function howFew(counted) {
  const byEye = counted.reduce((sum, { label }) => sum + (label.repetitions ?? 0), 0);
  const same = (/** @type {'count' | 'planar' | 'metres'} */ counter) =>
    counted.filter((look) => look.label.repetitions === look[counter]).length;
  return `The same as by eye, of ${counted.length}: ours ${same('count')}, plain 2-D ${same('planar')}, plain 3-D ${same('metres')} (fixed thresholds on the same landmarks), over ${byEye} repetitions in all, counted by one person: enough to see a gross fault, far too few to tell how often a count is right. No range was measured by hand.`;
}

/** @param {Counted | NoExercise | Still} look @returns {string[]} */
function noteOf(look) {
  if (look.kind === 'still') return look.readings.length > 0 ? [`${look.label.file}: ${look.label.note}.`] : [];
  if (look.kind === 'exercise') return [];
  const others = look.counts.filter(({ ours }) => ours > 0);
  const { seen, unseen } = look.steps;
  const away = unseen ? `, ${unseen.trunks.toFixed(1)} after ${unseen.unseenS.toFixed(1)} s out of sight` : '';
  return [
    `${look.label.file}: as an exercise ${others.length === 0 ? 'nothing is counted' : others.map(({ exercise, ours }) => `${exercise} ${ours}`).join(', ')}.`,
    `The person measured moves at most ${seen?.trunks.toFixed(1) ?? 0} trunk lengths from one frame to the next${away}; a jump to somebody else would be a long step.`,
  ];
}
