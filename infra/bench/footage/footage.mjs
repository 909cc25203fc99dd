// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadFolds } from '../../measure/folds.mjs';
import { findingsOf } from './findings.mjs';
import { parseLabels } from './labels.mjs';
import { landmarksOf } from './landmarks.mjs';
import { countedExercise, falselyCounted, readStill } from './look-at.mjs';

/** @type {import('../parts.mjs').Part} */
export const part = {
  title: 'real footage, measured as a patient is, against what was counted by eye',
  async run(context) {
    const { mediaFolder, say } = context;
    const text = mediaFolder && (await readFile(join(mediaFolder, 'labels.json'), 'utf8').catch(() => null));
    if (!mediaFolder || !text)
      return { tables: [], notes: ['There is no footage: ../shared/media/labels.json is not here.'], figures: {} };
    const folds = await loadFolds();
    const looks = [];
    for (const label of parseLabels(text)) {
      say(label.file);
      const seen = await landmarksOf(context, join(mediaFolder, label.file), label.trimS);
      const { exercise } = label;
      if (exercise !== null) looks.push(countedExercise(folds, { ...label, exercise }, seen));
      else if (label.repetitions !== null) looks.push(await falselyCounted(folds, label, seen));
      else looks.push(readStill(folds, label, seen));
    }
    return findingsOf(looks);
  },
};
