import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Response, type Router } from 'express';
import type { AppContext } from './app-context.ts';

const YEAR = '365d';

/** A worker lives under the policy of its own script: the pose worker fetches its model and compiles WebAssembly. */
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Serves the pose models, the client's files and, for every other path, the client's page. */
export function mountPages(router: Router, app: AppContext): void {
  const { config, pose } = app;
  router.use(
    pose.path,
    express.static(config.poseModelDir, { immutable: true, maxAge: YEAR, index: false, dotfiles: 'ignore' }),
  );
  router.use(
    '/assets',
    express.static(join(config.clientDir, 'assets'), {
      immutable: true,
      maxAge: YEAR,
      index: false,
      setHeaders: (response) => void response.setHeader('content-security-policy', WORKER_POLICY),
    }),
  );
  router.use(express.static(config.clientDir, { index: false, maxAge: '1h', dotfiles: 'ignore' }));
  router.get(/.*/, async (request, response, next) => {
    if (!request.accepts('html')) {
      next();
      return;
    }
    try {
      await sendPage(response, app);
    } catch (error) {
      next(error);
    }
  });
}

async function sendPage(response: Response, app: AppContext): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  const page = await readFile(join(app.config.clientDir, 'index.html'), 'utf8');
  const head = `<base href="${app.basePath}"><meta property="csp-nonce" nonce="${nonce}">`;
  response
    .set('content-security-policy', contentSecurityPolicy(nonce, app))
    .set('cache-control', 'no-store')
    .type('html')
    .send(page.replace('<head>', `<head>${head}`));
}

/** Nothing from anybody else; WebAssembly for the pose engine; frames only of our own, for the demo. */
export function contentSecurityPolicy(nonce: string, { demo }: Pick<AppContext, 'demo'>): string {
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "connect-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-src ${demo ? "'self'" : "'none'"}`,
    `frame-ancestors ${demo ? "'self'" : "'none'"}`,
  ].join('; ');
}
