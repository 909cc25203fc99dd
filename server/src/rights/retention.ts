import {
  RETENTION_DEFAULTS,
  RETENTION_KINDS,
  type RetentionKind,
  type RetentionSchedule,
} from '@plumbline/shared/rights';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { AppContext } from '../app-context.ts';
import { appendAudit } from '../audit/index.ts';
import type { Scope } from '../database/database.ts';
import { notAllowed, ProblemError } from '../problem.ts';
import { erasePatient } from './erase.ts';

const DAY_MS = 86_400_000;
/** Notes of ours that keep work from being done twice: nothing is delivered again after so long. */
const NOTES_DAYS = 30;
const RUNS_SHOWN = 12;

/** How long a clinic keeps each kind of data, in days. */
export async function keepDays({ tx, clinicId }: Scope): Promise<Record<RetentionKind, number>> {
  const own = await tx
    .selectFrom('retention_rule')
    .select(['kind', 'days'])
    .where('clinic_id', '=', clinicId)
    .execute();
  const days = new Map(own.map((rule) => [rule.kind, rule.days]));
  return Object.fromEntries(
    RETENTION_KINDS.map((kind) => [kind, days.get(kind) ?? RETENTION_DEFAULTS[kind].days]),
  ) as Record<RetentionKind, number>;
}

/** The schedule, and what its last runs did. */
export async function readSchedule(scope: Scope): Promise<RetentionSchedule> {
  const { tx, clinicId } = scope;
  const days = await keepDays(scope);
  const runs = await tx
    .selectFrom('retention_run')
    .selectAll()
    .where('clinic_id', '=', clinicId)
    .orderBy('ran_at', 'desc')
    .limit(RUNS_SHOWN)
    .execute();
  const pending = await tx
    .selectFrom('erasure')
    .select((expression) => expression.fn.countAll<string>().as('count'))
    .where('clinic_id', '=', clinicId)
    .where('withdrawn_at', 'is', null)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    rules: RETENTION_KINDS.map((kind) => ({
      kind,
      days: days[kind],
      isDefault: days[kind] === RETENTION_DEFAULTS[kind].days,
    })),
    runs: runs.map((run) => ({ ranAt: run.ran_at.toISOString(), removed: run.removed, chartsDue: run.charts_due })),
    erasuresPending: Number(pending.count),
  };
}

/** Sets how long a kind is kept, within what is allowed for it. */
export async function setKeepDays(scope: Scope, kind: RetentionKind, days: number, app: AppContext): Promise<void> {
  const { tx, clinicId, actor } = scope;
  if (actor.kind !== 'staff') throw notAllowed();
  const { leastDays, mostDays } = RETENTION_DEFAULTS[kind];
  if (days < leastDays || days > mostDays) throw new ProblemError(400, 'out-of-range', 'body.days');
  const values = { days, set_by: actor.accountId, set_at: new Date(app.clock.nowMs()) };
  await tx
    .insertInto('retention_rule')
    .values({ clinic_id: clinicId, kind, ...values })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'kind']).doUpdateSet(values))
    .execute();
}

/** Removes what has been kept long enough, erases whom it is time to erase, and writes down how much that was. */
export async function runSchedule(scope: Scope, app: AppContext): Promise<void> {
  const { tx, clinicId } = scope;
  const days = await keepDays(scope);
  const before = (kept: number) => new Date(app.clock.nowMs() - kept * DAY_MS);
  const tracks = await tx
    .deleteFrom('segment')
    .where('clinic_id', '=', clinicId)
    .where('received_at', '<', before(days['landmark-tracks']))
    .returning('file')
    .execute();
  for (const { file } of tracks) await app.files.remove(file);
  const links = await tx
    .deleteFrom('invitation')
    .where('clinic_id', '=', clinicId)
    .where('expires_at', '<', before(days.links))
    .executeTakeFirst();
  const sessions = await tx
    .deleteFrom('staff_session')
    .where('clinic_id', '=', clinicId)
    .where('expires_at', '<', before(days.sessions))
    .executeTakeFirst();
  await tx
    .deleteFrom('job_effect')
    .where('clinic_id', '=', clinicId)
    .where('done_at', '<', before(NOTES_DAYS))
    .execute();
  await tx.deleteFrom('webhook_event').where('received_at', '<', before(NOTES_DAYS)).execute();
  const erased = await eraseDue(scope, app);
  await tx
    .insertInto('retention_run')
    .values({
      clinic_id: clinicId,
      id: uuid(),
      ran_at: new Date(app.clock.nowMs()),
      removed: JSON.stringify({
        'landmark-tracks': tracks.length,
        links: Number(links.numDeletedRows),
        sessions: Number(sessions.numDeletedRows),
        charts: erased,
      }),
      charts_due: await countDue(scope, before(days.charts)),
    })
    .execute();
}

async function eraseDue(scope: Scope, app: AppContext): Promise<number> {
  const due = await scope.tx
    .selectFrom('erasure')
    .select('patient_id')
    .where('clinic_id', '=', scope.clinicId)
    .where('withdrawn_at', 'is', null)
    .where('done_at', 'is', null)
    .where('due_at', '<=', new Date(app.clock.nowMs()))
    .execute();
  for (const { patient_id } of due) {
    await erasePatient(scope, patient_id, app);
    await appendAudit(scope, { action: 'rights.erased', subjectId: patient_id, address: null, why: 'due' });
  }
  return due.length;
}

/** Charts whose last contact is long enough ago, and whose erasure nobody has asked for. */
async function countDue({ tx, clinicId }: Scope, before: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM patient
    WHERE clinic_id = ${clinicId} AND erased_at IS NULL AND created_at < ${before}
      AND NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.clinic_id = patient.clinic_id
        AND erasure.patient_id = patient.id AND withdrawn_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM encounter LEFT JOIN appointment
        ON appointment.clinic_id = encounter.clinic_id AND appointment.id = encounter.appointment_id
        WHERE encounter.clinic_id = patient.clinic_id AND encounter.patient_id = patient.id
          AND greatest(ended_at, starts_at) >= ${before})`.execute(tx);
  return rows[0]?.count ?? 0;
}
