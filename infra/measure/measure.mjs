// @ts-check
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { installPackages } from '../start/prepare.mjs';
import { plainLine, Trouble } from '../start/trouble.mjs';
import { parseArguments, usage } from './arguments.mjs';
import { MeasureError } from './measure-error.mjs';

const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

async function main() {
  const options = parseArguments(process.argv.slice(2));
  if (options.kind === 'help') return say(usage);
  await installPackages(say);
  const { loadFolds } = await import('./folds.mjs');
  const { assertKnown, fpsOf, listing, report } = await import('./report.mjs');
  const folds = await loadFolds();
  if (options.kind === 'list') return print(listing(folds));
  assertKnown(folds, options);

  const input = options.from ? await fromTrack(folds, options.from, options) : await fromVideo(options);
  if (!input.frames.some((frame) => frame.image)) throw new MeasureError(`no person was found in ${input.file}`, 3);
  if (options.out) {
    const { model, modelSha256, durationS, file, frames } = input;
    const track = folds.toTrack(frames, { source: file, model, modelSha256, poseFps: fpsOf(frames), durationS });
    await writeFile(options.out, JSON.stringify(track)).catch((error) => {
      throw new MeasureError(`${options.out} cannot be written: ${error.message}`, 4);
    });
  }
  print(report(folds, options, input));
}

/** @param {unknown} value */
function print(value) {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** @typedef {Extract<ReturnType<typeof parseArguments>, { kind: 'measure' }>} MeasureOptions */

/** @param {Awaited<ReturnType<typeof import('./folds.mjs').loadFolds>>} folds @param {string} path @param {MeasureOptions} options */
async function fromTrack(folds, path, { startS, endS }) {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new MeasureError(`${path} does not exist or cannot be read`, 3);
  });
  try {
    const { meta, frames } = folds.framesOf(JSON.parse(text));
    const kept = frames.filter(
      ({ captureMs }) => captureMs >= startS * 1000 && captureMs <= (endS ?? Number.POSITIVE_INFINITY) * 1000,
    );
    return {
      file: basename(path),
      durationS: meta.durationS,
      frames: kept,
      model: meta.model,
      modelSha256: meta.modelSha256,
    };
  } catch (error) {
    throw new MeasureError(
      `${path} is not a landmark track: ${/** @type {Error} */ (error).message.split('\n')[0]}`,
      3,
    );
  }
}

/** @param {MeasureOptions} options */
async function fromVideo({ file, fps, startS, endS, model }) {
  const path = file ?? '';
  if (!existsSync(path)) throw new MeasureError(`${path} does not exist`, 3);
  if (!(await stat(path)).isFile()) throw new MeasureError(`${path} is not a file`, 3);
  const { findOrInstallBrowser } = await import('../browser/find.mjs');
  const { findOrInstallFfmpeg } = await import('../ffmpeg/find.mjs');
  const { packPoseModels } = await import('../model/pack.mjs');
  const { detectFile } = await import('./detect-file.mjs');
  const [browser, ffmpeg] = [findOrInstallBrowser(say), findOrInstallFfmpeg(say)];
  const { dir, manifest } = await packPoseModels();
  const packed = manifest.models[model];
  let toldMs = 0;
  const { frames, durationS } = await detectFile({
    file: path,
    ffmpeg,
    browser,
    model: { file: join(dir, packed.file), sha256: packed.sha256 },
    fps,
    startS,
    endS,
    onProgress: (doneS, ofS, count) => {
      if (Date.now() - toldMs < 2_000) return;
      toldMs = Date.now();
      say(`${doneS.toFixed(1)} s${ofS === null ? '' : ` of ${ofS.toFixed(1)} s`}, ${count} frames`);
    },
  });
  return { file: basename(path), durationS, frames, model, modelSha256: packed.sha256 };
}

main().catch((error) => {
  const exitCode = error instanceof MeasureError ? error.exitCode : error instanceof Trouble ? 4 : 1;
  process.stderr.write(`measure: ${plainLine(error)}\n`);
  process.exit(exitCode);
});
