import type { Answer, RouteContract } from '@plumbline/shared/http';
import type { z } from 'zod';
import { actingAs, basePath } from './base.ts';

/** A refusal from the server, or `offline` where it was not reached. `path` names the field. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly path: string | undefined;
  /** 0 where there was no answer. */
  readonly status: number;

  constructor(code: string, status: number, path?: string) {
    super(code);
    this.code = code;
    this.status = status;
    this.path = path;
  }
}

export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}

interface Request<C extends RouteContract> {
  params?: z.input<C['params']>;
  query?: z.input<C['query']>;
  body?: z.input<C['body']>;
  signal?: AbortSignal;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
}

const PATIENCE_MS = 20_000;

/** Calls a route by its contract and checks the answer against it. Throws ApiProblem. */
export async function call<C extends RouteContract>(
  contract: C,
  request: Request<C> = {},
): Promise<z.output<C['response']>> {
  const response = await reach(contract, request);
  const answer = (await response.json().catch(() => null)) as Answer<unknown> | null;
  if (!answer) throw new ApiProblem('no-answer', response.status);
  if (!answer.ok) throw new ApiProblem(answer.error.code, response.status, answer.error.path);
  const parsed = contract.response.safeParse(answer.data);
  if (!parsed.success)
    throw new ApiProblem('unexpected-answer', response.status, parsed.error.issues[0]?.path.join('.'));
  return parsed.data as z.output<C['response']>;
}

async function reach(
  contract: RouteContract,
  { params, query, body, signal, keepalive }: Request<RouteContract>,
): Promise<Response> {
  const timeout = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await fetch(address(contract.path, params as Fields, query as Fields), {
      method: contract.method,
      headers: {
        'x-plumbline-as': actingAs(),
        ...(contract.method === 'GET' ? {} : { 'content-type': 'application/json' }),
      },
      ...(contract.method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      credentials: 'same-origin',
      keepalive: keepalive ?? false,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem('offline', 0);
  }
}

type Fields = Record<string, unknown> | undefined;

function address(path: string, params: Fields, query: Fields): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? '')));
  const search = new URLSearchParams(
    Object.entries(query ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  ).toString();
  return basePath().replace(/\/$/, '') + filled + (search ? `?${search}` : '');
}
