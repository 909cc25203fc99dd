import type { ApiProblem } from '../http/index.ts';

const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/** Pause before the next try, ms, after that many failures in a row. */
export function retryAfterMs(failures: number): number {
  return Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), LONGEST_MS);
}

const PASSING = [0, 408, 425, 429];

/** Whether asking again cannot help: the server understood and refused. */
export function isFinal({ status }: ApiProblem): boolean {
  return !PASSING.includes(status) && status < 500;
}
