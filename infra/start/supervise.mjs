// @ts-check

/**
 * @typedef {import('./process.mjs').Child} Child
 * @template {Child} C
 * @typedef {{ current: () => C, stop: () => Promise<void> }} Supervised
 */

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
const HEALTHY_MS = 30_000;

/**
 * Keeps a process alive: starts it, and again with growing pauses whenever it ends by itself.
 * @template {Child} C
 * @param {string} name
 * @param {() => Promise<C>} start
 * @param {(line: string) => void} say
 * @returns {Promise<Supervised<C>>}
 */
export async function supervise(name, start, say) {
  let child = await start();
  let stopping = false;
  let failures = 0;
  const watch = async () => {
    while (!stopping) {
      const startedMs = Date.now();
      await child.exited;
      if (stopping) return;
      failures = Date.now() - startedMs > HEALTHY_MS ? 1 : failures + 1;
      say(`${name} ended by itself; starting it again`);
      while (!stopping) {
        await new Promise((resolve) =>
          setTimeout(resolve, Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS)),
        );
        if (stopping) return;
        try {
          child = await start();
          say(`${name} is back`);
          break;
        } catch (error) {
          failures += 1;
          say(`${name} did not start: ${/** @type {Error} */ (error).message}`);
        }
      }
      if (stopping) await child.stop();
    }
  };
  void watch();
  return {
    current: () => child,
    async stop() {
      stopping = true;
      await child.stop();
    },
  };
}
