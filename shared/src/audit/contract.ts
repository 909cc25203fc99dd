import { z } from 'zod';
import { route } from '../http/route.ts';
import { staffRole } from '../people/index.ts';

/** Which entries are meant; all of them together. `from` and `to` are moments, `to` excluded. */
const filters = z.strictObject({
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  accountId: z.uuid().optional(),
  /** Everything about a patient: the chart and every visit. */
  patientId: z.uuid().optional(),
  action: z.string().max(60).optional(),
  outcome: z.enum(['done', 'refused']).optional(),
});
export type AuditFilters = z.infer<typeof filters>;

/** One entry, with names as they are now: the log itself keeps none. */
export const auditEntry = z.strictObject({
  seq: z.int().positive(),
  at: z.iso.datetime(),
  actor: z.strictObject({ kind: z.string(), id: z.uuid().nullable(), name: z.string().nullable() }),
  action: z.string(),
  subject: z
    .strictObject({
      kind: z.enum(['patient', 'encounter', 'account', 'other']),
      id: z.uuid(),
      name: z.string().nullable(),
      patientId: z.uuid().nullable(),
    })
    .nullable(),
  outcome: z.string(),
  address: z.string().nullable(),
  why: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** A page of the clinic's audit log, latest first; go on with `before` the last `seq` seen. */
export const listAudit = route({
  name: 'audit.list',
  method: 'GET',
  path: '/api/audit',
  query: z.strictObject({ ...filters.shape, before: z.coerce.number().int().positive().max(1e15).optional() }),
  response: z.strictObject({ entries: z.array(auditEntry), more: z.boolean() }),
});

/** What the filters offer. */
export const listAuditChoices = route({
  name: 'audit.choices',
  method: 'GET',
  path: '/api/audit/choices',
  response: z.strictObject({
    accounts: z.array(z.strictObject({ accountId: z.uuid(), displayName: z.string() })),
    actions: z.array(z.string()),
  }),
});

/** The entries as a file, latest first; `more` where there are more than fit into one. The export stands in the log itself. */
export const exportAudit = route({
  name: 'audit.export',
  method: 'POST',
  path: '/api/audit/export',
  body: z.strictObject({ ...filters.shape, format: z.enum(['csv', 'json']) }),
  response: z.strictObject({ text: z.string(), entries: z.int().nonnegative(), more: z.boolean() }),
});

/** Who of the staff used this patient's record: by person, deed, ground and day (UTC), latest first. */
export const listLooks = route({
  name: 'audit.my-record',
  method: 'GET',
  path: '/api/my-record/looks',
  response: z.strictObject({
    looks: z.array(
      z.strictObject({
        name: z.string(),
        roles: z.array(staffRole),
        action: z.string(),
        why: z.string().nullable(),
        times: z.int().positive(),
        lastAt: z.iso.datetime(),
      }),
    ),
  }),
});
export type Look = z.infer<(typeof listLooks)['response']>['looks'][number];
