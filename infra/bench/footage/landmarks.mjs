// @ts-check
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { detectFile } from '../../measure/detect-file.mjs';
import { hashOfSources } from '../../measure/source-hash.mjs';

/** What decides which landmarks are found in a file. */
const DETECTION = ['client/src/pose', 'shared/src/measurement/landmarks.ts', 'infra/measure', 'pnpm-workspace.yaml'];
/** As `npm run measure` looks. */
const MOST_FPS = 30;

/**
 * @typedef {import('../../../shared/src/measurement/index.ts').LandmarkFrame} LandmarkFrame
 * @typedef {{ frames: LandmarkFrame[], durationS: number }} Seen
 */

/**
 * The landmarks of a file as `npm run measure` finds them, kept for as long as file, model and detection are the same.
 * @param {import('../context.mjs').Context} context
 * @param {string} path
 * @param {readonly [number, number] | null} trimS
 * @returns {Promise<Seen>}
 */
export async function landmarksOf(context, path, trimS) {
  const model = await context.model();
  const file = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  const key = createHash('sha256')
    .update(JSON.stringify([file, model.sha256, await hashOfSources(DETECTION), MOST_FPS, trimS]))
    .digest('hex')
    .slice(0, 24);
  const kept = join(context.cacheFolder, 'landmarks', `${key}.json`);
  const known = await readFile(kept, 'utf8').catch(() => null);
  if (known) return JSON.parse(known);
  let toldMs = 0;
  const seen = await detectFile({
    file: path,
    ffmpeg: context.ffmpeg(),
    browser: context.browser(),
    model,
    fps: MOST_FPS,
    startS: trimS?.[0] ?? 0,
    endS: trimS?.[1] ?? null,
    onProgress: (doneS, ofS, count) => {
      if (Date.now() - toldMs < 2_000) return;
      toldMs = Date.now();
      const end = trimS?.[1] ?? ofS;
      context.say(
        `${basename(path)}: ${doneS.toFixed(1)} s${end === null ? '' : ` of ${end.toFixed(1)} s`}, ${count} frames`,
      );
    },
  });
  await mkdir(join(kept, '..'), { recursive: true });
  await writeFile(`${kept}.${process.pid}`, JSON.stringify(seen));
  await rename(`${kept}.${process.pid}`, kept);
  return seen;
}
