import { z } from 'zod';
import { route } from '../http/route.ts';

export const visitListed = z.strictObject({
  encounterId: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  timeZone: z.string(),
  status: z.enum(['planned', 'waiting', 'open', 'ended']),
  /** When the patient opened the waiting room; null while nobody waits. */
  waitingSince: z.iso.datetime().nullable(),
});
export type VisitListed = z.infer<typeof visitListed>;

/** The therapist's own visits that start on one local day of `timeZone`. */
export const listVisits = route({
  name: 'appointments.list-visits',
  method: 'GET',
  path: '/api/visits',
  query: z.strictObject({ day: z.iso.date(), timeZone: z.string().max(64) }),
  response: z.strictObject({ visits: z.array(visitListed) }),
});

/** Plans a video visit: appointment and encounter in one. `id` is made by the caller, so that a repeat plans nothing twice. */
export const planVisit = route({
  name: 'appointments.plan-visit',
  method: 'POST',
  path: '/api/visits',
  body: z.strictObject({
    id: z.uuid(),
    patientId: z.uuid(),
    startsAt: z.iso.datetime(),
    durationMinutes: z.int().min(5).max(240),
    timeZone: z.string().max(64),
  }),
  response: visitListed,
});

export const patientVisit = z.strictObject({
  encounterId: z.uuid(),
  startsAt: z.iso.datetime(),
  status: visitListed.shape.status,
  therapistName: z.string(),
  /** Whether the asker holds it: only they open it, others read what came of it. */
  isYours: z.boolean(),
});
export type PatientVisit = z.infer<typeof patientVisit>;

/** A patient's visits, planned and past, latest first; at most 200. Part of the chart. */
export const listVisitsOf = route({
  name: 'appointments.list-visits-of',
  method: 'GET',
  path: '/api/patients/:patientId/visits',
  params: z.strictObject({ patientId: z.uuid() }),
  response: z.strictObject({ visits: z.array(patientVisit) }),
});
