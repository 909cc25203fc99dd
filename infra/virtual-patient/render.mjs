// @ts-check
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '../browser/find.mjs';
import { findFfmpeg } from '../ffmpeg/find.mjs';
import { clipFolder, codeVersion, withRenderer } from './page.mjs';

/**
 * @typedef {import('../../client/src/virtual-patient/file/clip.ts').ClipSpec} ClipSpec
 * @typedef {import('../../client/src/virtual-patient/file/clip.ts').ClipTruth} ClipTruth
 * @typedef {'mjpeg' | 'mp4' | 'y4m'} Format
 * @typedef {ClipSpec & { format: Format }} ClipRequest
 * @typedef {object} RenderTools
 * @property {string} [browser] path of a Chromium; found if left out
 * @property {string} [ffmpeg] for mp4 and y4m; found if left out
 * @property {(done: number, of: number) => void} [onProgress]
 */

/** Chromium plays an .mjpeg at this rate whatever it was made for. */
const MJPEG_FPS = 30;
const BATCH = 15;

/**
 * Renders a clip of the virtual patient frame by frame, or finds it in the cache, and the truth beside it.
 * An mjpeg repeats frames so that it plays in true time at 30 a second; its truth stays per rendered frame.
 * @param {ClipRequest} request
 * @param {RenderTools} [tools]
 * @returns {Promise<{ path: string, truthPath: string, truth: ClipTruth }>}
 */
export async function renderClip(request, tools = {}) {
  const { format, ...spec } = request;
  if (format === 'mjpeg' && MJPEG_FPS % spec.fps !== 0)
    throw new Error(`An mjpeg clip needs a rate that divides ${MJPEG_FPS}, not ${spec.fps}.`);
  const version = await codeVersion();
  const key = createHash('sha256')
    .update(JSON.stringify([version, format, spec]))
    .digest('hex')
    .slice(0, 20);
  const path = join(clipFolder, `${key}.${format}`);
  const truthPath = join(clipFolder, `${key}.truth.json`);
  if (await exists(path)) {
    const known = await readFile(truthPath, 'utf8').catch(() => null);
    if (known) return { path, truthPath, truth: JSON.parse(known) };
  }
  await mkdir(clipFolder, { recursive: true });
  const partial = join(clipFolder, `${key}.${randomUUID()}.part`);
  try {
    const truth = await renderTo(partial, format, spec, tools);
    await writeFile(`${partial}.json`, JSON.stringify(truth));
    await rename(`${partial}.json`, truthPath);
    await rename(partial, path);
    return { path, truthPath, truth };
  } finally {
    await rm(partial, { force: true });
    await rm(`${partial}.json`, { force: true });
  }
}

/** @param {string} file @param {Format} format @param {ClipSpec} spec @param {RenderTools} tools */
function renderTo(file, format, spec, { browser, ffmpeg, onProgress }) {
  return withRenderer(browser ?? findBrowser(), async (page) => {
    const clip = await page.evaluateHandle(
      (s) => /** @type {any} */ (globalThis).virtualPatientRenderer.openClip(s),
      spec,
    );
    const truth = await clip.evaluate((c) => c.truth());
    const sink = openSink(file, format, spec.fps, ffmpeg);
    for (let from = 0; from < truth.frames; from += BATCH) {
      const to = Math.min(truth.frames, from + BATCH);
      const pictures = await clip.evaluate((c, [a, b]) => c.frames(a, b), /** @type {[number, number]} */ ([from, to]));
      for (const picture of pictures) await sink.write(Buffer.from(picture, 'base64'));
      onProgress?.(to, truth.frames);
    }
    await sink.end();
    return truth;
  });
}

/** Where JPEG pictures go: a file of them one after the other, or ffmpeg. */
/** @param {string} file @param {Format} format @param {number} fps @param {string | undefined} ffmpeg */
function openSink(file, format, fps, ffmpeg) {
  if (format === 'mjpeg') {
    const stream = createWriteStream(file);
    const finished = once(stream, 'finish');
    return {
      /** @param {Buffer} picture */
      async write(picture) {
        for (let i = 0; i < MJPEG_FPS / fps; i++) if (!stream.write(picture)) await once(stream, 'drain');
      },
      async end() {
        stream.end();
        await finished;
      },
    };
  }
  const output =
    format === 'mp4'
      ? ['-c:v', 'libx264', '-crf', '18', '-pix_fmt', 'yuv420p', '-f', 'mp4']
      : ['-pix_fmt', 'yuv420p', '-f', 'yuv4mpegpipe'];
  const encoder = spawn(
    ffmpeg ?? findFfmpeg(),
    [
      '-loglevel',
      'error',
      '-y',
      '-f',
      'image2pipe',
      '-c:v',
      'mjpeg',
      '-framerate',
      String(fps),
      '-i',
      '-',
      ...output,
      file,
    ],
    {
      stdio: ['pipe', 'ignore', 'inherit'],
    },
  );
  const closed = once(encoder, 'close');
  return {
    /** @param {Buffer} picture */
    async write(picture) {
      if (!encoder.stdin.write(picture)) await Promise.race([once(encoder.stdin, 'drain'), closed]);
    },
    async end() {
      encoder.stdin.end();
      const [code] = await closed;
      if (code !== 0) throw new Error(`ffmpeg ended with ${code}.`);
    },
  };
}

/** @param {string} path */
function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
