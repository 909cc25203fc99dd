import { z } from 'zod';

export const SEXES = ['female', 'male', 'not-stated'] as const;
export const HANDS = ['left', 'right', 'both'] as const;
export const BODY_SIDES = ['left', 'right', 'both'] as const;
export const DEVICE_KINDS = ['implant', 'walking-aid', 'orthosis', 'other'] as const;
/** What a caregiver may do in the patient's stead. */
export const PROXY_RIGHTS = ['attend-visits', 'see-results', 'answer-questions', 'arrange-visits', 'consent'] as const;
export const PROXY_CONSENTS = ['patient', 'parent', 'court', 'power-of-attorney'] as const;

const line = z.string().trim().min(1).max(200);
const optionalLine = line.nullable();
/** A day, or only its month or year: a surgery is rarely remembered to the day. */
const roughDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'is a year, a month or a day');
const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d\s()/.-]{4,40}$/, 'is not a telephone number');
const email = z.email().max(254);
const timeZone = z.string().max(64).refine(isTimeZone, 'is not a time zone');

export const surgery = z.strictObject({
  what: line,
  when: roughDate.nullable(),
  side: z.enum(BODY_SIDES).nullable(),
});
export const bodyDevice = z.strictObject({
  kind: z.enum(DEVICE_KINDS),
  what: line,
  side: z.enum(BODY_SIDES).nullable(),
});
export const emergencyContact = z.strictObject({ name: line, relation: optionalLine, phone });
/** Someone who acts for the patient from one day to another (null: until further notice), and who agreed to it. */
export const caregiver = z
  .strictObject({
    name: line,
    relation: optionalLine,
    phone: phone.nullable(),
    email: email.nullable(),
    may: z.array(z.enum(PROXY_RIGHTS)).max(PROXY_RIGHTS.length),
    from: z.iso.date(),
    until: z.iso.date().nullable(),
    consentedBy: z.enum(PROXY_CONSENTS),
  })
  .refine(({ from, until }) => until === null || from <= until, {
    path: ['until'],
    message: 'is before its beginning',
  });

/** Everything known of a patient that is no finding. Null where nobody has asked yet. Sex is as recorded for norms, no more. */
export const profile = z.strictObject({
  schema: z.literal(1),
  displayName: z.string().trim().min(1).max(120),
  legalName: z.string().trim().min(1).max(120).nullable(),
  birthDate: z.iso
    .date()
    .refine((day) => day >= '1900-01-01', 'is too long ago')
    .nullable(),
  sex: z.enum(SEXES),
  phone: phone.nullable(),
  email: email.nullable(),
  address: z.string().trim().min(1).max(500).nullable(),
  /** A BCP 47 tag such as `es` or `pt-BR`. */
  language: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$/)
    .nullable(),
  timeZone: timeZone.nullable(),
  preferredHand: z.enum(HANDS).nullable(),
  conditions: z.array(line).max(50),
  surgeries: z.array(surgery).max(50),
  devices: z.array(bodyDevice).max(50),
  emergencyContact: emergencyContact.nullable(),
  caregivers: z.array(caregiver).max(10),
});
export type Profile = z.infer<typeof profile>;
export type Caregiver = z.infer<typeof caregiver>;
export type Surgery = z.infer<typeof surgery>;
export type BodyDevice = z.infer<typeof bodyDevice>;

/** A profile of which only the name is known. */
export function emptyProfile(displayName: string): Profile {
  return {
    schema: 1,
    displayName,
    legalName: null,
    birthDate: null,
    sex: 'not-stated',
    phone: null,
    email: null,
    address: null,
    language: null,
    timeZone: null,
    preferredHand: null,
    conditions: [],
    surgeries: [],
    devices: [],
    emergencyContact: null,
    caregivers: [],
  };
}

/** A stored profile as today's code reads it. Throws where it is none: a stored one is never written unparsed. */
export function parseProfile(stored: unknown): Profile {
  return profile.parse(stored);
}

/** Whether a caregiver acts for the patient on that day (`2026-11-24`). */
export function isActing({ from, until }: Caregiver, day: string): boolean {
  return from <= day && (until === null || day <= until);
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
