// @ts-check
import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { remember, signalGroup } from './living.mjs';
import { openLog } from './log-file.mjs';
import { Trouble } from './trouble.mjs';

/**
 * @typedef {object} Child A process of ours.
 * @property {number} pid
 * @property {string} log the file its output goes to
 * @property {Promise<number | null>} exited its exit code, null after a signal
 * @property {(patienceMs?: number) => Promise<void>} stop asks it to end, and ends it when it does not
 * @property {() => void} kill ends it at once
 *
 * @typedef {object} StartOptions
 * @property {string} log
 * @property {RegExp | (() => Promise<boolean>)} [ready] a line it prints, or a question that is asked until it is true
 * @property {number} [readyWithinMs]
 * @property {NodeJS.Signals} [signal] how it is asked to end
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {string} [cwd]
 * @property {(line: string) => void} [onLine]
 */

/** LiveKit misses a signal that comes in its first moments; one more ends it. */
const ASK_AGAIN_MS = 1_500;
/** The last output is what remains of a child's pipes after its end is known: not waited for longer than this. */
const LAST_WORDS_MS = 300;

/**
 * Starts a program whose output goes to a log file, and waits until it says it is ready.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {StartOptions} options
 * @returns {Promise<Child>}
 */
export async function startProcess(program, args, options) {
  const { log, ready, readyWithinMs = 60_000, signal = 'SIGTERM', onLine } = options;
  const file = await openLog(log);
  const child = launch(program, args, options);
  const output = createTail(child, onLine);
  for (const stream of [child.stdout, child.stderr]) stream.pipe(file, { end: false });
  const exited = endOf(child).finally(() => file.end());
  const stop = async (patienceMs = 8_000) => {
    if (isRunning(child)) child.kill(signal);
    const again = setInterval(() => child.kill(signal), ASK_AGAIN_MS);
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs);
    await exited.finally(() => {
      clearInterval(again);
      clearTimeout(timer);
    });
  };
  if (ready) {
    const ended = exited.then((code) => {
      throw new Error(
        `${program} ended (${code ?? 'signal'}) before it was ready: ${output.lastLines()} (log: ${log})`,
      );
    });
    await inTime(Promise.race([output.until(ready), ended]), readyWithinMs, `${program} (log: ${log})`)
      .finally(output.forget)
      .catch(async (error) => {
        await stop(1_000);
        throw error;
      });
  }
  return { pid: child.pid ?? -1, log, exited, stop, kill: () => signalGroup(child, 'SIGKILL') };
}

/**
 * Runs a program to its end; resolves with its output, rejects with its last lines (and all `output` beside them).
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, log?: string }} [options]
 * @returns {Promise<string>}
 */
export async function run(program, args, options = {}) {
  const file = options.log ? await openLog(options.log) : null;
  const child = launch(program, args, options);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      file?.write(chunk);
    });
  }
  const code = await endOf(child).finally(() => file?.end());
  if (code === 0) return output;
  throw Object.assign(new Error(`${nameOf(program, args)} failed (${code ?? 'signal'}): ${lastLines(output)}`), {
    output,
  });
}

/** @param {string} program @param {readonly string[]} args @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number }} options */
function launch(program, args, { cwd, env, uid, gid }) {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: env ?? process.env,
    // A group of its own: Ctrl-C reaches the launcher alone, which then stops its children in order.
    detached: process.platform !== 'win32',
    ...(cwd === undefined ? {} : { cwd }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  return remember(child);
}

/** @param {import('node:child_process').ChildProcess} child */
function isRunning(child) {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Rejects where the program cannot be started. @param {import('node:child_process').ChildProcess} child @returns {Promise<number | null>} */
function endOf(child) {
  const ended = /** @type {Promise<number | null>} */ (
    new Promise((resolve, reject) => {
      child.once('error', (error) => reject(startTrouble(error)));
      child.once('close', () => resolve(child.exitCode));
      child.once('exit', () => setTimeout(() => resolve(child.exitCode), LAST_WORDS_MS));
    })
  );
  ended.catch(() => {}); // whoever waits for it hears of it
  return ended;
}

/** @param {Error} error */
function startTrouble(error) {
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code !== 'ENOENT') return error;
  return new Trouble(`${path} is missing on this machine.`, 'Install it, or put it on the PATH.');
}

/** Follows a child's output. @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child @param {(line: string) => void} [onLine] */
function createTail(child, onLine) {
  let tail = '';
  let heard = () => {};
  let asking = true;
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      tail = (tail + text).slice(-4_000);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
      heard();
    });
  }
  return {
    lastLines: () => lastLines(tail),
    /** @param {RegExp | (() => Promise<boolean>)} ready @returns {Promise<void>} */
    async until(ready) {
      if (ready instanceof RegExp) {
        return new Promise((resolve) => {
          heard = () => ready.test(tail) && resolve();
          heard();
        });
      }
      while (asking && !(await ready().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 100));
    },
    forget() {
      asking = false;
      heard = () => {};
    },
  };
}

/** @template T @param {Promise<T>} promise @param {number} limitMs @param {string} what @returns {Promise<T>} */
async function inTime(promise, limitMs, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} was not ready after ${limitMs / 1000} s.`)), limitMs);
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, late])).finally(() => clearTimeout(timer));
}

/** A command as a person would name it: scripts of Node's by their own name. @param {string} program @param {readonly string[]} args */
function nameOf(program, args) {
  const words = program === process.execPath ? args : [program, ...args];
  return words
    .slice(0, 3)
    .map((word) => basename(word))
    .join(' ');
}

/** @param {string} text */
function lastLines(text) {
  return text.trim().split('\n').slice(-3).join(' / ');
}
