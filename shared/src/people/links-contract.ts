import { z } from 'zod';
import { route } from '../http/route.ts';

const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is not a link of ours');
const ofEncounter = z.strictObject({ encounterId: z.uuid() });

/** With a link that another device spent: asks the therapist to go on with this one. `code` is shown on both screens. */
export const askToMove = route({
  name: 'people.ask-to-move',
  method: 'POST',
  path: '/api/invitations/ask-to-move',
  body: z.strictObject({ token: secret }),
  response: z.strictObject({ secret, code: z.string().regex(/^\d{4}$/) }),
});

/** What became of the question. The first time after a yes this device is bound, and the visit is named. */
export const claimMove = route({
  name: 'people.claim-move',
  method: 'POST',
  path: '/api/invitations/claim-move',
  body: z.strictObject({ secret }),
  response: z.discriminatedUnion('state', [
    z.strictObject({ state: z.enum(['asked', 'declined', 'over']) }),
    z.strictObject({ state: z.literal('accepted'), encounterId: z.uuid(), deviceId: z.uuid() }),
  ]),
});

/** For the therapist: devices that ask to take the patient's place now. */
export const listMoves = route({
  name: 'people.list-moves',
  method: 'GET',
  path: '/api/encounters/:encounterId/moves',
  params: ofEncounter,
  response: z.strictObject({
    moves: z.array(z.strictObject({ moveId: z.uuid(), code: z.string(), askedAt: z.iso.datetime() })),
  }),
});

/** After a look at who asks. */
export const decideMove = route({
  name: 'people.decide-move',
  method: 'POST',
  path: '/api/encounters/:encounterId/moves/:moveId',
  params: ofEncounter.extend({ moveId: z.uuid() }),
  body: z.strictObject({ accept: z.boolean() }),
  response: z.strictObject({}),
});
