import { randomUUID } from 'node:crypto';
import type { Problem } from '@plumbline/shared/http';
import type { z } from 'zod';
import type { Log } from '../log.ts';
import { ProblemError } from '../problem.ts';

/** Parses one part of a request; throws a problem that names the first wrong field. */
export function parsePart<S extends z.ZodType>(
  schema: S,
  value: unknown,
  part: 'params' | 'query' | 'body',
): z.infer<S> {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [part, ...(issue?.path ?? []), ...(unknownKey ? [unknownKey] : [])].map(String).join('.');
  throw new ProblemError(400, unknownKey ? 'unknown-field' : 'invalid', path.slice(0, 200));
}

/** What a caller hears of an error: our own codes; anything else is `internal` with a number that stands in the log. */
export function toProblem(error: unknown, log: Log, where: string): { status: number; problem: Problem } {
  if (error instanceof ProblemError) return { status: error.status, problem: error.problem };
  const id = randomUUID();
  log.error({ err: error, errorId: id, where }, 'a request failed');
  return { status: 500, problem: { code: 'internal', path: id } };
}
