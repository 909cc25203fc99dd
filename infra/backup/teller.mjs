// @ts-check

const TOLD_EVERY_MS = 1_000;

/** Progress on standard error: `say` every line, `tell` at most one a second. */
export function createTeller() {
  const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);
  let toldMs = Date.now();
  return {
    say,
    tell(/** @type {string} */ line) {
      if (Date.now() - toldMs < TOLD_EVERY_MS) return;
      toldMs = Date.now();
      say(line);
    },
  };
}
