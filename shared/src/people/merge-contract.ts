import { z } from 'zod';
import { route } from '../http/route.ts';
import { SAMENESS } from './duplicates.ts';
import { patientFound } from './patients-contract.ts';
import { PROFILE_FIELDS } from './reconcile.ts';

const patientId = z.strictObject({ patientId: z.uuid() });
const field = z.enum(PROFILE_FIELDS);

/** Pairs of records that may be of one person; at most 200. */
export const listDuplicates = route({
  name: 'people.list-duplicates',
  method: 'GET',
  path: '/api/duplicates',
  response: z.strictObject({
    pairs: z.array(z.strictObject({ a: patientFound, b: patientFound, sameness: z.array(z.enum(SAMENESS)) })),
  }),
});

const side = z.strictObject({
  patientId: z.uuid(),
  displayName: z.string(),
  birthYear: z.int().nullable(),
  visits: z.int().nonnegative(),
  carers: z.array(z.string()),
  /** The version of the profile that was looked at; `mergePatients` wants it back. */
  version: z.int().nonnegative(),
});

/** What becoming one would do, before it is done. `patientId` is the record that is kept. */
export const previewMerge = route({
  name: 'people.preview-merge',
  method: 'POST',
  path: '/api/patients/:patientId/merge/preview',
  params: patientId,
  body: z.strictObject({ otherId: z.uuid() }),
  response: z.strictObject({ kept: side, other: side, filled: z.array(field), differing: z.array(field) }),
});
export type MergePreview = z.infer<(typeof previewMerge)['response']>;

/** Makes the other record part of `patientId`: its encounters and carers move, it points to the kept one. Can be taken back for `MERGE_UNDO_DAYS`. */
export const mergePatients = route({
  name: 'people.merge-patients',
  method: 'POST',
  path: '/api/patients/:patientId/merge',
  params: patientId,
  body: z.strictObject({
    id: z.uuid(),
    otherId: z.uuid(),
    keptVersion: z.int().nonnegative(),
    otherVersion: z.int().nonnegative(),
  }),
  response: z.strictObject({ mergeId: z.uuid(), undoUntil: z.iso.datetime() }),
});

/** Takes a merge back: everything that moved goes where it was. The profile too, unless it was written since (then `profileKept`). */
export const undoMerge = route({
  name: 'people.undo-merge',
  method: 'POST',
  path: '/api/patients/:patientId/merge/undo',
  params: patientId,
  body: z.strictObject({ mergeId: z.uuid() }),
  response: z.strictObject({ otherId: z.uuid(), profileKept: z.boolean() }),
});
