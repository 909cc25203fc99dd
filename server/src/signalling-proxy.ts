import type { Server } from 'node:http';
import type { Router } from 'express';
import express from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { SIGNALLING_PATH } from './encounter/index.ts';
import type { Log } from './log.ts';

/** LiveKit's signalling under our own origin: one port, one certificate. Its management API is not passed through. */
export function createSignallingProxy(server: Server, livekitUrl: string, log: Log): Router {
  const target = livekitUrl.replace(/^ws/, 'http');
  const proxy = createProxyMiddleware({
    target,
    changeOrigin: true,
    ws: false,
    pathRewrite: { [`^${SIGNALLING_PATH}`]: '' },
    pathFilter: isSignalling,
    on: {
      error: (error, _request, response) => {
        // The URL holds a token: only the kind of failure is told.
        log.warn({ code: (error as NodeJS.ErrnoException).code }, 'the video server cannot be reached');
        if ('writeHead' in response) response.writeHead(502).end();
        else response.destroy();
      },
    },
  });
  server.on('upgrade', (request, socket, head) => {
    if (isSignalling(request.url?.split('?')[0] ?? '')) proxy.upgrade(request, socket as never, head);
  });
  const router = express.Router();
  router.use((request, response, next) => {
    if (isSignalling(request.path)) void proxy(request, response, next);
    else next();
  });
  return router;
}

function isSignalling(path: string): boolean {
  return path === `${SIGNALLING_PATH}/rtc` || path.startsWith(`${SIGNALLING_PATH}/rtc/`);
}
