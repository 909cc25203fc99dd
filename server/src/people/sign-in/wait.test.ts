import { expect, test } from 'vitest';
import { waitMs } from './wait.ts';

test.each([
  [0, 0],
  [4, 0],
  [5, 30_000],
  [6, 60_000],
  [9, 480_000],
  [10, 900_000],
  [5_000, 900_000],
])('after %i tries the next one waits %i ms', (tries, ms) => expect(waitMs(tries, 5)).toBe(ms));
