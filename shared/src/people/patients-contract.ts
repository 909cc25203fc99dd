import { z } from 'zod';
import { route } from '../http/route.ts';
import { SAMENESS } from './duplicates.ts';
import { profile } from './profile.ts';

const patientId = z.strictObject({ patientId: z.uuid() });
const displayName = profile.shape.displayName;

export const patientListed = z.strictObject({ patientId: z.uuid(), displayName: z.string() });

export const listPatients = route({
  name: 'people.list-patients',
  method: 'GET',
  path: '/api/patients',
  response: z.strictObject({ patients: z.array(patientListed) }),
});

/** Adds a patient into the care of who asks. `id` is made by the caller, so that a repeat adds nobody twice. */
export const addPatient = route({
  name: 'people.add-patient',
  method: 'POST',
  path: '/api/patients',
  body: z.strictObject({
    id: z.uuid().optional(),
    displayName,
    details: profile.omit({ schema: true, displayName: true }).partial().optional(),
  }),
  response: patientListed,
});

export const PATIENTS_PAGE = 20;

export const patientFound = z.strictObject({
  patientId: z.uuid(),
  displayName: z.string(),
  birthYear: z.int().nullable(),
  /** Only of patients in the asker's care. */
  birthDate: z.iso.date().nullable(),
  inCare: z.boolean(),
});
export type PatientFound = z.infer<typeof patientFound>;

/** Finds patients by the beginning of any word of their name, and by birth date; best first. What is typed travels in the body: it is a name. */
export const searchPatients = route({
  name: 'people.search-patients',
  method: 'POST',
  path: '/api/patients/search',
  body: z.strictObject({
    text: z.string().max(120),
    where: z.enum(['care', 'clinic']),
    offset: z.int().min(0).max(1_000_000).default(0),
  }),
  response: z.strictObject({
    /** At most `PATIENTS_PAGE`. */
    patients: z.array(patientFound),
    total: z.int().nonnegative(),
  }),
});

/** Records of the clinic that may be of the same person, before one is added. */
export const findSimilar = route({
  name: 'people.find-similar',
  method: 'POST',
  path: '/api/patients/similar',
  body: z.strictObject({
    displayName,
    birthDate: profile.shape.birthDate,
    phone: profile.shape.phone,
    email: profile.shape.email,
  }),
  response: z.strictObject({
    patients: z.array(patientFound.extend({ sameness: z.array(z.enum(SAMENESS)) })),
  }),
});

export const writtenProfile = z.strictObject({
  patientId: z.uuid(),
  /** 0: nothing but the name was written yet. */
  version: z.int().nonnegative(),
  profile,
  writtenAt: z.iso.datetime().nullable(),
  writtenBy: z.string().nullable(),
});
export type WrittenProfile = z.infer<typeof writtenProfile>;

export const getProfile = route({
  name: 'people.get-profile',
  method: 'GET',
  path: '/api/patients/:patientId/profile',
  params: patientId,
  response: writtenProfile,
});

/** Writes the profile anew. Answers 409 `version-conflict` where somebody wrote it since `version`; nothing is lost then: ask again, and bring both together. */
export const writeProfile = route({
  name: 'people.write-profile',
  method: 'PUT',
  path: '/api/patients/:patientId/profile',
  params: patientId,
  body: z.strictObject({ version: z.int().nonnegative(), profile }),
  response: writtenProfile,
});
