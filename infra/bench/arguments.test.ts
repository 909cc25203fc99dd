import { expect, test } from 'vitest';
import { parseArguments } from './arguments.mjs';

const KNOWN = ['speed', 'latency', 'footage'];

test('runs every part when none is named', () => {
  expect(parseArguments([], KNOWN)).toEqual({ kind: 'run', names: KNOWN, minutes: 10 });
});

test('runs the parts that are named, once each, in the order of the bench', () => {
  expect(parseArguments(['footage', 'speed', 'speed'], KNOWN)).toEqual({
    kind: 'run',
    names: ['speed', 'footage'],
    minutes: 10,
  });
});

test('runs as many minutes as are asked for', () => {
  expect(parseArguments(['speed', '--minutes', '2'], KNOWN)).toEqual({ kind: 'run', names: ['speed'], minutes: 2 });
});

test('tells how it is used', () => {
  expect(parseArguments(['speed', '--help'], KNOWN)).toEqual({ kind: 'help' });
});

test.each([
  [['sped'], '"sped" is not a part of the bench. There are speed, latency and footage.'],
  [['--fast'], '"--fast" is not an option. There is --help.'],
  [['--minutes', 'two'], '--minutes needs a number from 1 to 120.'],
  [['--minutes'], '--minutes needs a number from 1 to 120.'],
  [[''], '"" is not a part of the bench. There are speed, latency and footage.'],
])('%j is refused in one clear line', (argv, line) => {
  expect(() => parseArguments(argv, KNOWN)).toThrow(line);
});
