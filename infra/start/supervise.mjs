// @ts-check
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {import('./process.mjs').Child} Child */

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
const HEALTHY_MS = 30_000;
/** How long a stop waits for a start that is under way. */
const PATIENCE_MS = 2_000;

/** The pause before the next start, after so many failures in a row. @param {number} failures */
export function pauseMs(failures) {
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
}

/**
 * Keeps a process alive: starts it, and again with growing pauses whenever it ends by itself. Rejects if the first
 * start fails.
 * @template {Child} C
 * @param {string} name
 * @param {() => Promise<C>} start
 * @param {(line: string) => void} say
 * @returns {Promise<{ current: () => C, stop: () => Promise<void> }>}
 */
export async function supervise(name, start, say) {
  let child = await start();
  const over = new AbortController();

  /** @param {number} failures so far, in a row @returns {Promise<number>} failures by the time it runs again */
  async function startAgain(failures) {
    await wait(pauseMs(failures), undefined, { signal: over.signal });
    try {
      child = await start();
      say(`${name} is back`);
      return failures;
    } catch (error) {
      say(`${name} did not start: ${/** @type {Error} */ (error).message}`);
      return startAgain(failures + 1);
    }
  }

  async function watch() {
    let failures = 0;
    while (!over.signal.aborted) {
      const startedMs = Date.now();
      const code = await child.exited;
      if (over.signal.aborted) return;
      failures = Date.now() - startedMs > HEALTHY_MS ? 1 : failures + 1;
      say(`${name} ended by itself (${code ?? 'signal'}; its log is ${child.log}); starting it again`);
      failures = await startAgain(failures);
    }
    await child.stop(); // it came back while it was to stop
  }
  const watching = watch().catch(() => {}); // the pause was cut short by the stop

  return {
    current: () => child,
    async stop() {
      over.abort();
      await child.stop();
      await Promise.race([watching, wait(PATIENCE_MS, undefined, { ref: false })]);
    },
  };
}
