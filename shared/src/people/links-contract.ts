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

/** The ways by which this installation can send a link. */
export const LINK_CHANNELS = ['email', 'sms'] as const;
export const linkChannel = z.enum(LINK_CHANNELS);
export type LinkChannel = z.infer<typeof linkChannel>;

/** By which ways a link can go to this patient, and what was asked for. `sentAt` is null while it is being tried. */
export const listMessages = route({
  name: 'people.list-messages',
  method: 'GET',
  path: '/api/encounters/:encounterId/messages',
  params: ofEncounter,
  response: z.strictObject({
    channels: z.array(linkChannel),
    messages: z.array(
      z.strictObject({ channel: linkChannel, askedAt: z.iso.datetime(), sentAt: z.iso.datetime().nullable() }),
    ),
  }),
});

/** Sends the patient a fresh link, in their language and time zone. `id` makes a repeat the same message. */
export const sendLink = route({
  name: 'people.send-link',
  method: 'POST',
  path: '/api/encounters/:encounterId/messages',
  params: ofEncounter,
  body: z.strictObject({ id: z.uuid(), channel: linkChannel }),
  response: z.strictObject({}),
});

/** "I lost my link": the same answer whether or not somebody is known by it; whoever is gets a message. */
export const lostLink = route({
  name: 'people.lost-link',
  method: 'POST',
  path: '/api/invitations/lost',
  body: z.strictObject({ contact: z.string().trim().min(6).max(254) }),
  response: z.strictObject({}),
});
