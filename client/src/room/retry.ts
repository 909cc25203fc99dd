const FIRST_MS = 400;
const LONGEST_MS = 5_000;

/** Pause before the next try, ms: doubling, with a spread so that a whole clinic does not come back in one instant. `share` 0–1 places it in the spread. */
export function retryAfterMs(attempt: number, share = (performance.now() % 1000) / 1000): number {
  const pause = Math.min(FIRST_MS * 2 ** Math.max(0, attempt - 1), LONGEST_MS);
  return pause * (0.75 + 0.5 * share);
}
