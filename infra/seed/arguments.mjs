// @ts-check
import { parseArgs } from 'node:util';
import { Trouble } from '../start/trouble.mjs';

export const usage = `Fills the clinic with synthetic people and their visits, through the services.

  npm run seed -- --patients N --years Y [--seed K] [--therapist EMAIL]

  --patients N        how many people, 1 to 500 (50)
  --years Y           how far back their visits go, 0.1 to 20 (2)
  --seed K            a number; the same one makes the same people and visits (1)
  --therapist EMAIL   whose visits they are, where the clinic has several therapists

The installation is the one of DATA_DIR (.data), or of DATABASE_URL, and may run meanwhile. Where no clinic has been set
up, one is made with a therapist, whose password is printed once. Another run adds people of another --seed; those of a
seed that the clinic has already are refused. Every name says "(synthetic)", and every value its provenance.`;

const HELP = 'npm run seed -- --help tells more.';
const MOST_PATIENTS = 500;
const LEAST_YEARS = 0.1;
const MOST_YEARS = 20;

/**
 * @typedef {object} SeedOptions
 * @property {'fill'} kind
 * @property {number} patients
 * @property {number} years
 * @property {number} seed
 * @property {string | null} therapist an email address
 */

/**
 * Reads the command line. Throws a Trouble that says what is wrong with it.
 * @param {readonly string[]} argv
 * @returns {SeedOptions | { kind: 'help' }}
 */
export function parseArguments(argv) {
  const values = read(argv);
  if (values.help) return { kind: 'help' };
  return {
    kind: 'fill',
    patients: numberOf('--patients', values.patients ?? '50', { least: 1, most: MOST_PATIENTS, whole: true }),
    years: numberOf('--years', values.years ?? '2', { least: LEAST_YEARS, most: MOST_YEARS, whole: false }),
    seed: numberOf('--seed', values.seed ?? '1', { least: 0, most: 2 ** 32 - 1, whole: true }),
    therapist: values.therapist ?? null,
  };
}

/** @param {readonly string[]} argv */
function read(argv) {
  const text = /** @type {const} */ ({ type: 'string' });
  const options = { patients: text, years: text, seed: text, therapist: text };
  const help = /** @type {const} */ ({ type: 'boolean', short: 'h' });
  try {
    return parseArgs({ args: [...argv], options: { ...options, help } }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Trouble(`${message.split(/\.\s/)[0]}.`, HELP);
  }
}

/** @param {string} name @param {string} value @param {{ least: number, most: number, whole: boolean }} limits */
function numberOf(name, value, { least, most, whole }) {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  const fits = whole ? Number.isInteger(number) : Number.isFinite(number);
  if (!fits || number < least || number > most) {
    throw new Trouble(`${name} ${value}: must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`, HELP);
  }
  return number;
}
