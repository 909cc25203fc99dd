import { z } from 'zod';
import { route } from '../http/route.ts';
import { profile } from './profile.ts';
import { profilePart, REFERRAL_KINDS } from './referral.ts';

const letter = z.string().trim().min(3).max(8000);
const word = z.string().trim().max(1000);

/** The patient agreed that this goes to another clinic: who said so, how, and on which day. */
export const referralConsent = z.strictObject({
  by: z.enum(['patient', 'representative']),
  how: z.enum(['spoken', 'written']),
  on: z.iso.date(),
});

/** What a referral says; sealed where it is stored. `profile` and `summary` cross to another clinic, within one they are in the chart. */
export const referralContent = z.strictObject({
  schema: z.literal(1),
  patientName: z.string(),
  letter: z.string(),
  summary: z.string().nullable(),
  profile: profile.nullable(),
  consent: referralConsent.nullable(),
});
export type ReferralContent = z.infer<typeof referralContent>;

const toColleague = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['referral', 'transfer']),
  to: z.strictObject({ accountId: z.uuid() }),
  letter,
});
const toClinic = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['referral', 'transfer']),
  to: z.strictObject({ clinicId: z.uuid() }),
  letter,
  parts: z.array(profilePart).max(profilePart.options.length),
  summary: z.string().trim().max(8000).nullable(),
  consent: referralConsent,
});
const back = z.strictObject({
  id: z.uuid(),
  kind: z.literal('counter-referral'),
  /** The accepted referral it answers. */
  answers: z.uuid(),
  letter,
  /** Needed where the referral came from another clinic. */
  consent: referralConsent.nullable(),
});

export const referralListed = z.strictObject({
  referralId: z.uuid(),
  kind: z.enum(REFERRAL_KINDS),
  direction: z.enum(['incoming', 'outgoing']),
  status: z.enum(['pending', 'accepted', 'declined', 'withdrawn']),
  patientName: z.string(),
  /** The patient's record in the asker's clinic; null where there is none (yet). */
  patientId: z.uuid().nullable(),
  fromClinic: z.string(),
  toClinic: z.string(),
  isBetweenClinics: z.boolean(),
  /** Null where it is somebody of another clinic, or nobody in particular. */
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
  letter: z.string(),
  summary: z.string().nullable(),
  /** The other side's answer in words. */
  word: z.string().nullable(),
  consent: referralConsent.nullable(),
  madeAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  /** Whether the asker may accept or decline it, take it back, or answer it with a report. */
  can: z.strictObject({ answer: z.boolean(), withdraw: z.boolean(), returnReport: z.boolean() }),
});
export type ReferralListed = z.infer<typeof referralListed>;

/** Makes a referral, transfer or counter-referral of a patient in the asker's care, once per `id`. */
export const makeReferral = route({
  name: 'people.make-referral',
  method: 'POST',
  path: '/api/patients/:patientId/referrals',
  params: z.strictObject({ patientId: z.uuid() }),
  body: z.union([back, toColleague, toClinic]),
  response: referralListed,
});
export type WantedReferral = z.infer<(typeof makeReferral)['body']>;

/** Referrals to and from the asker; those answered longer than a year ago stand in the chart only. */
export const listReferrals = route({
  name: 'people.list-referrals',
  method: 'GET',
  path: '/api/referrals',
  response: z.strictObject({ referrals: z.array(referralListed) }),
});

/** Those of one patient: part of the chart. */
export const listReferralsOf = route({
  name: 'people.list-referrals-of',
  method: 'GET',
  path: '/api/patients/:patientId/referrals',
  params: z.strictObject({ patientId: z.uuid() }),
  response: z.strictObject({ referrals: z.array(referralListed) }),
});

/** Accepts or declines with a word. The first answer counts: another one hears 409 `already-answered`, a repeat the same. */
export const answerReferral = route({
  name: 'people.answer-referral',
  method: 'POST',
  path: '/api/referrals/:referralId/answer',
  params: z.strictObject({ referralId: z.uuid() }),
  body: z.strictObject({ answer: z.enum(['accept', 'decline']), word }),
  response: referralListed,
});

export const withdrawReferral = route({
  name: 'people.withdraw-referral',
  method: 'POST',
  path: '/api/referrals/:referralId/withdraw',
  params: z.strictObject({ referralId: z.uuid() }),
  body: z.strictObject({}),
  response: referralListed,
});

/** To whom care can be passed on: therapists of the clinic, and the other clinics of this installation. */
export const listRecipients = route({
  name: 'people.list-recipients',
  method: 'GET',
  path: '/api/recipients',
  response: z.strictObject({
    colleagues: z.array(z.strictObject({ accountId: z.uuid(), displayName: z.string() })),
    clinics: z.array(z.strictObject({ clinicId: z.uuid(), name: z.string() })),
  }),
});
