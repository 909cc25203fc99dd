import { z } from 'zod';
import { route } from '../http/route.ts';

/** What the client must know before anything else. */
export const publicConfig = z.strictObject({
  /** Local try-out on the loopback address: `?camera=virtual` and track replay are allowed. Never in production. */
  simulation: z.boolean(),
  demo: z.boolean(),
  /** Ways by which links can be sent; empty where nothing is configured. */
  channels: z.array(z.enum(['email', 'sms'])),
  /** True until the clinic has been set up. */
  needsSetUp: z.boolean(),
  pose: z.strictObject({
    /** Folder under our own origin that carries the version, e.g. `/pose/ab12`. */
    path: z.string(),
    models: z.record(
      z.enum(['lite', 'full', 'heavy']),
      z.strictObject({ file: z.string(), sha256: z.string(), bytes: z.number() }),
    ),
  }),
});
export type PublicConfig = z.infer<typeof publicConfig>;

export const getConfig = route({ name: 'config.get', method: 'GET', path: '/api/config', response: publicConfig });

/** Demo only: signs this browser in as the demo's therapist. */
export const signInToDemo = route({
  name: 'demo.sign-in',
  method: 'POST',
  path: '/api/demo/sign-in',
  body: z.strictObject({}),
  response: z.strictObject({ encounterId: z.uuid(), invitationToken: z.string() }),
});

/** Demo only: empties the demo's database and fills it again. */
export const resetDemo = route({
  name: 'demo.reset',
  method: 'POST',
  path: '/api/demo/reset',
  body: z.strictObject({}),
  response: z.strictObject({}),
});
