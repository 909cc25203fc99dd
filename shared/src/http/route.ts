import { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The contract of one HTTP route. Express-style path; every part is parsed on arrival, the response before it leaves in tests. */
export interface RouteContract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  name: string;
  method: Method;
  path: `/${string}`;
  params: Params;
  query: Query;
  body: Body;
  response: Response;
}

const nothing = z.strictObject({});
type Nothing = typeof nothing;

interface RouteDraft<P, Q, B, R> {
  name: string;
  method: Method;
  path: `/${string}`;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
}

/** Creates a route contract; parts left out must be empty. */
export function route<
  R extends z.ZodType,
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
>(draft: RouteDraft<P, Q, B, R>): RouteContract<P, Q, B, R> {
  return {
    ...draft,
    params: (draft.params ?? nothing) as P,
    query: (draft.query ?? nothing) as Q,
    body: (draft.body ?? nothing) as B,
  };
}

/** What a caller hears when something is wrong. `path` names the field, e.g. `body.email`. */
export const problem = z.strictObject({ code: z.string(), path: z.string().optional() });
export type Problem = z.infer<typeof problem>;

/** Every answer, over HTTP and as a socket acknowledgement. */
export type Answer<T> = { ok: true; data: T } | { ok: false; error: Problem };
