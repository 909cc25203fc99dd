import { expect, test } from 'vitest';
import { parseArguments } from './arguments.mjs';

const KNOWN = ['speed', 'latency', 'footage'];

test('runs every part when none is named', () => {
  expect(parseArguments([], KNOWN)).toEqual({ kind: 'run', names: KNOWN });
});

test('runs the parts that are named, once each, in the order of the bench', () => {
  expect(parseArguments(['footage', 'speed', 'speed'], KNOWN)).toEqual({ kind: 'run', names: ['speed', 'footage'] });
});

test('tells how it is used', () => {
  expect(parseArguments(['speed', '--help'], KNOWN)).toEqual({ kind: 'help' });
});

test.each([
  [['sped'], '"sped" is not a part of the bench. There are speed, latency and footage.'],
  [['--fast'], '"--fast" is not an option. There is --help.'],
  [[''], '"" is not a part of the bench. There are speed, latency and footage.'],
])('%j is refused in one clear line', (argv, line) => {
  expect(() => parseArguments(argv, KNOWN)).toThrow(line);
});
