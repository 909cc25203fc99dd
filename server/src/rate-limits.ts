import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';

const MINUTE_MS = 60_000;

/** Against guessing. By address and the account tried, so that a clinic behind one address does not lock itself out, and a stranger cannot lock the real user out of another address. */
export function guessLimits(): { path: string; limit: RequestHandler }[] {
  const answer = { ok: false, error: { code: 'too-many-tries' } };
  const common = {
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    message: answer,
    skipSuccessfulRequests: true,
  } as const;
  const signIn = rateLimit({
    ...common,
    windowMs: 5 * MINUTE_MS,
    limit: 10,
    keyGenerator: (request) => {
      const email = (request.body as { email?: unknown } | undefined)?.email;
      return `${ipKeyGenerator(request.ip ?? '')} ${typeof email === 'string' ? email.toLowerCase().slice(0, 254) : ''}`;
    },
  });
  const links = rateLimit({ ...common, windowMs: MINUTE_MS, limit: 30 });
  return [
    { path: '/api/sign-in', limit: signIn },
    { path: '/api/set-up', limit: links },
    { path: '/api/invitations', limit: links },
  ];
}
