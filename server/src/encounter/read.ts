import { type EncounterSnapshot, type StoredEvent, upcastState } from '@plumbline/shared/encounter';
import { type Actor, canConduct } from '@plumbline/shared/people';
import type { Scope } from '../database/database.ts';
import { ageAndSexOf, nameOf } from '../people/index.ts';
import { notFound } from '../problem.ts';
import type { AtEncounter, Exchange } from '../registry/registry.ts';
import { lastDeviceSeq, partyOf } from './append.ts';
import { readPresence } from './presence.ts';

const PAGE = 500;

/** Everything a browser that comes back needs. `deviceId` is the asking device. */
export async function readSnapshot(
  scope: Scope,
  encounter: AtEncounter,
  { app }: Exchange,
  deviceId: string,
): Promise<EncounterSnapshot> {
  const { tx, clinicId, actor } = scope;
  const row = await tx
    .selectFrom('encounter')
    .innerJoin('clinic', 'clinic.id', 'encounter.clinic_id')
    .innerJoin('account', 'account.id', 'encounter.therapist_id')
    .leftJoin('appointment', 'appointment.id', 'encounter.appointment_id')
    .select(['state', 'server_seq', 'clinic.name as clinic_name', 'account.display_name', 'starts_at', 'time_zone'])
    .where('encounter.clinic_id', '=', clinicId)
    .where('encounter.id', '=', encounter.encounterId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const day = (row.starts_at ?? new Date(app.clock.nowMs())).toISOString().slice(0, 10);
  return {
    encounterId: encounter.encounterId,
    you: partyOf(actor),
    role: roleOf(actor, encounter),
    person: actor.kind === 'staff' ? await ageAndSexOf(scope, app, encounter.patientId, day) : null,
    serverSeq: row.server_seq,
    state: upcastState(row.state),
    patientName: await nameOf(scope, app, encounter.patientId),
    therapistName: row.display_name,
    clinicName: row.clinic_name,
    startsAt: (row.starts_at ?? new Date(0)).toISOString(),
    timeZone: row.time_zone ?? 'UTC',
    presence: await readPresence(scope, encounter.encounterId, app),
    yourDeviceSeq: await lastDeviceSeq(scope, encounter.encounterId, deviceId),
  };
}

function roleOf(actor: Actor, encounter: AtEncounter): EncounterSnapshot['role'] {
  if (canConduct(actor, encounter)) return 'conductor';
  return actor.kind === 'patient-device' ? 'attendee' : 'reader';
}

/** The stored events after `since`, in order, a page at a time. */
export async function readEvents({ tx, clinicId }: Scope, encounterId: string, since: number) {
  const rows = await tx
    .selectFrom('event')
    .selectAll()
    .where('clinic_id', '=', clinicId)
    .where('encounter_id', '=', encounterId)
    .where('server_seq', '>', since)
    .orderBy('server_seq')
    .limit(PAGE + 1)
    .execute();
  const page = rows.slice(0, PAGE);
  const events = page.map(
    (row): StoredEvent => ({
      id: row.id,
      encounterId: row.encounter_id,
      deviceId: row.device_id,
      deviceSeq: row.device_seq,
      type: row.type,
      version: row.version,
      happenedAt: row.happened_at,
      body: row.body,
      serverSeq: row.server_seq,
      receivedAt: row.received_at.toISOString(),
      actor: row.actor,
      disposition: row.disposition,
      reason: row.reason,
    }),
  );
  return { events, serverSeq: events.at(-1)?.serverSeq ?? since, more: rows.length > PAGE };
}
