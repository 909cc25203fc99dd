import { z } from 'zod';
import { route } from '../http/route.ts';
import { erasureReason, retentionKind } from './retention.ts';

const ofPatient = z.strictObject({ patientId: z.uuid() });
const moment = z.iso.datetime();

export const erasureState = z.strictObject({
  reason: erasureReason,
  askedAt: moment,
  /** Not before: charts must be kept until then. */
  dueAt: moment,
});

/** What of the patient's rights is under way. `earliestErasureAt`: what a request made now would be told. */
export const patientRights = z.strictObject({
  restrictedAt: moment.nullable(),
  erasure: erasureState.nullable(),
  earliestErasureAt: moment,
});
export type PatientRights = z.infer<typeof patientRights>;

export const getPatientRights = route({
  name: 'rights.get',
  method: 'GET',
  path: '/api/patients/:patientId/rights',
  params: ofPatient,
  response: patientRights,
});

/** Everything kept of one patient: a zip with JSON and files. Answers bytes. */
export const exportPatient = route({
  name: 'rights.export',
  method: 'GET',
  path: '/api/patients/:patientId/export',
  params: ofPatient,
  response: z.unknown(),
});

/** Restricts the use of a patient's data, or lifts that. */
export const restrictPatient = route({
  name: 'rights.restrict',
  method: 'PUT',
  path: '/api/patients/:patientId/restriction',
  params: ofPatient,
  body: z.strictObject({ restricted: z.boolean() }),
  response: patientRights,
});

/** Asks for erasure. The use is restricted at once; erased as soon as the law lets us, which may be now. */
export const askForErasure = route({
  name: 'rights.ask-for-erasure',
  method: 'POST',
  path: '/api/patients/:patientId/erasure',
  params: ofPatient,
  body: z.strictObject({ reason: erasureReason }),
  response: patientRights,
});

/** Takes a request back while it is pending. */
export const withdrawErasure = route({
  name: 'rights.withdraw-erasure',
  method: 'DELETE',
  path: '/api/patients/:patientId/erasure',
  params: ofPatient,
  response: patientRights,
});

export const retentionRun = z.strictObject({
  ranAt: moment,
  removed: z.partialRecord(retentionKind, z.int().nonnegative()),
  /** Charts whose time is over and whose erasure nobody has asked for. */
  chartsDue: z.int().nonnegative(),
});
export type RetentionRun = z.infer<typeof retentionRun>;

export const retentionSchedule = z.strictObject({
  rules: z.array(z.strictObject({ kind: retentionKind, days: z.int().positive(), isDefault: z.boolean() })),
  runs: z.array(retentionRun),
  erasuresPending: z.int().nonnegative(),
});
export type RetentionSchedule = z.infer<typeof retentionSchedule>;

export const getRetention = route({
  name: 'rights.retention',
  method: 'GET',
  path: '/api/retention',
  response: retentionSchedule,
});

export const setRetention = route({
  name: 'rights.set-retention',
  method: 'PUT',
  path: '/api/retention/:kind',
  params: z.strictObject({ kind: retentionKind }),
  body: z.strictObject({ days: z.int().positive().max(20_000) }),
  response: retentionSchedule,
});

/** Runs the schedule now, in the background. */
export const runRetention = route({
  name: 'rights.run-retention',
  method: 'POST',
  path: '/api/retention/run',
  body: z.strictObject({}),
  response: z.strictObject({}),
});
