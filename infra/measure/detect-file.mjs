// @ts-check
import { decode } from './decode.mjs';
import { openLab } from './lab.mjs';

/** @typedef {import('../../shared/src/measurement/index.ts').LandmarkFrame} LandmarkFrame */

/**
 * The landmarks of every picture of a video file, found by the client's own pose worker in a headless browser.
 * @param {object} options
 * @param {string} options.file
 * @param {string} options.ffmpeg path of the program
 * @param {string} options.browser path of the program
 * @param {{ file: string, sha256: string }} options.model
 * @param {number} options.fps at most this many pictures a second are looked at
 * @param {number} options.startS
 * @param {number | null} options.endS
 * @param {(doneS: number, durationS: number | null, frames: number) => void} options.onProgress
 * @returns {Promise<{ frames: LandmarkFrame[], durationS: number }>}
 */
export async function detectFile({ file, ffmpeg, browser, model, fps, startS, endS, onProgress }) {
  /** @type {LandmarkFrame[]} */
  const frames = [];
  /** @type {number | null} */
  let fileS = null;
  /** @type {unknown} */
  let decodeError = null;
  const pictures = decode({
    ffmpeg,
    file,
    fps,
    startS,
    endS,
    onDuration: (seconds) => {
      fileS = seconds;
    },
  });
  const watched = (async function* () {
    try {
      yield* pictures;
    } catch (error) {
      decodeError = error;
      throw error;
    }
  })();
  // The first picture is asked for before the browser: a file that is no video is refused at once.
  const first = await watched.next();
  const lab = await openLab({ browser, model });
  try {
    await lab.detectAll(resume(first, watched), (frame) => {
      frames.push(frame);
      onProgress(frame.captureMs / 1000, fileS, frames.length);
    });
  } catch (error) {
    throw decodeError ?? error;
  } finally {
    await watched.return();
    await lab.close();
  }
  frames.sort((a, b) => a.sequence - b.sequence);
  const lastS = (frames.at(-1)?.captureMs ?? 0) / 1000;
  return {
    frames,
    durationS: round(
      Math.min(endS ?? Number.POSITIVE_INFINITY, fileS === null ? lastS : Math.max(fileS, lastS)) - startS,
    ),
  };
}

/** @param {number} seconds */
function round(seconds) {
  return Math.round(seconds * 1000) / 1000;
}

/**
 * @template T
 * @param {IteratorResult<T, void>} first
 * @param {AsyncGenerator<T, void, void>} rest
 */
async function* resume(first, rest) {
  if (!first.done) yield first.value;
  yield* rest;
}
