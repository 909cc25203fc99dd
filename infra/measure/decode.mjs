// @ts-check
import { spawn } from 'node:child_process';
import { MeasureError } from './measure-error.mjs';

/** A camera is asked for no more than this; larger files are measured at the size a camera would give. */
const LONGEST_SIDE_PX = 1280;
/** A still picture is shown this long, at this rate. */
const STILL_S = 3;
const STILL_FPS = 10;
const PICTURE = /\.(jpe?g|png|webp|bmp|gif|tiff?)$/i;

/**
 * @typedef {object} VideoPicture
 * @property {number} captureMs presentation time in the file
 * @property {number} widthPx
 * @property {number} heightPx
 * @property {Buffer} rgba upright, square pixels
 *
 * @typedef {object} DecodeOptions
 * @property {string} ffmpeg
 * @property {string} file
 * @property {number} fps at most this many pictures a second
 * @property {number} startS
 * @property {number | null} endS null: to the end of the file
 * @property {(durationS: number) => void} [onDuration] told once, if the file says how long it is
 */

/**
 * The pictures of a video file in the order of presentation, each with its own time, none dropped but those above the rate.
 * Throws a MeasureError if the file is not a video.
 * @param {DecodeOptions} options
 * @returns {AsyncGenerator<VideoPicture, void, void>}
 */
export async function* decode(options) {
  const { ffmpeg, file, startS } = options;
  const child = spawn(ffmpeg, ffmpegArguments(options), { stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Promise<number>} */
  const closed = new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new MeasureError(`ffmpeg could not be started: ${error.message}`, 4)));
    child.once('close', (code) => resolve(code ?? 1));
  });
  closed.catch(() => {});
  const log = readLog(child.stderr, options.onDuration);
  let count = 0;
  try {
    const bytes = createByteReader(child.stdout);
    for (;;) {
      const info = await log.next();
      if (!info) break;
      const rgba = await bytes.take(info.widthPx * info.heightPx * 4);
      if (!rgba) break;
      count += 1;
      yield {
        captureMs: roundToMicroseconds((startS + info.timeS) * 1000),
        widthPx: info.widthPx,
        heightPx: info.heightPx,
        rgba,
      };
    }
    const code = await closed;
    if (count === 0 && code === 0) throw new MeasureError(`${file}: no picture between --start and --end`, 3);
    if (count === 0) throw new MeasureError(`${file}: not a video (ffmpeg: ${log.lastLine()})`, 3);
    if (code !== 0) throw new MeasureError(`${file}: broken after ${count} pictures (ffmpeg: ${log.lastLine()})`, 3);
  } finally {
    child.kill('SIGKILL');
  }
}

/** @param {DecodeOptions} options */
function ffmpegArguments({ file, fps, startS, endS }) {
  const still = PICTURE.test(file);
  const slot = (/** @type {string} */ time) => `floor(${time}*${fps}+0.25)`;
  const filters = [
    `select='isnan(prev_selected_t)+gt(${slot('t')},${slot('prev_selected_t')})'`,
    `scale=w='trunc(iw*sar*min(1,${LONGEST_SIDE_PX}/max(iw*sar,ih))+0.5)':h='trunc(ih*min(1,${LONGEST_SIDE_PX}/max(iw*sar,ih))+0.5)':flags=bicubic+accurate_rnd`,
    'setsar=1',
    'format=rgba',
    'showinfo=checksum=0',
  ];
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'info'],
    ...(still ? ['-loop', '1', '-framerate', String(STILL_FPS), '-t', String(STILL_S)] : []),
    ...(startS > 0 ? ['-ss', String(startS)] : []),
    ...(endS === null ? [] : ['-t', String(endS - startS)]),
    ...['-i', file, '-map', '0:V:0', '-an', '-sn', '-dn', '-filter:v', filters.join(','), '-fps_mode', 'passthrough'],
    ...['-f', 'rawvideo', '-pix_fmt', 'rgba', 'pipe:1'],
  ];
}

/** @param {number} ms */
function roundToMicroseconds(ms) {
  return Math.round(ms * 1000) / 1000;
}

/**
 * Reads what ffmpeg says: the length of the file and, for each picture, its time and size.
 * @param {import('node:stream').Readable} stream
 * @param {((durationS: number) => void) | undefined} onDuration
 */
function readLog(stream, onDuration) {
  /** @type {{ timeS: number, widthPx: number, heightPx: number }[]} */
  const infos = [];
  let rest = '';
  let last = '';
  let ended = false;
  let wake = () => {};
  stream.setEncoding('utf8');
  stream.on('data', (/** @type {string} */ text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const picture = /showinfo.* pts_time:(\S+).* s:(\d+)x(\d+)/.exec(line);
      const duration = /^ {2}Duration: (\d+):(\d+):([\d.]+)/.exec(line);
      if (picture) infos.push({ timeS: Number(picture[1]), widthPx: Number(picture[2]), heightPx: Number(picture[3]) });
      else if (duration) onDuration?.(Number(duration[1]) * 3600 + Number(duration[2]) * 60 + Number(duration[3]));
      else if (line.trim() && !line.includes('showinfo')) last = line.trim();
    }
    wake();
  });
  stream.on('close', () => {
    ended = true;
    wake();
  });
  return {
    /** The next picture's time and size, null after the last one. */
    async next() {
      while (infos.length === 0 && !ended)
        await new Promise((resolve) => {
          wake = () => resolve(undefined);
        });
      return infos.shift() ?? null;
    },
    lastLine: () => last,
  };
}

/**
 * Takes exact numbers of bytes from a stream, pausing it in between.
 * @param {import('node:stream').Readable} stream
 */
export function createByteReader(stream) {
  const iterator = stream[Symbol.asyncIterator]();
  /** @type {Buffer} */
  let held = Buffer.alloc(0);
  return {
    /** @param {number} length @returns {Promise<Buffer | null>} null if the stream ends before that */
    async take(length) {
      const whole = Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < length) {
        if (held.length === 0) {
          const { done, value } = await iterator.next();
          if (done) return null;
          held = value;
        }
        const part = held.subarray(0, length - filled);
        part.copy(whole, filled);
        filled += part.length;
        held = held.subarray(part.length);
      }
      return whole;
    },
  };
}
