import type { VisitListed } from '@plumbline/shared/appointments';
import { EMPTY_STATE } from '@plumbline/shared/encounter';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { namesOf } from '../people/index.ts';
import { notAllowed, notFound, ProblemError } from '../problem.ts';

export interface WantedVisit {
  id: string;
  patientId: string;
  startsAt: string;
  durationMinutes: number;
  timeZone: string;
}

/** Throws where this is not a time zone we know, naming the field. */
export function assertTimeZone(timeZone: string, path: string): void {
  try {
    // An offset is read the other way round by the database (POSIX), and knows no summer time.
    if (/^[+-]/.test(timeZone)) throw new RangeError('an offset');
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new ProblemError(400, 'unknown-time-zone', path);
  }
}

/** Plans a visit of the asking therapist: appointment and encounter, once per `id`. */
export async function planVisit(scope: Scope, app: AppContext, wanted: WantedVisit): Promise<VisitListed> {
  const { tx, clinicId, actor } = scope;
  if (actor.kind !== 'staff') throw notAllowed();
  assertTimeZone(wanted.timeZone, 'body.timeZone');
  const known = (await visitsWhere(scope, app, { encounterId: wanted.id }))[0];
  if (known) return known;
  const episode = await tx
    .selectFrom('episode')
    .select('id')
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', wanted.patientId)
    .where('closed_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (!episode) throw new ProblemError(400, 'unknown-patient', 'body.patientId');
  const startsAt = new Date(wanted.startsAt);
  const appointmentId = uuid();
  await tx
    .insertInto('appointment')
    .values({
      clinic_id: clinicId,
      id: appointmentId,
      patient_id: wanted.patientId,
      therapist_id: actor.accountId,
      site_id: null,
      starts_at: startsAt,
      ends_at: new Date(startsAt.getTime() + wanted.durationMinutes * 60_000),
      time_zone: wanted.timeZone,
    })
    .execute();
  await tx
    .insertInto('encounter')
    .values({
      clinic_id: clinicId,
      id: wanted.id,
      kind: 'visit',
      episode_id: episode.id,
      appointment_id: appointmentId,
      patient_id: wanted.patientId,
      therapist_id: actor.accountId,
      state: JSON.stringify(EMPTY_STATE),
      status: EMPTY_STATE.status,
      waiting_since: null,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const planned = (await visitsWhere(scope, app, { encounterId: wanted.id }))[0];
  if (!planned) throw notFound();
  return planned;
}

/** The therapist's visits that start on that local day, by time. */
export function listVisits(
  scope: Scope,
  app: AppContext,
  day: { day: string; timeZone: string },
): Promise<VisitListed[]> {
  assertTimeZone(day.timeZone, 'query.timeZone');
  return visitsWhere(scope, app, day);
}

async function visitsWhere(
  scope: Scope,
  app: AppContext,
  which: { encounterId: string } | { day: string; timeZone: string },
): Promise<VisitListed[]> {
  const { tx, clinicId, actor } = scope;
  if (actor.kind !== 'staff') throw notAllowed();
  let query = tx
    .selectFrom('encounter')
    .innerJoin('appointment', (join) =>
      join
        .onRef('appointment.clinic_id', '=', 'encounter.clinic_id')
        .onRef('appointment.id', '=', 'encounter.appointment_id'),
    )
    .select([
      'encounter.id',
      'encounter.patient_id',
      'encounter.status',
      'encounter.waiting_since',
      'starts_at',
      'ends_at',
      'time_zone',
    ])
    .where('encounter.clinic_id', '=', clinicId)
    .where('encounter.therapist_id', '=', actor.accountId);
  if ('encounterId' in which) query = query.where('encounter.id', '=', which.encounterId);
  else {
    query = query.where(
      sql<boolean>`starts_at >= (${which.day}::date)::timestamp AT TIME ZONE ${which.timeZone}
        AND starts_at < (${which.day}::date + 1)::timestamp AT TIME ZONE ${which.timeZone}`,
    );
  }
  const rows = await query.orderBy('starts_at').execute();
  const names = await namesOf(
    scope,
    app,
    rows.map((row) => row.patient_id),
  );
  return rows.map((row) => ({
    encounterId: row.id,
    patientId: row.patient_id,
    patientName: names.get(row.patient_id) ?? '—',
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    timeZone: row.time_zone,
    status: row.status,
    waitingSince: row.status === 'waiting' ? (row.waiting_since?.toISOString() ?? null) : null,
  }));
}
