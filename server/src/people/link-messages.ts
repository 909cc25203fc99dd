import {
  fingerprintOf,
  type LinkChannel,
  type listMessages as listContract,
  type Profile,
} from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { AppContext } from '../app-context.ts';
import { appendAudit } from '../audit/index.ts';
import { open, seal } from '../crypto/seal.ts';
import type { Scope } from '../database/database.ts';
import { defineJob, type Job } from '../jobs/index.ts';
import { ProblemError } from '../problem.ts';
import type { AtEncounter } from '../registry/registry.ts';
import { invite } from './invitations.ts';
import { linkWords } from './link-words.ts';
import { readRecord } from './profiles.ts';
import { registerOf } from './register.ts';

const HOUR_MS = 3_600_000;
/** A lost link is one to a visit that goes on, began not long ago, or comes soon. */
const LOST = { sinceMs: 12 * HOUR_MS, withinMs: 14 * 24 * HOUR_MS };
/** A family may share a telephone. */
const MOST_FOUND = 4;
const ABOUT_CONTACT = 'lost-link contact';

function contactOf({ email, phone }: Profile, channel: LinkChannel): string | null {
  return channel === 'email' ? email : phone;
}

/** By which ways a link can go to the patient, and what was asked for. */
export async function listMessages(
  scope: Scope,
  { encounterId, patientId }: AtEncounter,
  app: AppContext,
): Promise<z.infer<(typeof listContract)['response']>> {
  const { profile } = await readRecord(scope, app, patientId);
  const rows = await scope.tx
    .selectFrom('message')
    .select(['channel', 'asked_at', 'sent_at'])
    .where('clinic_id', '=', scope.clinicId)
    .where('encounter_id', '=', encounterId)
    .orderBy('asked_at')
    .execute();
  return {
    channels: app.notifier.channels.filter((channel) => contactOf(profile, channel) !== null),
    messages: rows.map(({ channel, asked_at, sent_at }) => ({
      channel,
      askedAt: asked_at.toISOString(),
      sentAt: sent_at?.toISOString() ?? null,
    })),
  };
}

/** Asks for a fresh link to be sent; once per `id`. */
export async function sendLink(
  scope: Scope,
  encounter: AtEncounter,
  { id, channel }: { id: string; channel: LinkChannel },
  app: AppContext,
): Promise<void> {
  const { channels } = await listMessages(scope, encounter, app);
  if (!channels.includes(channel)) throw new ProblemError(409, 'channel-not-possible', 'body.channel');
  await queueLink(scope, { id, encounterId: encounter.encounterId, channel }, app);
}

async function queueLink(
  scope: Scope,
  { id, encounterId, channel }: { id: string; encounterId: string; channel: LinkChannel },
  app: AppContext,
): Promise<void> {
  const asked = await scope.tx
    .insertInto('message')
    .values({
      clinic_id: scope.clinicId,
      id,
      encounter_id: encounterId,
      channel,
      asked_at: new Date(app.clock.nowMs()),
      sent_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (asked) await app.jobs.enqueue(scope, sendLinkJob, { messageId: id }, { id });
}

/** The link is made when it is sent, so that its secret is nowhere but in the message. */
const sendLinkJob = defineJob({
  name: 'people.send-link',
  data: z.strictObject({ messageId: z.uuid() }),
  async handler({ messageId }, scope, app) {
    const { tx, clinicId } = scope;
    const row = await tx
      .selectFrom('message')
      .innerJoin('encounter', 'encounter.id', 'message.encounter_id')
      .innerJoin('clinic', 'clinic.id', 'message.clinic_id')
      .innerJoin('account', 'account.id', 'encounter.therapist_id')
      .innerJoin('appointment', 'appointment.id', 'encounter.appointment_id')
      .select([
        'message.encounter_id',
        'channel',
        'sent_at',
        'encounter.patient_id as patientId',
        'status',
        'clinic.name as clinic',
        'account.display_name as therapist',
      ])
      .select(['starts_at', 'time_zone'])
      .where('message.clinic_id', '=', clinicId)
      .where('message.id', '=', messageId)
      .executeTakeFirst();
    if (!row || row.sent_at || row.status === 'ended') return;
    const { profile } = await readRecord(scope, app, row.patientId);
    const to = contactOf(profile, row.channel);
    if (to === null) return;
    const { url } = await invite(scope, { encounterId: row.encounter_id }, { app });
    await tx
      .updateTable('message')
      .set({ sent_at: new Date(app.clock.nowMs()) })
      .where('clinic_id', '=', clinicId)
      .where('id', '=', messageId)
      .execute();
    await appendAudit(scope, { action: 'people.sent-link', subjectId: row.encounter_id, address: null });
    const words = linkWords(row.channel, profile.language, {
      clinic: row.clinic,
      therapist: row.therapist,
      startsAt: row.starts_at,
      timeZone: profile.timeZone ?? row.time_zone,
      url,
    });
    await app.notifier.send({ id: messageId, channel: row.channel, to, ...words });
  },
});

/** Somebody lost a link. Who that is is found out later, so that the answer takes as long for a stranger. */
export async function askForLostLink(contact: string, app: AppContext): Promise<void> {
  const sealed = seal(app.masterKey, Buffer.from(contact), ABOUT_CONTACT).toString('base64');
  await app.db.withSystem((tx) => app.jobs.enqueue({ tx, clinicId: null }, findLostLinkJob, { sealed }));
}

const findLostLinkJob = defineJob({
  name: 'people.find-lost-link',
  data: z.strictObject({ sealed: z.base64() }),
  async handler({ sealed }, scope, app) {
    const contact = open(app.masterKey, Buffer.from(sealed, 'base64'), ABOUT_CONTACT).toString();
    const channel: LinkChannel = contact.includes('@') ? 'email' : 'sms';
    if (!app.notifier.channels.includes(channel)) return;
    const wanted = fingerprintOf({
      displayName: '',
      legalName: null,
      birthDate: null,
      email: channel === 'email' ? contact : null,
      phone: channel === 'sms' ? contact : null,
    });
    const field = channel === 'email' ? 'email' : 'phone';
    if (wanted[field] === null) return;
    const found = [...(await registerOf(scope, app)).values()]
      .filter(({ fingerprint }) => fingerprint[field] === wanted[field])
      .slice(0, MOST_FOUND);
    for (const { patientId } of found) {
      const encounterId = await nextVisit(scope, patientId, app);
      if (encounterId) await queueLink(scope, { id: uuid(), encounterId, channel }, app);
    }
  },
});

async function nextVisit({ tx, clinicId }: Scope, patientId: string, { clock }: AppContext): Promise<string | null> {
  const row = await tx
    .selectFrom('encounter')
    .innerJoin('appointment', 'appointment.id', 'encounter.appointment_id')
    .select('encounter.id')
    .where('encounter.clinic_id', '=', clinicId)
    .where('encounter.patient_id', '=', patientId)
    .where('status', '<>', 'ended')
    .where('starts_at', '>', new Date(clock.nowMs() - LOST.sinceMs))
    .where('starts_at', '<', new Date(clock.nowMs() + LOST.withinMs))
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

export const linkJobs: readonly Job[] = [sendLinkJob, findLostLinkJob];
