import { z } from 'zod';

/** Shortest password we take; there are no rules about its letters (NIST SP 800-63B-4, 3.1.1.2). */
export const PASSWORD_LENGTH = 12;

export const newPassword = z.string().min(PASSWORD_LENGTH, `at least ${PASSWORD_LENGTH} characters`).max(200);
export const knownPassword = z.string().min(1).max(200);
export const email = z.email().max(254);
export const displayName = z.string().trim().min(1).max(120);
/** Opaque secrets travel in bodies only: never in a path or a query, which end up in logs. */
export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is not a link of ours');
/** Six digits of an authenticator app, or a recovery code; spaces and dashes do not matter. */
export const secondFactorCode = z
  .string()
  .max(40)
  .transform((code) => code.replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^(\d{6}|[0-9A-Z]{16})$/, 'is not a code of ours'));
