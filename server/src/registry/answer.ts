import { randomUUID } from 'node:crypto';
import { findUnfit, type Problem } from '@plumbline/shared/http';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { ProblemError } from '../problem.ts';

/** Parses one part of a request; throws a problem that names the first wrong field. */
export function parsePart<S extends z.ZodType>(
  schema: S,
  value: unknown,
  part: 'params' | 'query' | 'body',
): z.infer<S> {
  const unfit = findUnfit(withoutOpaque(schema, value));
  if (unfit) throw new ProblemError(400, 'invalid', pathTo(part, unfit));
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...(issue?.path ?? []), ...(unknownKey ? [unknownKey] : [])];
  throw new ProblemError(400, unknownKey ? 'unknown-field' : 'invalid', pathTo(part, path));
}

function pathTo(part: string, path: readonly PropertyKey[]): string {
  return [part, ...path].map(String).join('.').slice(0, 200);
}

/** Lists of what the contract leaves open are looked at one by one by who takes them in, so that one spoils no other. */
function withoutOpaque(schema: z.ZodType, value: unknown): unknown {
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value;
  const { shape } = schema;
  const isOpaque = (key: string) => {
    const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
    return field instanceof z.ZodArray && field.element instanceof z.ZodUnknown;
  };
  return Object.fromEntries(Object.entries(value).filter(([key, inner]) => !(Array.isArray(inner) && isOpaque(key))));
}

/** What a caller hears of an error: our own codes; anything else is `internal` with a number that stands in the log. */
export function toProblem(error: unknown, log: Log, where: string): { status: number; problem: Problem } {
  if (error instanceof ProblemError) return { status: error.status, problem: error.problem };
  const id = randomUUID();
  log.error({ err: error, errorId: id, where }, 'a request failed');
  return { status: 500, problem: { code: 'internal', path: id } };
}
