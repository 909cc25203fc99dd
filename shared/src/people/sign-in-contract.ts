import { z } from 'zod';
import { route } from '../http/route.ts';
import { displayName, email, knownPassword, linkToken, newPassword, secondFactorCode } from './fields.ts';
import { me, secondFactorAsked } from './me.ts';

const signedIn = z.discriminatedUnion('kind', [...me.options, secondFactorAsked]);

/** Whoever holds a printed one-time link makes the clinic and its first administrator. */
export const setUpClinic = route({
  name: 'people.set-up',
  method: 'POST',
  path: '/api/set-up',
  body: z.strictObject({ token: linkToken, clinicName: displayName, displayName, email, password: newPassword }),
  response: me,
});

/**
 * Password, and a code where the account has a second factor: without one the answer says what is asked for. `deviceId`
 * is one this account used before in this browser, so that its undelivered events keep their numbering.
 */
export const signIn = route({
  name: 'people.sign-in',
  method: 'POST',
  path: '/api/sign-in',
  body: z.strictObject({
    email,
    password: knownPassword,
    code: secondFactorCode.optional(),
    deviceId: z.uuid().optional(),
  }),
  response: signedIn,
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

/** Whom a colleague's link is for, without spending it. */
export const lookUpStaffLink = route({
  name: 'people.look-up-staff-link',
  method: 'POST',
  path: '/api/staff-links/look-up',
  body: z.strictObject({ token: linkToken }),
  response: z.strictObject({
    clinicName: z.string(),
    displayName: z.string(),
    email: z.string(),
    /** False for whoever had a password before. */
    isNew: z.boolean(),
  }),
});

/** Spends the link: the password is this one from now on, every session of before ends. Signs in, or asks for the second factor. */
export const redeemStaffLink = route({
  name: 'people.redeem-staff-link',
  method: 'POST',
  path: '/api/staff-links/redeem',
  body: z.strictObject({ token: linkToken, password: newPassword }),
  response: signedIn,
});
