import { z } from 'zod';
import { definition, degrees, halfWidth, id, side } from './fields.ts';
import {
  ADD_REASONS,
  AMENDMENT_REASONS,
  MANUAL_METHODS,
  PAIN_MARKS,
  STRIKE_REASONS,
  TAKE_BACK_REASONS,
} from './reasons.ts';

/** What an amendment says instead of what was recorded; `as-recorded` takes all earlier ones back. */
export const amendedChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('value'),
    valueDegrees: degrees,
    uncertaintyDegrees: halfWidth.nullable(),
    method: z.enum(MANUAL_METHODS).exclude(['tape']),
  }),
  z.strictObject({ kind: z.literal('side'), side }),
  z.strictObject({ kind: z.literal('wrong-patient') }),
  z.strictObject({ kind: z.literal('as-recorded') }),
]);
export type AmendedChange = z.infer<typeof amendedChange>;

export const painMark = z.strictObject({
  what: z.enum(PAIN_MARKS),
  /** Null where the camera did not see the joint. */
  angleDegrees: degrees.nullable(),
  uncertaintyDegrees: halfWidth.nullable(),
  /** When the angle was there, server epoch ms: the key's time less `backdatedMs`. */
  atMs: z.int().nonnegative(),
  backdatedMs: z.number().nonnegative().max(10_000),
  /** pause: the patient stopped there for a second. key: the therapist's key alone. */
  how: z.enum(['pause', 'key']),
});
export type PainMark = z.infer<typeof painMark>;

/** What the therapist adds to or corrects in what was recorded. Codes and numbers, never words. */
export const CORRECTION_BODIES = {
  'value.entered': z.strictObject({
    valueId: id,
    measurementId: id,
    /** A protocol or a measure taken by hand, with its version. */
    measure: definition,
    side: side.nullable(),
    method: z.enum(MANUAL_METHODS),
    /** In the measure's unit. */
    value: z.number().min(-1000).max(1000),
    uncertainty: z.number().nonnegative().max(1000).nullable(),
  }),
  'value.taken-back': z.strictObject({ valueId: id, reason: z.enum(TAKE_BACK_REASONS) }),
  'trial.amended': z.strictObject({ trialId: id, change: amendedChange, reason: z.enum(AMENDMENT_REASONS) }),
  /** A later mark of the same kind replaces the earlier one. */
  'pain.marked': z.strictObject({ trialId: id, mark: painMark }),
  'pain.unmarked': z.strictObject({ trialId: id, what: z.enum(PAIN_MARKS) }),
  'repetition.struck': z.strictObject({ setId: id, index: z.int().positive(), reason: z.enum(STRIKE_REASONS) }),
  'repetition.restored': z.strictObject({ setId: id, index: z.int().positive() }),
  'repetition.added': z.strictObject({ setId: id, addedId: id, reason: z.enum(ADD_REASONS) }),
  'repetition.removed': z.strictObject({ setId: id, addedId: id }),
} as const;
