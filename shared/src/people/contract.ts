import { z } from 'zod';
import { route } from '../http/route.ts';
import { linkToken } from './fields.ts';

/** What a link is about, without spending it: link previews and scanners may look, nothing is used up. */
export const lookUpInvitation = route({
  name: 'people.look-up-invitation',
  method: 'POST',
  path: '/api/invitations/look-up',
  body: z.strictObject({ token: linkToken }),
  response: z.strictObject({
    state: z.enum(['open', 'yours', 'used-elsewhere', 'expired', 'ended']),
    clinicName: z.string(),
    therapistName: z.string(),
    startsAt: z.iso.datetime(),
    timeZone: z.string(),
  }),
});

/** Spends the link and binds this device. The same link on the same device answers again. */
export const redeemInvitation = route({
  name: 'people.redeem-invitation',
  method: 'POST',
  path: '/api/invitations/redeem',
  body: z.strictObject({ token: linkToken }),
  response: z.strictObject({ encounterId: z.uuid(), deviceId: z.uuid() }),
});

/** Makes a fresh link for a visit; older unused links of the visit stop working. */
export const inviteToVisit = route({
  name: 'people.invite',
  method: 'POST',
  path: '/api/encounters/:encounterId/invitations',
  params: z.strictObject({ encounterId: z.uuid() }),
  body: z.strictObject({}),
  response: z.strictObject({ url: z.url(), expiresAt: z.iso.datetime() }),
});
