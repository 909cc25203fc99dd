// @ts-check
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createByteReader } from '../../measure/decode.mjs';
import { openLab } from '../../measure/lab.mjs';
import { hashOfSources } from '../../measure/source-hash.mjs';
import { withRenderer } from '../../virtual-patient/page.mjs';

/**
 * @typedef {import('../../../client/src/virtual-patient/file/clip.ts').ClipSpec} ClipSpec
 * @typedef {import('../../../client/src/virtual-patient/file/clip.ts').ClipTruth} ClipTruth
 * @typedef {import('../../../shared/src/measurement/index.ts').LandmarkFrame} LandmarkFrame
 * @typedef {typeof import('../../../client/src/virtual-patient/file/clip.ts')} ClipModule
 * @typedef {typeof import('../../../shared/src/measurement/track.ts')} TrackModule
 * @typedef {{ width: number, height: number, bitsPerPicture: number }} Coding VP8 as a call sends it over a line of that width
 */

/** What decides how a picture of a person looks; how the figure stands and moves is in the truth. */
const LOOKS = ['mesh', 'camera/view.ts', 'studio/figure-material.ts', 'studio/face.ts', 'studio/stage.ts'].map(
  (room) => `client/src/virtual-patient/${room}`,
);
/** What decides which landmarks are found in it. */
const SEES = ['client/src/pose/detector.ts', 'client/src/pose/person.ts', 'client/src/pose/company.ts'];

/**
 * The landmarks of every clip: rendered, then seen by the client's own pose worker. What was seen before is kept, so
 * that a run that was cut short goes on where it was.
 * @template {{ id: string, clip: ClipSpec }} Spec
 * @param {readonly Spec[]} specs
 * @param {object} tools
 * @param {import('../context.mjs').Context} tools.context
 * @param {ClipModule['clipTruth']} tools.clipTruth
 * @param {TrackModule} tools.tracks
 * @param {(seen: { spec: Spec, truth: ClipTruth, frames: LandmarkFrame[] }, done: number) => void} tools.onSeen
 * @param {Coding} [tools.coding] as they arrive over a video call; left out, as a camera gives them
 */
export async function seeClips(specs, { context, clipTruth, tracks, onSeen, coding }) {
  const folder = join(context.cacheFolder, 'tracks');
  await mkdir(folder, { recursive: true });
  const { file, sha256, size } = await context.model();
  const code = await hashOfSources([...LOOKS, ...SEES]);
  let done = 0;
  /** @type {{ spec: Spec, truth: ClipTruth, path: string }[]} */
  const missing = [];
  /** @param {Spec} spec @param {ClipTruth} truth @param {LandmarkFrame[]} frames */
  const tell = (spec, truth, frames) => {
    done += 1;
    onSeen({ spec, truth, frames }, done);
  };
  for (const spec of specs) {
    const truth = clipTruth(spec.clip);
    const key = createHash('sha256')
      .update(JSON.stringify([code, sha256, spec.clip, truth.perFrame, ...(coding ? [coding] : [])]))
      .digest('hex')
      .slice(0, 24);
    const path = join(folder, `${key}.json`);
    const known = await readFile(path, 'utf8').catch(() => null);
    if (known) tell(spec, truth, tracks.framesOf(JSON.parse(known)).frames);
    else missing.push({ spec, truth, path });
  }
  if (missing.length === 0) return;
  await withRenderer(context.browser(), async (page) => {
    const lab = await openLab({ browser: context.browser(), model: { file, sha256 } });
    try {
      let drawn = draw(page, missing[0]?.spec);
      for (const [i, { spec, truth, path }] of missing.entries()) {
        const pictures = await drawn;
        // The next one is drawn while this one is looked at.
        drawn = draw(page, missing[i + 1]?.spec);
        /** @type {LandmarkFrame[]} */
        const frames = [];
        const shown = decode(context.ffmpeg(), pictures, spec.clip, coding);
        await lab.detectAll(shown, (frame) => frames.push(frame));
        frames.sort((a, b) => a.sequence - b.sequence);
        const meta = {
          source: spec.id,
          model: size,
          modelSha256: sha256,
          poseFps: spec.clip.fps,
          durationS: truth.durationMs / 1000,
        };
        const draft = `${path}.${process.pid}`;
        await writeFile(draft, JSON.stringify(tracks.toTrack(frames, meta)));
        await rename(draft, path);
        // As it will be read from the cache: the codec rounds.
        tell(spec, truth, tracks.framesOf(tracks.toTrack(frames, meta)).frames);
      }
    } finally {
      await lab.close();
    }
  });
}

/** JPEG pictures of a clip. @param {import('playwright-core').Page} page @param {{ clip: ClipSpec } | undefined} spec @returns {Promise<Buffer[]>} */
async function draw(page, spec) {
  if (!spec) return [];
  const pictures = await page.evaluate((clipSpec) => {
    const clip = /** @type {any} */ (globalThis).virtualPatientRenderer.openClip(clipSpec);
    const all = clip.frames(0, clip.truth().frames);
    clip.close();
    return all;
  }, spec.clip);
  return pictures.map((/** @type {string} */ picture) => Buffer.from(picture, 'base64'));
}

/** @param {string} ffmpeg @param {readonly Buffer[]} pictures @param {ClipSpec} clip @param {Coding} [coding] */
async function* decode(ffmpeg, pictures, { width, height, fps }, coding) {
  const size = coding ?? { width, height };
  const coded = coding ? await encode(ffmpeg, pictures, fps, coding) : null;
  const from = coded ? ['-i', '-'] : ['-f', 'image2pipe', '-c:v', 'mjpeg', '-i', '-'];
  const args = ['-loglevel', 'error', ...from, '-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'];
  const decoder = spawn(ffmpeg, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  decoder.stdin.end(coded ?? Buffer.concat(pictures));
  const bytes = createByteReader(decoder.stdout);
  let count = 0;
  for (;;) {
    const rgba = await bytes.take(size.width * size.height * 4);
    if (!rgba) break;
    yield { captureMs: (count * 1000) / fps, widthPx: size.width, heightPx: size.height, rgba };
    count += 1;
  }
  if (count !== pictures.length) throw new Error(`${count} of ${pictures.length} pictures were decoded`);
}

/** @param {string} ffmpeg @param {readonly Buffer[]} pictures @param {number} fps @param {Coding} coding */
async function encode(ffmpeg, pictures, fps, { width, height, bitsPerPicture }) {
  const rate = String(bitsPerPicture * fps);
  const input = ['-f', 'image2pipe', '-c:v', 'mjpeg', '-framerate', String(fps), '-i', '-'];
  const live = ['-deadline', 'realtime', '-cpu-used', '6', '-lag-in-frames', '0', '-g', '9999'];
  const limits = ['-b:v', rate, '-maxrate', rate, '-bufsize', rate];
  const output = ['-vf', `scale=${width}:${height}`, '-c:v', 'libvpx', ...live, ...limits, '-f', 'webm', '-'];
  const encoder = spawn(ffmpeg, ['-loglevel', 'error', ...input, ...output], { stdio: ['pipe', 'pipe', 'inherit'] });
  encoder.stdin.end(Buffer.concat(pictures));
  return Buffer.concat(await encoder.stdout.toArray());
}
