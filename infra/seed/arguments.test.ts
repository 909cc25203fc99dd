import { expect, test } from 'vitest';
import { parseArguments } from './arguments.mjs';

test('without options it is fifty people over two years, always the same ones', () => {
  expect(parseArguments([])).toEqual({ kind: 'fill', patients: 50, years: 2, seed: 1, therapist: null });
});

test('every option is read', () => {
  const argv = ['--patients', '3', '--years=0.5', '--seed', '7', '--therapist', 'tom@clinic.test'];
  expect(parseArguments(argv)).toEqual({
    kind: 'fill',
    patients: 3,
    years: 0.5,
    seed: 7,
    therapist: 'tom@clinic.test',
  });
});

test.each([['--help'], ['-h'], ['--patients=3 -h']])('%s asks for help', (line) => {
  expect(parseArguments(line.split(' '))).toEqual({ kind: 'help' });
});

test.each([
  ['--patients 0', '--patients 0: must be a whole number from 1 to 500.'],
  ['--patients 2.5', '--patients 2.5: must be a whole number'],
  ['--patients many', '--patients many: must be a whole number'],
  ['--patients 501', '--patients 501: must be a whole number'],
  ['--years 0', '--years 0: must be a number from 0.1 to 20.'],
  ['--years=', '--years : must be a number'],
  ['--years forever', '--years forever: must be a number'],
  ['--seed -1', '--seed'],
  ['--patient 5', "Unknown option '--patient'"],
  ['50 2', '50'],
])('"%s" is refused in one line that names it', (line, words) => {
  expect(() => parseArguments(line.split(' '))).toThrow(words);
  expect(() => parseArguments(line.split(' '))).toThrow(/^[^\n]+ npm run seed -- --help tells more\.$/);
});
