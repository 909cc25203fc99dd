import { z } from 'zod';
import { route } from '../http/route.ts';

const patientId = z.strictObject({ patientId: z.uuid() });

/** Why somebody who does not care for a patient opens the chart. */
export const OPENING_REASONS = ['stand-in', 'emergency', 'advice', 'complaint', 'other'] as const;
/** A chart opened with a reason closes after this. */
export const OPENING_MINUTES = 60;

const carer = z.strictObject({ accountId: z.uuid(), displayName: z.string(), from: z.iso.datetime() });

export const chartOpening = z.strictObject({
  openingId: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  openedBy: z.string(),
  reason: z.enum(OPENING_REASONS),
  words: z.string(),
  openedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type ChartOpening = z.infer<typeof chartOpening>;

/** Who cares for the patient, who else looked, and by what right the asker looks. */
export const getChart = route({
  name: 'people.get-chart',
  method: 'GET',
  path: '/api/patients/:patientId',
  params: patientId,
  response: z.strictObject({
    patientId: z.uuid(),
    /** The record that is kept, where this one was merged into it. */
    mergedInto: z.uuid().nullable(),
    carers: z.array(carer),
    you: z.enum(['carer', 'opener']),
    /** When an opened chart closes again. */
    openUntil: z.iso.datetime().nullable(),
    /** Newest first, at most 20; for carers. */
    openings: z.array(chartOpening),
    /** A merge into this record that can still be taken back. */
    lastMerge: z
      .strictObject({
        mergeId: z.uuid(),
        mergedName: z.string(),
        mergedAt: z.iso.datetime(),
        undoUntil: z.iso.datetime(),
      })
      .nullable(),
  }),
});
export type Chart = z.infer<(typeof getChart)['response']>;

/** What any therapist of the clinic may know of a patient: enough to tell whether it is the right one. */
export const getCover = route({
  name: 'people.get-cover',
  method: 'GET',
  path: '/api/patients/:patientId/cover',
  params: patientId,
  response: z.strictObject({
    patientId: z.uuid(),
    displayName: z.string(),
    birthYear: z.int().nullable(),
    carers: z.array(z.string()),
  }),
});

/** Opens the chart of a patient of others for `OPENING_MINUTES`. Carers are shown it, the audit log keeps the code. `id` is made by the caller. */
export const openChart = route({
  name: 'people.open-chart',
  method: 'POST',
  path: '/api/patients/:patientId/openings',
  params: patientId,
  body: z.strictObject({ id: z.uuid(), reason: z.enum(OPENING_REASONS), words: z.string().trim().min(3).max(1000) }),
  response: z.strictObject({ expiresAt: z.iso.datetime() }),
});

/** Charts of the asker's patients that others opened and the asker has not been shown yet. */
export const listOpenings = route({
  name: 'people.list-openings',
  method: 'GET',
  path: '/api/openings',
  response: z.strictObject({ openings: z.array(chartOpening) }),
});

export const seeOpening = route({
  name: 'people.see-opening',
  method: 'POST',
  path: '/api/patients/:patientId/openings/:openingId/seen',
  params: z.strictObject({ patientId: z.uuid(), openingId: z.uuid() }),
  body: z.strictObject({}),
  response: z.strictObject({}),
});

/** Takes the asker out of the patient's care. Refused with 409 `last-carer` to the only one: pass the patient on first. */
export const leaveCare = route({
  name: 'people.leave-care',
  method: 'POST',
  path: '/api/patients/:patientId/leave',
  params: patientId,
  body: z.strictObject({}),
  response: z.strictObject({}),
});
