import { z } from 'zod';
import { route } from '../http/route.ts';
import { me } from './me.ts';

const bytes = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]*$/, 'is not base64url');

/** What `navigator.credentials` asks for and answers, as JSON (WebAuthn level 3, 5.1.8). Only what we read is kept. */
const passkeyOptions = z.looseObject({ challenge: bytes });
export const addedPasskey = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});
export const signedByPasskey = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.nullish().transform((handle) => handle ?? undefined),
  }),
});
export type AddedPasskey = z.infer<typeof addedPasskey>;
export type SignedByPasskey = z.infer<typeof signedByPasskey>;

export const passkeyName = z.string().trim().min(1).max(60);

/** What a passkey of anybody must sign to come in. */
export const askForPasskey = route({
  name: 'people.ask-for-passkey',
  method: 'POST',
  path: '/api/sign-in/passkey/ask',
  body: z.strictObject({}),
  response: z.strictObject({ options: passkeyOptions }),
});

/** A passkey counts as two factors: it is held, and it looked at whoever holds it. */
export const signInByPasskey = route({
  name: 'people.sign-in-by-passkey',
  method: 'POST',
  path: '/api/sign-in/passkey',
  body: z.strictObject({ signed: signedByPasskey, deviceId: z.uuid().optional() }),
  response: me,
});

/** What a new passkey must sign. */
export const planPasskey = route({
  name: 'people.plan-passkey',
  method: 'POST',
  path: '/api/security/passkeys/ask',
  body: z.strictObject({}),
  response: z.strictObject({ options: passkeyOptions }),
});

/** Recovery codes come with the first second factor, else null. */
export const addPasskey = route({
  name: 'people.add-passkey',
  method: 'POST',
  path: '/api/security/passkeys',
  body: z.strictObject({ name: passkeyName, added: addedPasskey }),
  response: z.strictObject({ recoveryCodes: z.array(z.string()).nullable() }),
});

const passkeyId = z.strictObject({ passkeyId: z.uuid() });

export const renamePasskey = route({
  name: 'people.rename-passkey',
  method: 'PUT',
  path: '/api/security/passkeys/:passkeyId',
  params: passkeyId,
  body: z.strictObject({ name: passkeyName }),
  response: z.strictObject({}),
});

export const removePasskey = route({
  name: 'people.remove-passkey',
  method: 'DELETE',
  path: '/api/security/passkeys/:passkeyId',
  params: passkeyId,
  response: z.strictObject({}),
});

/** What a passkey of one's own must sign, to prove again who is there. */
export const askForStepUp = route({
  name: 'people.ask-for-step-up',
  method: 'POST',
  path: '/api/step-up/passkey/ask',
  body: z.strictObject({}),
  response: z.strictObject({ options: passkeyOptions }),
});

export const stepUpByPasskey = route({
  name: 'people.step-up-by-passkey',
  method: 'POST',
  path: '/api/step-up/passkey',
  body: z.strictObject({ signed: signedByPasskey }),
  response: z.strictObject({}),
});
