import { type ErasureReason, earliestErasureMs, type PatientRights } from '@plumbline/shared/rights';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { notFound, ProblemError } from '../problem.ts';
import { erasePatient } from './erase.ts';
import { keepDays } from './retention.ts';

/** What of a patient's rights is under way. */
export async function readRights(scope: Scope, patientId: string, app: AppContext): Promise<PatientRights> {
  const { tx, clinicId } = scope;
  const patient = await tx
    .selectFrom('patient')
    .select('restricted_at')
    .where('clinic_id', '=', clinicId)
    .where('id', '=', patientId)
    .executeTakeFirst();
  if (!patient) throw notFound();
  const erasure = await pendingErasure(scope, patientId);
  return {
    restrictedAt: patient.restricted_at?.toISOString() ?? null,
    erasure: erasure
      ? {
          reason: erasure.reason as ErasureReason,
          askedAt: erasure.asked_at.toISOString(),
          dueAt: erasure.due_at.toISOString(),
        }
      : null,
    earliestErasureAt: (await earliestErasure(scope, patientId, app)).toISOString(),
  };
}

/** Restricts the use of the data, or lifts it; a pending erasure keeps it restricted. */
export async function restrict(scope: Scope, patientId: string, restricted: boolean, app: AppContext): Promise<void> {
  if (!restricted && (await pendingErasure(scope, patientId))) throw new ProblemError(409, 'erasure-pending');
  await setRestricted(scope, patientId, restricted ? new Date(app.clock.nowMs()) : null);
}

/** Asks for erasure: at once where nothing must be kept any longer, else restricted until then. Asked twice is asked once. */
export async function askForErasure(
  scope: Scope,
  patientId: string,
  reason: ErasureReason,
  app: AppContext,
): Promise<void> {
  const now = new Date(app.clock.nowMs());
  if (await pendingErasure(scope, patientId)) return;
  const due = await earliestErasure(scope, patientId, app);
  await scope.tx
    .insertInto('erasure')
    .values({
      clinic_id: scope.clinicId,
      id: uuid(),
      patient_id: patientId,
      reason,
      asked_at: now,
      due_at: due,
      withdrawn_at: null,
      done_at: null,
    })
    .execute();
  if (due <= now) await erasePatient(scope, patientId, app);
  else await setRestricted(scope, patientId, now);
}

/** Takes the pending request back; the restriction it brought goes with it. */
export async function withdrawErasure(scope: Scope, patientId: string, app: AppContext): Promise<void> {
  const pending = await pendingErasure(scope, patientId);
  if (!pending) throw new ProblemError(409, 'nothing-pending');
  await scope.tx
    .updateTable('erasure')
    .set({ withdrawn_at: new Date(app.clock.nowMs()) })
    .where('clinic_id', '=', scope.clinicId)
    .where('id', '=', pending.id)
    .execute();
  await setRestricted(scope, patientId, null);
}

async function setRestricted({ tx, clinicId }: Scope, patientId: string, at: Date | null): Promise<void> {
  await tx
    .updateTable('patient')
    .set({ restricted_at: at })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', patientId)
    .where('erased_at', 'is', null)
    .execute();
}

function pendingErasure({ tx, clinicId }: Scope, patientId: string) {
  return tx
    .selectFrom('erasure')
    .selectAll()
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .where('withdrawn_at', 'is', null)
    .where('done_at', 'is', null)
    .executeTakeFirst();
}

async function earliestErasure(scope: Scope, patientId: string, app: AppContext): Promise<Date> {
  const { rows } = await sql<{ last: Date | null }>`
    SELECT max(greatest(ended_at, starts_at)) AS last FROM encounter LEFT JOIN appointment
      ON appointment.clinic_id = encounter.clinic_id AND appointment.id = encounter.appointment_id
    WHERE encounter.clinic_id = ${scope.clinicId} AND encounter.patient_id = ${patientId}`.execute(scope.tx);
  const { charts } = await keepDays(scope);
  const lastContactMs = rows[0]?.last?.getTime() ?? null;
  return new Date(earliestErasureMs({ lastContactMs, keepDays: charts, nowMs: app.clock.nowMs() }));
}
