import { expect, test } from 'vitest';
import { formatTempo, isTempo } from './tempo.ts';

test.each([
  [[3.2, 0.9, 2.6, 0] as const, '3-1-3-0'],
  [[0.4, 0, 1.5, 0.49] as const, '0-0-2-0'],
])('%o reads %s', (tempo, text) => {
  expect(formatTempo(tempo)).toBe(text);
});

test.each([
  ['3-1-3-0', true],
  ['3-1-3', false],
  ['slow', false],
  ['', false],
])('%o is a tempo: %o', (text, is) => {
  expect(isTempo(text)).toBe(is);
});
