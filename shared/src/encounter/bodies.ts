import { z } from 'zod';
import { CORRECTION_BODIES } from './bodies-correction.ts';
import { SCREEN_BODIES } from './bodies-screen.ts';
import { TIMED_BODIES } from './bodies-timed.ts';
import { definition, degrees, id, side } from './fields.ts';
import { MEASURING_TROUBLES } from './measuring.ts';
import { provenance } from './provenance.ts';

const refusals = z.array(z.string().max(40)).max(20);

/** shared/measurement's SetUp on the wire. */
export const setUp = z.strictObject({
  x: z.number(),
  y: z.number(),
  trunk: z.number(),
  yaw: z.number(),
  shape: z.number(),
});

/** shared/measurement's TrialResult on the wire. */
export const trialResult = z.strictObject({
  valueDegrees: degrees.nullable(),
  uncertaintyDegrees: z.number().nonnegative().nullable(),
  startDegrees: degrees.nullable(),
  minDegrees: degrees.nullable(),
  maxDegrees: degrees.nullable(),
  startMs: z.number(),
  peakMs: z.number().nullable(),
  endMs: z.number(),
  refusals,
  findings: z.array(z.strictObject({ code: z.string().max(40), degrees })).max(20),
  poseFps: z.number().nonnegative(),
  side,
  setUp: setUp.nullable().default(null),
});

/** shared/measurement's Repetition on the wire. */
export const repetition = z.strictObject({
  index: z.int().positive(),
  startMs: z.number(),
  peakMs: z.number(),
  endMs: z.number(),
  peakDegrees: degrees.nullable(),
  rangeDegrees: z.number().nonnegative().nullable(),
  uncertaintyDegrees: z.number().nonnegative().nullable(),
  tempo: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly().nullable(),
  validity: z.enum(['complete', 'partial', 'interrupted']),
  reasons: refusals,
  // Rows of before they were watched have none of these.
  findings: z
    .array(z.strictObject({ code: z.string().max(40), degrees }))
    .max(20)
    .default([]),
  judged: z.array(z.string().max(40)).max(20).default([]),
  confidence: z.number().min(0).max(1).nullable().default(null),
});

export const dosage = z.strictObject({
  repetitions: z.int().positive().max(100).nullable(),
  /** Eccentric-pause-concentric-pause in seconds, e.g. `3-1-3-0`. */
  tempo: z
    .string()
    .regex(/^\d{1,2}-\d{1,2}-\d{1,2}-\d{1,2}$/)
    .nullable(),
  targetDegrees: degrees.nullable(),
});

/** Every event of an encounter: `type` → body. Old versions stay readable through upcasters. */
export const EVENT_BODIES = {
  // The patient's device tells.
  'patient.arrived': z.strictObject({ nameConfirmed: z.literal(true), camera: z.boolean(), microphone: z.boolean() }),
  'patient.left': z.strictObject({}),
  'consent.given': z.strictObject({ kind: z.enum(['landmark-track']) }),
  'consent.withdrawn': z.strictObject({ kind: z.enum(['landmark-track']) }),
  'trial.recorded': z.strictObject({ trialId: id, result: trialResult, provenance }),
  'repetition.recorded': z.strictObject({ setId: id, repetition, provenance }),
  /** How the patient's device does as the one that measures; null: well. */
  'measuring.reported': z.strictObject({ trouble: z.enum(MEASURING_TROUBLES).nullable() }),
  // Either side tells.
  'stop.pressed': z.strictObject({ how: z.enum(['button', 'key', 'hands-free', 'therapist']) }),
  'stop.resolved': z.strictObject({ choice: z.enum(['resume', 'end-set']) }),
  // The therapist decides.
  'patient.admitted': z.strictObject({}),
  'patient.returned-to-waiting': z.strictObject({}),
  'trial.armed': z.strictObject({
    trialId: id,
    measurementId: id,
    protocol: definition,
    side,
    /** High irritability: this is the measurement's one trial. */
    irritable: z.boolean().default(false),
    /** The screen and the step of it that it is for. */
    screen: z.strictObject({ screenId: id, step: z.int().nonnegative() }).nullable().default(null),
    /** How the patient stood when this was measured last: their page leads them there again. */
    lastSetUp: setUp.nullable().default(null),
  }),
  'trial.cancelled': z.strictObject({ trialId: id }),
  'trial.kept': z.strictObject({ trialId: id }),
  'trial.declined': z.strictObject({ trialId: id }),
  'set.started': z.strictObject({
    setId: id,
    exercise: z.string().max(60),
    side: side.nullable(),
    phase: z.enum(['mobility', 'activation', 'functional']),
    dosage,
  }),
  'set.ended': z.strictObject({ setId: id }),
  ...CORRECTION_BODIES,
  ...SCREEN_BODIES,
  /** From here on this device measures. */
  'measuring.chosen': z.strictObject({
    by: z.enum(['patient-device', 'therapist-browser']),
    reason: z.enum([...MEASURING_TROUBLES, 'by-choice']),
  }),
  ...TIMED_BODIES,
  'display.changed': z.strictObject({ degrees: z.boolean(), skeleton: z.boolean() }),
  'visit.ended': z.strictObject({}),
} as const;

export type EventType = keyof typeof EVENT_BODIES;
export type EventBody<T extends EventType> = z.infer<(typeof EVENT_BODIES)[T]>;
export const EVENT_TYPES = Object.keys(EVENT_BODIES) as EventType[];
