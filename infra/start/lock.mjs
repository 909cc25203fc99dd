// @ts-check
import { rmSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf } from './identity.mjs';
import { onLiving } from './living.mjs';
import { Trouble } from './trouble.mjs';

/**
 * @typedef {{ pid: number, identity: string | null }} Known
 * @typedef {{ launcher: Known, children: Known[] }} Record
 */

/**
 * Takes the data folder for this launcher: two on one folder would fight over the database. What a launcher that was
 * killed left running is ended first. Returns the release.
 * @param {string} dataDir
 * @param {(line: string) => void} [say]
 */
export async function takeFolder(dataDir, say = () => {}) {
  const file = join(dataDir, 'launcher.json');
  await mkdir(dataDir, { recursive: true });
  const launcher = known(process.pid);
  while (!createNew(file, { launcher, children: [] })) {
    const found = await readRecord(file);
    if (found && isSame(found.launcher)) {
      throw new Trouble(
        `Plumbline runs from this folder already (process ${found.launcher.pid}).`,
        `Use that one, or stop it first with Ctrl-C in its window (or: kill ${found.launcher.pid}).`,
      );
    }
    for (const child of found?.children ?? []) await endLeftover(child, say);
    await rm(file, { force: true });
  }
  const forget = onLiving((pids) => {
    try {
      writeFileSync(file, JSON.stringify({ launcher, children: pids.map(known) }));
    } catch {
      // A full disk: the next start then finds leftovers by their port instead.
    }
  });
  return /** Gives the folder free. */ () => {
    forget();
    rmSync(file, { force: true });
  };
}

/** The process id of the launcher that runs from this data folder now; null where none does. @param {string} dataDir @returns {Promise<number | null>} */
export async function findLauncher(dataDir) {
  const found = await readRecord(join(dataDir, 'launcher.json'));
  return found && isSame(found.launcher) ? found.launcher.pid : null;
}

/** @param {string} file @param {Record} record */
function createNew(file, record) {
  try {
    writeFileSync(file, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file @returns {Promise<Record | null>} */
async function readRecord(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {Known} child @param {(line: string) => void} say */
async function endLeftover(child, say) {
  if (!isSame(child)) return;
  say(`ending process ${child.pid}, left over from an earlier start`);
  send(child.pid, 'SIGINT');
  for (let waitedMs = 0; waitedMs < 5_000 && isSame(child); waitedMs += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (isSame(child)) send(-child.pid, 'SIGKILL');
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

/** @param {number} pid @returns {Known} */
function known(pid) {
  return { pid, identity: identityOf(pid) };
}

/** @param {Known} process */
function isSame({ pid, identity }) {
  return identity !== null && identityOf(pid) === identity;
}
