import { expect, test } from 'vitest';
import { clockText } from './clock-text.ts';

test.each([
  [0, '0:00'],
  [65_900, '1:05'],
  [3_600_000, '1:00:00'],
  [4_085_000, '1:08:05'],
  [-20, '0:00'],
])('%i ms reads %s', (ms, text) => {
  expect(clockText(ms)).toBe(text);
});
