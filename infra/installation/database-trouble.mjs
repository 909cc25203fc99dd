// @ts-check
import { Trouble } from '../start/trouble.mjs';

/** PostgreSQL's and Node's codes, with what the person at the keyboard can do. */
const WAYS_OUT = [
  {
    codes: ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'ECONNRESET', '57P03'],
    what: 'The database does not answer.',
    wayOut: 'Is it running, and is DATABASE_URL the one that the server has?',
  },
  {
    codes: ['28P01', '28000', '3D000'],
    what: 'The database does not let us in.',
    wayOut: 'Set DATABASE_URL as the server has it.',
  },
  {
    // No such table, no such column.
    codes: ['42P01', '42703'],
    what: 'The tables are not those of this version.',
    wayOut: 'Start Plumbline (again) with npm start, which brings them up to date, then try again.',
  },
];

/** The Trouble behind an error of the database's, else the error itself. @param {unknown} error @returns {unknown} */
export function troubleWithDatabase(error) {
  const { code } = /** @type {{ code?: unknown }} */ (error);
  const known = WAYS_OUT.find(({ codes }) => codes.includes(String(code)));
  return known ? new Trouble(known.what, known.wayOut) : error;
}
