import type { Problem } from '@plumbline/shared/http';
import { parseCookie } from 'cookie';
import express, { type Request, type Response, type Router } from 'express';
import type { AppContext } from '../app-context.ts';
import { withoutQuery } from '../log.ts';
import { type CookieName, cookieName, identify } from '../people/index.ts';
import { floodLimits } from '../rate-limits.ts';
import { toProblem } from './answer.ts';
import { perform } from './perform.ts';
import { Download, type Exchange, type Route } from './registry.ts';

/** What Express says of a request that it cannot read. */
const UNREADABLE: Record<number, string> = { 413: 'too-large', 415: 'unsupported' };

/** An address that is not UTF-8 is found while the path is matched, everything else while the body is read. */
function unreadablePart(error: unknown): string {
  return error instanceof URIError ? 'params' : 'body';
}

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Mounts every route of the registry under the app's base path. */
export function mountHttp(router: Router, routes: readonly Route[], app: AppContext): void {
  // Before everything else: a foreign page must not even use up what is allowed of tries.
  router.use('/api', (request, response, next) => {
    if (UNSAFE.has(request.method) && !isOwnOrigin(request, app)) send(response, 403, { code: 'foreign-origin' });
    else next();
  });
  router.use('/api', express.json({ limit: '1500kb', strict: true }));
  for (const { path, limit } of floodLimits()) router.use(path, limit);
  for (const route of routes) {
    const method = route.contract.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    router[method](route.contract.path, (request, response) => answer(route, request, response, app));
  }
  router.use('/api', (_request, response) => send(response, 404, { code: 'no-such-route' }));
  router.use('/api', (error: unknown, request: Request, response: Response, _next: () => void) => {
    const { status = 500 } = error as { status?: number };
    const isClear = status >= 400 && status < 500;
    if (isClear) send(response, status, { code: UNREADABLE[status] ?? 'invalid', path: unreadablePart(error) });
    else fail(response, error, request, app);
  });
}

async function answer(route: Route, request: Request, response: Response, app: AppContext): Promise<void> {
  try {
    const exchange = await createExchange(request, response, app);
    const { params, query, body } = request;
    const data = await perform(route, { params, query, body }, exchange);
    response.set('cache-control', 'no-store');
    if (data instanceof Download)
      response.attachment(data.fileName).type(data.contentType).send(Buffer.from(data.bytes));
    else response.json({ ok: true, data });
  } catch (error) {
    fail(response, error, request, app);
  }
}

function fail(response: Response, error: unknown, request: Request, app: AppContext): void {
  const { status, problem } = toProblem(error, app.log, `${request.method} ${withoutQuery(request.originalUrl)}`);
  if (!response.headersSent) send(response, status, problem);
}

function send(response: Response, status: number, error: Problem): void {
  response.status(status).set('cache-control', 'no-store').json({ ok: false, error });
}

async function createExchange(request: Request, response: Response, app: AppContext): Promise<Exchange> {
  const cookies = parseCookie(request.headers.cookie ?? '');
  const cookie = (name: CookieName) => cookies[cookieName(app, name)];
  const as = request.headers['x-plumbline-as'];
  const options = { httpOnly: true, secure: app.config.secure, sameSite: 'lax', path: '/' } as const;
  return {
    app,
    actor: await identify(app, {
      as: as === 'patient' ? 'patient' : 'staff',
      staff: cookie('staff'),
      device: cookie('device'),
    }),
    address: request.ip ?? '',
    agent: request.headers['user-agent'] ?? '',
    cookie,
    setCookie: (name, value, maxAge) => void response.cookie(cookieName(app, name), value, { ...options, maxAge }),
    afterCommit: () => {},
    note: () => {},
    clearCookie: (name) => void response.clearCookie(cookieName(app, name), options),
  };
}

/** Whether a request that changes something comes from one of our own pages. Programs that send no Origin have no cookies by accident either. */
export function isOwnOrigin(
  request: { headers: { origin?: string | undefined; host?: string | undefined } },
  app: AppContext,
): boolean {
  const { origin, host } = request.headers;
  if (!origin) return true;
  if (origin === app.config.publicUrl) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
