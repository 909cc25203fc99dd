import { z } from 'zod';
import { route } from '../http/route.ts';
import { staffRole } from './roles.ts';

const password = z.string().min(12, 'at least 12 characters').max(200);
const email = z.email().max(254);
const displayName = z.string().trim().min(1).max(120);
/** Opaque secrets travel in bodies only: never in a path or a query, which end up in logs. */
const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is not a link of ours');

export const me = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('staff'),
    accountId: z.uuid(),
    deviceId: z.uuid(),
    clinicId: z.uuid(),
    clinicName: z.string(),
    displayName: z.string(),
    roles: z.array(staffRole).min(1),
  }),
  z.strictObject({ kind: z.literal('patient-device'), deviceId: z.uuid(), clinicName: z.string() }),
]);
export type Me = z.infer<typeof me>;

/** First start: whoever holds the printed one-time link makes the clinic and its first therapist. */
export const setUpClinic = route({
  name: 'people.set-up',
  method: 'POST',
  path: '/api/set-up',
  body: z.strictObject({ token: linkToken, clinicName: displayName, displayName, email, password }),
  response: me,
});

/** `deviceId` is one this account used before on this device, so that its undelivered events keep their numbering. */
export const signIn = route({
  name: 'people.sign-in',
  method: 'POST',
  path: '/api/sign-in',
  body: z.strictObject({ email, password: z.string().min(1).max(200), deviceId: z.uuid().optional() }),
  response: me,
});

export const signOut = route({
  name: 'people.sign-out',
  method: 'POST',
  path: '/api/sign-out',
  body: z.strictObject({}),
  response: z.strictObject({}),
});

/** Answers 401 `signed-out` without a credential. Header `x-plumbline-as: staff|patient` picks one where a browser holds both. */
export const getMe = route({ name: 'people.me', method: 'GET', path: '/api/me', response: me });

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
