// @ts-check
import { spawn } from 'node:child_process';
import { rootFolder } from '../start/folders.mjs';
import { remember, signalGroup } from '../start/living.mjs';

/**
 * Runs a program in the checkout with its output shown, and ends it with all it started when it takes too long.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {number} limitMs
 * @returns {Promise<number | null>} its exit code, null if it was ended
 */
export function show(program, args, limitMs) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: rootFolder,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    });
    remember(child);
    const timer = setTimeout(() => {
      console.error(`\nThis took longer than ${Math.round(limitMs / 60_000)} minutes and is ended.`);
      signalGroup(child, 'SIGKILL');
    }, limitMs);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}
