import { expect, test } from 'vitest';
import { aimCells, inMs, printTable } from './table.mjs';

test('columns stand under their headings, numbers to the right', () => {
  const table = {
    headings: ['figure', 'median'],
    rows: [
      ['camera → pose', '48 ms'],
      ['a', '1048 ms'],
    ],
  };
  expect(printTable(table).split('\n')).toEqual([
    'figure          median',
    'camera → pose    48 ms',
    'a              1048 ms',
  ]);
});

test.each([
  [300, { atMost: 300 }, '≤ 300 ms', 'met'],
  [300.4, { atMost: 300 }, '≤ 300 ms', 'not met'],
  [50, { below: 50 }, '< 50 ms', 'not met'],
  [0, { below: 50 }, '< 50 ms', 'met'],
  [0.95, { atLeast: 0.95 }, '≥ 0.95 ms', 'met'],
  [Number.NaN, { atMost: 300 }, '≤ 300 ms', 'not met'],
])('%d against %j', (figure, aim, words, verdict) => {
  expect(aimCells(figure, aim, ' ms')).toEqual([words, verdict]);
});

test('a time that was not measured is no zero', () => {
  expect(inMs(Number.NaN)).toBe('none');
});
