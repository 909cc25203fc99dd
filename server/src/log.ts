import { type DestinationStream, pino } from 'pino';

export type Log = ReturnType<typeof createLog>;

/** Errors of the database carry rows and parameters, so only these fields are ever written. */
const ERROR_FIELDS = ['name', 'code', 'constraint', 'table', 'routine', 'severity'] as const;

/** What of an error may stand in a log: its kind and where it came from, no values. */
export function describeError(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null) return { type: typeof error };
  const told = ERROR_FIELDS.filter((field) => field in error).map((field) => [field, (error as never)[field]]);
  const stack =
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .slice(1, 8)
          .map((line) => line.trim())
      : undefined;
  return { type: error.constructor?.name, ...Object.fromEntries(told), stack };
}

/** The server's log: JSON lines, on standard output unless told otherwise, without health data. */
export function createLog(level: string, to?: DestinationStream) {
  const options = { level, base: null, serializers: { err: describeError, error: describeError } };
  return to ? pino(options, to) : pino(options);
}

/** A URL for the log: queries hold tokens (LiveKit's signalling does), so they are cut. */
export function withoutQuery(url: string): string {
  return url.split(/[?#]/)[0] ?? '';
}
