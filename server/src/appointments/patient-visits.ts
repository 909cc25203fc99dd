import type { PatientVisit } from '@plumbline/shared/appointments';
import type { Scope } from '../database/database.ts';

const MOST = 200;

/** A patient's visits with anybody of the clinic, latest first. */
export async function listVisitsOf({ tx, clinicId, actor }: Scope, patientId: string): Promise<PatientVisit[]> {
  const rows = await tx
    .selectFrom('encounter')
    .innerJoin('appointment', (join) =>
      join
        .onRef('appointment.clinic_id', '=', 'encounter.clinic_id')
        .onRef('appointment.id', '=', 'encounter.appointment_id'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.clinic_id', '=', 'encounter.clinic_id').onRef('account.id', '=', 'encounter.therapist_id'),
    )
    .select(['encounter.id', 'starts_at', 'status', 'display_name', 'encounter.therapist_id'])
    .where('encounter.clinic_id', '=', clinicId)
    .where('encounter.patient_id', '=', patientId)
    .orderBy('starts_at', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    encounterId: row.id,
    startsAt: row.starts_at.toISOString(),
    status: row.status,
    therapistName: row.display_name,
    isYours: actor.kind === 'staff' && actor.accountId === row.therapist_id,
  }));
}
