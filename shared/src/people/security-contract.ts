import { z } from 'zod';
import { route } from '../http/route.ts';
import { knownPassword, newPassword, secondFactorCode } from './fields.ts';
import { secondFactorAsked } from './me.ts';

const nothing = z.strictObject({});
const time = z.iso.datetime();

export const staffSession = z.strictObject({
  sessionId: z.uuid(),
  /** The one that asks. */
  isThis: z.boolean(),
  /** As the browser calls itself, e.g. `Firefox`; null where it does not say. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  address: z.string().nullable(),
  startedAt: time,
  lastSeenAt: time,
});
export type StaffSession = z.infer<typeof staffSession>;

/** One's own ways of signing in, and where one is signed in. */
export const getSecurity = route({
  name: 'people.security',
  method: 'GET',
  path: '/api/security',
  response: z.strictObject({
    email: z.string(),
    passwordSetAt: time.nullable(),
    /** Whether the clinic asks everybody for a second factor. */
    isSecondFactorRequired: z.boolean(),
    totpSince: time.nullable(),
    passkeys: z.array(
      z.strictObject({ passkeyId: z.uuid(), name: z.string(), addedAt: time, lastUsedAt: time.nullable() }),
    ),
    recoveryCodesLeft: z.number().int().min(0),
    sessions: z.array(staffSession),
  }),
});

/** A fresh secret for an authenticator app; it counts once a code of it has been confirmed. */
export const planTotp = route({
  name: 'people.plan-totp',
  method: 'POST',
  path: '/api/security/totp/plan',
  body: nothing,
  response: z.strictObject({ uri: z.string(), secret: z.string() }),
});

/** Recovery codes come with the first second factor, else null. */
export const confirmTotp = route({
  name: 'people.confirm-totp',
  method: 'POST',
  path: '/api/security/totp',
  body: z.strictObject({ code: secondFactorCode }),
  response: z.strictObject({ recoveryCodes: z.array(z.string()).nullable() }),
});

export const removeTotp = route({
  name: 'people.remove-totp',
  method: 'DELETE',
  path: '/api/security/totp',
  response: nothing,
});

/** Makes ten fresh ones; those of before stop working. */
export const renewRecoveryCodes = route({
  name: 'people.renew-recovery-codes',
  method: 'POST',
  path: '/api/security/recovery-codes',
  body: nothing,
  response: z.strictObject({ recoveryCodes: z.array(z.string()) }),
});

/** The current password is asked for; every other session ends. */
export const changePassword = route({
  name: 'people.change-password',
  method: 'POST',
  path: '/api/security/password',
  body: z.strictObject({ current: knownPassword, password: newPassword }),
  response: nothing,
});

export const endSession = route({
  name: 'people.end-session',
  method: 'DELETE',
  path: '/api/security/sessions/:sessionId',
  params: z.strictObject({ sessionId: z.uuid() }),
  response: nothing,
});

export const endOtherSessions = route({
  name: 'people.end-other-sessions',
  method: 'POST',
  path: '/api/security/sessions/end-others',
  body: nothing,
  response: nothing,
});

/** Proves again who is there, as at sign-in. Sensitive routes answer 403 `step-up-needed` where the last proof is too old. */
export const stepUp = route({
  name: 'people.step-up',
  method: 'POST',
  path: '/api/step-up',
  body: z.strictObject({ password: knownPassword, code: secondFactorCode.optional() }),
  response: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('proved') }), secondFactorAsked]),
});
