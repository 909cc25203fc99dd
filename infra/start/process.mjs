// @ts-check
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';

/**
 * @typedef {object} Child A process of ours.
 * @property {number} pid
 * @property {Promise<number | null>} exited its exit code, null after a signal
 * @property {(patienceMs?: number) => Promise<void>} stop asks it to end, and ends it when it does not
 * @property {() => void} kill ends it at once
 */

/**
 * Starts a program whose output goes to a log file, and waits until it says it is ready.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ log: string, ready?: RegExp | (() => Promise<boolean>), readyWithinMs?: number, signal?: NodeJS.Signals,
 *   env?: NodeJS.ProcessEnv, uid?: number, gid?: number, cwd?: string, onLine?: (line: string) => void }} options
 * @returns {Promise<Child>}
 */
export async function startProcess(program, args, options) {
  const { log, ready, readyWithinMs = 60_000, signal = 'SIGTERM', env, uid, gid, cwd, onLine } = options;
  await mkdir(dirname(log), { recursive: true });
  const file = createWriteStream(log, { flags: 'a', mode: 0o600 });
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: env ?? process.env,
    // A group of its own: Ctrl-C reaches the launcher alone, which then stops its children in order.
    detached: process.platform !== 'win32',
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    ...(cwd === undefined ? {} : { cwd }),
  });
  let tail = '';
  let heard = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.pipe(file, { end: false });
    let rest = '';
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      tail = (tail + text).slice(-4000);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
      heard();
    });
  }
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => {
    child.once('close', (code) => {
      file.end();
      resolve(code);
    });
    child.once('error', () => resolve(-1));
  });
  const running = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  const stop = async (patienceMs = 8_000) => {
    if (!running()) return;
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await exited;
    clearTimeout(timer);
  };
  /** @param {Promise<unknown>} sign */
  const first = async (sign) => {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`${program} was not ready after ${readyWithinMs / 1000} s.`)),
        readyWithinMs,
      );
    });
    const ended = exited.then((code) => {
      throw new Error(`${program} ended (${code ?? 'signal'}) before it was ready: ${lastLines(tail)}`);
    });
    try {
      await Promise.race([sign, ended, late]);
    } catch (error) {
      await stop(1_000);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
  if (ready instanceof RegExp) {
    await first(
      new Promise((resolve) => {
        heard = () => {
          if (ready.test(tail)) resolve(undefined);
        };
      }),
    );
  } else if (ready) {
    let asking = true;
    await first(untilTrue(ready, () => asking)).finally(() => {
      asking = false;
    });
  }
  return { pid: child.pid ?? -1, exited, stop, kill: () => void child.kill('SIGKILL') };
}

/** @param {() => Promise<boolean>} ask @param {() => boolean} stillWanted */
async function untilTrue(ask, stillWanted) {
  while (stillWanted() && !(await ask().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** @param {string} text */
function lastLines(text) {
  return text.trim().split('\n').slice(-3).join(' / ');
}

/** A TCP port on the loopback address that nobody listens on now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Runs a program to its end; resolves with its output, rejects with its last lines. @param {string} program @param {readonly string[]} args @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, log?: string }} [options] @returns {Promise<string>} */
export function run(program, args, { cwd, env, uid, gid, log } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: env ?? process.env,
      ...(cwd === undefined ? {} : { cwd }),
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    let output = '';
    const file = log ? createWriteStream(log, { flags: 'a', mode: 0o600 }) : null;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        file?.write(chunk);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      file?.end();
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ${args[0] ?? ''} failed (${code}): ${lastLines(output)}`));
    });
  });
}
