// @ts-check
import { parseArgs } from 'node:util';
import { MeasureError } from './measure-error.mjs';

export const usage = `Measures a video file as a patient's browser would, and prints one JSON object.

  npm run -s measure -- FILE --protocol ID --side left|right
  npm run -s measure -- FILE --exercise ID [--side left|right]
  npm run -s measure -- --from LANDMARKS.json --protocol ID --side left|right
  npm run -s measure -- --list

  --model lite|full|heavy   the pose model (full)
  --start S, --end S        measure only this part of the file, in seconds
  --live-fps N              look at no more than N pictures a second, like a slow device
  --out LANDMARKS.json      also write the landmark track; with it, protocol and exercise may be left out
  --from LANDMARKS.json     start from a landmark track: no browser, no video
  --list                    the protocols and exercises there are, as JSON

Exit codes: 2 wrong use, 3 the file cannot be measured, 4 something needed is missing or broke.`;

/** The most pictures looked at in a second of video. */
const MOST_FPS = 30;

/**
 * @typedef {object} MeasureOptions
 * @property {'measure'} kind
 * @property {string | null} file the video; null when it starts from a track
 * @property {string | null} from the landmark track
 * @property {string | null} protocol
 * @property {string | null} exercise
 * @property {'left' | 'right' | null} side
 * @property {'lite' | 'full' | 'heavy'} model
 * @property {string | null} out
 * @property {number} fps
 * @property {number} startS
 * @property {number | null} endS
 */

/**
 * Reads the command line. Throws a MeasureError that says what is wrong with it.
 * @param {readonly string[]} argv
 * @returns {MeasureOptions | { kind: 'list' } | { kind: 'help' }}
 */
export function parseArguments(argv) {
  const { values, positionals } = read(argv);
  if (values.help || argv.length === 0) return { kind: 'help' };
  if (values.list) return { kind: 'list' };
  if (positionals.length > 1)
    throw new MeasureError(`one file at a time, not ${positionals.length}: ${positionals.join(', ')}`);
  const file = positionals[0] ?? null;
  const from = values.from ?? null;
  if (file !== null && from !== null) throw new MeasureError('either a video file or --from, not both');
  if (file === null && from === null) throw new MeasureError('no file given (npm run -s measure -- --help tells more)');
  const { protocol = null, exercise = null, out = null } = values;
  if (protocol && exercise) throw new MeasureError('either --protocol or --exercise, not both');
  if (!protocol && !exercise && !out) throw new MeasureError('give --protocol ID or --exercise ID (--list shows them)');
  const side = oneOf('--side', values.side, /** @type {const} */ (['left', 'right']));
  if (protocol && !side) throw new MeasureError('a protocol needs --side left or --side right');
  const startS = secondsOf('--start', values.start) ?? 0;
  const endS = secondsOf('--end', values.end);
  if (endS !== null && endS <= startS) throw new MeasureError(`--end ${endS} is not after --start ${startS}`);
  return {
    kind: 'measure',
    ...{ file, from, protocol, exercise, side, out, startS, endS },
    model: oneOf('--model', values.model, /** @type {const} */ (['lite', 'full', 'heavy'])) ?? 'full',
    fps: rateOf(values['live-fps']),
  };
}

/** @param {readonly string[]} argv */
function read(argv) {
  const text = /** @type {const} */ ({ type: 'string' });
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...{ protocol: text, exercise: text, side: text, model: text, out: text, from: text },
        ...{ 'live-fps': text, start: text, end: text },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new MeasureError(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error));
  }
}

/**
 * @template {string} T
 * @param {string} name
 * @param {string | undefined} value
 * @param {readonly T[]} allowed
 * @returns {T | null}
 */
function oneOf(name, value, allowed) {
  if (value === undefined) return null;
  const found = allowed.find((one) => one === value);
  if (!found) throw new MeasureError(`${name} ${value}: must be ${allowed.join(' or ')}`);
  return found;
}

/** @param {string} name @param {string | undefined} value */
function secondsOf(name, value) {
  if (value === undefined) return null;
  const seconds = numberOf(name, value);
  if (seconds < 0) throw new MeasureError(`${name} ${value}: must be 0 or more seconds`);
  return seconds;
}

/** @param {string | undefined} value */
function rateOf(value) {
  if (value === undefined) return MOST_FPS;
  const fps = numberOf('--live-fps', value);
  if (fps <= 0 || fps > MOST_FPS)
    throw new MeasureError(`--live-fps ${value}: must be above 0 and at most ${MOST_FPS}`);
  return fps;
}

/** @param {string} name @param {string} value */
function numberOf(name, value) {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) throw new MeasureError(`${name} ${value}: not a number`);
  return number;
}
