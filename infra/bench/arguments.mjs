// @ts-check
import { Trouble } from '../start/trouble.mjs';

/** How long the endurance part lasts where nobody says otherwise, minutes. */
const USUAL_MINUTES = 10;

/**
 * Reads the command line: names of parts, none for all of them, and `--minutes N` for the endurance part. Throws a
 * Trouble for anything else.
 * @param {readonly string[]} argv
 * @param {readonly string[]} known the names of the parts there are
 * @returns {{ kind: 'help' } | { kind: 'run', names: string[], minutes: number }} names in the order of `known`, each once
 */
export function parseArguments(argv, known) {
  if (argv.some((arg) => arg === '--help' || arg === '-h')) return { kind: 'help' };
  const at = argv.indexOf('--minutes');
  const minutes = at < 0 ? USUAL_MINUTES : Number(argv[at + 1]);
  if (!(minutes >= 1 && minutes <= 120))
    throw new Trouble('--minutes needs a number from 1 to 120.', 'There is --help.');
  const asked = at < 0 ? argv : argv.toSpliced(at, 2);
  const option = asked.find((arg) => arg.startsWith('-'));
  if (option) throw new Trouble(`"${option}" is not an option.`, 'There is --help.');
  const unknown = asked.find((arg) => !known.includes(arg));
  if (unknown !== undefined) throw new Trouble(`"${unknown}" is not a part of the bench.`, `There are ${list(known)}.`);
  const names = asked.length === 0 ? [...known] : known.filter((name) => asked.includes(name));
  return { kind: 'run', names, minutes };
}

/** @param {readonly string[]} names */
function list(names) {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
