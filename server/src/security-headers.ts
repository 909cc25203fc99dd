import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from './config.ts';

/** Headers of every answer; pages add their own Content-Security-Policy with a nonce. */
export function securityHeaders({ secure }: Config): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      // `frame-ancestors` says it; this older header would forbid the demo's own frames.
      xFrameOptions: false,
    }),
    (_request, response, next) => {
      response.set(
        'permissions-policy',
        'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=()',
      );
      next();
    },
  ];
}
