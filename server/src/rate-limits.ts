import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';

const MINUTE_MS = 60_000;

/**
 * Against floods, by address and in this process alone: hashing passwords is dear. What counts tries at guessing one
 * account's password or code stands in the database (people/sign-in/tries.ts).
 */
export function floodLimits(): { path: string; limit: RequestHandler }[] {
  const common = {
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    message: { ok: false, error: { code: 'too-many-tries' } },
    windowMs: MINUTE_MS,
  } as const;
  const signIn = rateLimit({ ...common, limit: 120 });
  const links = rateLimit({ ...common, limit: 30, skipSuccessfulRequests: true });
  // Every try counts, since the answer is always yes.
  const lost = rateLimit({ ...common, windowMs: 15 * MINUTE_MS, limit: 5 });
  return [
    { path: '/api/invitations/lost', limit: lost },
    { path: '/api/sign-in', limit: signIn },
    { path: '/api/step-up', limit: signIn },
    { path: '/api/security/password', limit: signIn },
    { path: '/api/set-up', limit: links },
    { path: '/api/staff-links', limit: links },
    { path: '/api/invitations', limit: links },
  ];
}
