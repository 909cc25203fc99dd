// @ts-check
import { buildLab } from './lab-build.mjs';
import { serveLab } from './lab-server.mjs';
import { MeasureError } from './measure-error.mjs';

/**
 * @typedef {import('../../shared/src/measurement/index.ts').LandmarkFrame} LandmarkFrame
 * @typedef {{ file: string, sha256: string }} ModelFile
 * @typedef {AsyncIterable<import('./decode.mjs').VideoPicture>} Pictures
 */

/**
 * Opens the page that runs the client's pose worker, in a headless browser of its own. The caller closes it.
 * @param {{ browser: string, model: ModelFile, flags?: readonly string[] }} options
 */
export async function openLab({ browser, model, flags = [] }) {
  const [{ folder, wasmPath }, { chromium }] = await Promise.all([buildLab(), import('playwright-core')]);
  const server = await serveLab({ folder, modelFile: model.file });
  const program = await chromium.launch({ executablePath: browser, args: [...ownFlags(), ...flags] }).catch((error) => {
    server.close();
    throw new MeasureError(`the browser ${browser} did not start: ${String(error.message).split('\n')[0]}`, 4);
  });
  const page = await program.newPage();
  /** @type {(frame: LandmarkFrame) => void} */
  let onFrame = () => {};
  await page.exposeFunction('labFrame', (/** @type {LandmarkFrame} */ frame) => onFrame(frame));
  await page.goto(`${server.origin}/`);
  const assets = {
    wasmBase: `${server.origin}/${wasmPath}`,
    modelUrl: server.origin + server.modelPath,
    modelSha256: model.sha256,
  };
  /** @param {string} name @param {readonly unknown[]} args */
  const call = (name, args) =>
    page.evaluate(
      ([method, given]) => /** @type {any} */ (globalThis).poseLab[method](...given),
      /** @type {const} */ ([name, args]),
    );
  return {
    /**
     * Hands every picture to the pose worker, one after the other.
     * @param {Pictures} pictures
     * @param {(frame: LandmarkFrame) => void} listener
     */
    async detectAll(pictures, listener) {
      onFrame = listener;
      await call('detectAll', [assets, server.offer(pictures)]);
    },
    /**
     * @param {Pictures} pictures
     * @param {number} rounds
     * @returns {Promise<import('../../client/src/pose/lab/compare-loops.ts').LoopTimes>}
     */
    compareLoops: (pictures, rounds) => call('compareLoops', [assets, server.offer(pictures), rounds]),
    /**
     * @param {'lite' | 'full' | 'heavy'} size
     * @param {number} seconds
     * @param {number} maxFps
     * @returns {Promise<import('../../client/src/pose/lab/watch-camera.ts').CameraReport>}
     */
    watchCamera: (size, seconds, maxFps) => call('watchCamera', [assets, size, seconds, maxFps]),
    async close() {
      await program.close();
      server.close();
    },
  };
}

/** Without a GPU on purpose: the same file shall give the same numbers on every machine. */
function ownFlags() {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...[
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
    ...['--disable-sync', '--disable-dev-shm-usage'],
  ];
}
