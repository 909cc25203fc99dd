import { z } from 'zod';
import { FALLS_SCREENS, KEY_ENDS, MODIFICATIONS, TEST_CONDITIONS } from '../programme/index.ts';
import { definition, id, side } from './fields.ts';
import { provenance } from './provenance.ts';

/** What was known of who did the test, as given for it; norms need it. */
export const testedPerson = z.strictObject({
  ageYears: z.int().min(0).max(120).nullable(),
  sex: z.enum(['male', 'female']).nullable(),
});

const TIMED_ENDS = [
  'clock',
  'fifth-stand',
  'touch-down',
  'seated-again',
  'hand-support',
  'key',
  'interrupted',
] as const;

/** The outcome of a timed test. */
export const timedResult = z.strictObject({
  /** Stands, or seconds; null where it was broken off before it told anything. */
  value: z.number().nonnegative().max(3_600).nullable(),
  unit: z.enum(['count', 'seconds']),
  /** ± of a time, seconds. */
  uncertaintySeconds: z.number().nonnegative().max(60).nullable(),
  endedBy: z.enum(TIMED_ENDS),
  /** Who said when it ended. clock: its time was up. */
  timedBy: z.enum(['camera', 'clock', 'therapist']),
  lastWasUnderWay: z.boolean(),
  /** When each stand was reached, seconds after "Go". */
  standsAtS: z.array(z.number().nonnegative()).max(200),
});
export type TimedOutcome = z.infer<typeof timedResult>;

export const VOID_REASONS = ['not-as-instructed', 'false-start', 'disturbed', 'seen-badly', 'wrong-patient'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

export const TIMED_AMENDMENTS = ['missed-by-camera', 'counted-too-many', 'checked-by-hand', 'taken-back'] as const;
export type TimedAmendment = (typeof TIMED_AMENDMENTS)[number];

/** On the clock of the patient's frames, epoch ms of that device. */
const deviceMs = z.number().nonnegative();

/** Functional tests with a clock, from the conditions to the decision. */
export const TIMED_BODIES = {
  /** The patient gets ready; nothing is timed yet. */
  'timed.armed': z.strictObject({
    testId: id,
    test: definition,
    side: side.nullable(),
    /** What the therapist confirmed. */
    conditions: z.array(z.enum(TEST_CONDITIONS)).max(20),
    falls: z.enum(FALLS_SCREENS),
    person: testedPerson.nullable(),
  }),
  'timed.cancelled': z.strictObject({ testId: id }),
  /** The patient's device is to say "Ready … Go". */
  'timed.called': z.strictObject({ testId: id }),
  /** It said "Go". */
  'timed.went': z.strictObject({ testId: id, goMs: deviceMs }),
  /** The foot left the floor: `liftedMs` as the camera saw it; null by the therapist's key. */
  'timed.lifted': z.strictObject({ testId: id, liftedMs: deviceMs.nullable(), shownMs: deviceMs.nullable() }),
  'timed.recorded': z.strictObject({ testId: id, result: timedResult, provenance }),
  /** The therapist's key. `shownMs`: the capture time of the frame on the therapist's screen then; null without a picture. */
  'timed.ended': z.strictObject({
    testId: id,
    how: z.enum([...KEY_ENDS, 'broken-off']),
    shownMs: deviceMs.nullable(),
  }),
  /** How it was done otherwise than published; the whole list, empty takes it back. */
  'timed.modified': z.strictObject({ testId: id, modifications: z.array(z.enum(MODIFICATIONS)).max(10) }),
  /** What the therapist counted or timed instead; null takes it back. */
  'timed.amended': z.strictObject({
    testId: id,
    value: z.number().nonnegative().max(3_600).nullable(),
    reason: z.enum(TIMED_AMENDMENTS),
  }),
  'timed.accepted': z.strictObject({ testId: id }),
  'timed.voided': z.strictObject({ testId: id, reason: z.enum(VOID_REASONS) }),
} as const;
