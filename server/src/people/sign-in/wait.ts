const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** Tries are forgotten after a day without any. */
export const FORGOTTEN_MS = 86_400_000;

/** How long to wait after that many tries, of which some are free: half a minute, then twice as long each time, a quarter of an hour at most. */
export function waitMs(tries: number, free: number): number {
  if (tries < free) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - free));
}
