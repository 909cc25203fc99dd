// @ts-check
import { Trouble } from '../start/trouble.mjs';

/**
 * Reads the command line: names of parts, none for all of them. Throws a Trouble for anything else.
 * @param {readonly string[]} argv
 * @param {readonly string[]} known the names of the parts there are
 * @returns {{ kind: 'help' } | { kind: 'run', names: string[] }} names in the order of `known`, each once
 */
export function parseArguments(argv, known) {
  if (argv.some((arg) => arg === '--help' || arg === '-h')) return { kind: 'help' };
  const option = argv.find((arg) => arg.startsWith('-'));
  if (option) throw new Trouble(`"${option}" is not an option.`, 'There is --help.');
  const unknown = argv.find((arg) => !known.includes(arg));
  if (unknown !== undefined) throw new Trouble(`"${unknown}" is not a part of the bench.`, `There are ${list(known)}.`);
  return { kind: 'run', names: argv.length === 0 ? [...known] : known.filter((name) => argv.includes(name)) };
}

/** @param {readonly string[]} names */
function list(names) {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
