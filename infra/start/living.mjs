// @ts-check

/**
 * @typedef {import('node:child_process').ChildProcess} ChildProcess
 */

/** Every process this one has started and that still lives. @type {Set<ChildProcess>} */
const living = new Set();
/** @type {Set<(pids: number[]) => void>} */
const listeners = new Set();

/** Whatever happens to this process, none of its children outlives it (SIGKILL apart, see leftover.mjs). */
process.on('exit', () => {
  for (const child of living) signalGroup(child, 'SIGKILL');
});

/** Counts a process among the living until it ends. @template {ChildProcess} C @param {C} child @returns {C} */
export function remember(child) {
  if (child.pid === undefined) return child;
  living.add(child);
  child.once('exit', () => {
    living.delete(child);
    tell();
  });
  tell();
  return child;
}

/** Calls back with the process ids of the living, now and whenever they change. @param {(pids: number[]) => void} listener */
export function onLiving(listener) {
  listeners.add(listener);
  tell();
  return () => listeners.delete(listener);
}

/** Ends what still lives: asks first, and after `patienceMs` asks no more. @param {number} [patienceMs] */
export async function endLiving(patienceMs = 3_000) {
  const ends = [...living].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  for (const child of living) signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => {
    for (const child of living) signalGroup(child, 'SIGKILL');
  }, patienceMs);
  await Promise.all(ends);
  clearTimeout(timer);
}

/** Signals a child and what it started itself, where it leads a process group. @param {ChildProcess} child @param {NodeJS.Signals} signal */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

function tell() {
  const pids = [...living].map((child) => child.pid ?? 0);
  for (const listener of listeners) listener(pids);
}
