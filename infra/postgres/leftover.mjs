// @ts-check
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';

const PATIENCE_MS = 10_000;

/**
 * Ends what a killed launcher left running on a cluster: the postmaster (fast shutdown, then by force) and, where it
 * was killed itself, the processes it left. A lock file that names an unrelated process, as after a power cut, is
 * taken away once nobody works in the folder. Only where /proc tells; elsewhere PostgreSQL's own check decides.
 * @param {string} cluster
 */
export async function endLeftovers(cluster) {
  const lock = join(cluster, 'postmaster.pid');
  const postmaster = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0]);
  if (!postmaster || !(await readdir('/proc').catch(() => null))) return;
  const folder = await realpath(cluster);
  const found = await workersIn(folder);
  if (found.includes(postmaster)) send(postmaster, 'SIGINT');
  for (let waitedMs = 0; waitedMs < PATIENCE_MS && (await workersIn(folder)).length > 0; waitedMs += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (const pid of await workersIn(folder)) send(pid, 'SIGKILL');
  while ((await workersIn(folder)).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  await rm(lock, { force: true });
}

/** PostgreSQL's processes whose working folder is the cluster, which theirs always is. @param {string} folder @returns {Promise<number[]>} */
async function workersIn(folder) {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const there = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => null)));
  const candidates = pids.filter((_, i) => there[i] === folder).map(Number);
  const names = await Promise.all(candidates.map((pid) => readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')));
  return candidates.filter((_, i) => names[i]?.startsWith('postgres'));
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
