import type { lookUpInvitation } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { appendAudit } from '../audit/index.ts';
import { createToken, hashToken } from '../crypto/token.ts';
import type { Scope, Tx } from '../database/database.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { AtEncounter, Exchange } from '../registry/registry.ts';

const DAY_MS = 86_400_000;
/** A device keeps its credential this long after the last visit: late measurements may still arrive. */
const DEVICE_MS = 60 * DAY_MS;

type Look = z.infer<(typeof lookUpInvitation)['response']>;

/** Makes a fresh link to a visit; its earlier unused links stop working. Valid until a day after the planned start, from now at least an hour. */
export async function invite(
  { tx, clinicId }: Scope,
  { encounterId }: Pick<AtEncounter, 'encounterId'>,
  { app }: Pick<Exchange, 'app'>,
): Promise<{ url: string; token: string; expiresAt: string }> {
  const nowMs = app.clock.nowMs();
  const visit = await tx
    .selectFrom('encounter')
    .leftJoin('appointment', (join) =>
      join
        .onRef('appointment.clinic_id', '=', 'encounter.clinic_id')
        .onRef('appointment.id', '=', 'encounter.appointment_id'),
    )
    .select(['starts_at', 'encounter.status as status'])
    .where('encounter.clinic_id', '=', clinicId)
    .where('encounter.id', '=', encounterId)
    .executeTakeFirst();
  if (!visit) throw notFound();
  if (visit.status === 'ended') throw new ProblemError(409, 'ended');
  await tx
    .updateTable('invitation')
    .set({ revoked_at: new Date(nowMs) })
    .where('clinic_id', '=', clinicId)
    .where('encounter_id', '=', encounterId)
    .where('spent_by', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  const { token, hash } = createToken();
  const expiresMs = Math.max((visit.starts_at?.getTime() ?? nowMs) + DAY_MS, nowMs + DAY_MS / 24);
  await tx
    .insertInto('invitation')
    .values({
      token_hash: hash,
      clinic_id: clinicId,
      encounter_id: encounterId,
      expires_at: new Date(expiresMs),
      spent_by: null,
      revoked_at: null,
    })
    .execute();
  const url = `${app.config.publicUrl}${app.basePath}visit#${token}`;
  return { url, token, expiresAt: new Date(expiresMs).toISOString() };
}

/** What a link is about, without spending it. */
export function lookUp(token: string, exchange: Exchange): Promise<Look> {
  return exchange.app.db.withSystem(async (tx) => {
    const found = await findInvitation(tx, token);
    if (!found) throw new ProblemError(404, 'unknown-link', 'body.token');
    return {
      state: await stateOf(tx, found, exchange),
      clinicName: found.clinic_name,
      therapistName: found.therapist_name,
      startsAt: (found.starts_at ?? found.created_at).toISOString(),
      timeZone: found.time_zone ?? 'UTC',
    };
  });
}

/** Spends a link and binds this browser to its visit. On the browser that spent it, it answers the same again. */
export async function redeem(token: string, exchange: Exchange): Promise<{ encounterId: string; deviceId: string }> {
  const { app } = exchange;
  const { found, held } = await app.db.withSystem(async (tx) => {
    const invitation = await findInvitation(tx, token);
    if (!invitation) throw new ProblemError(404, 'unknown-link', 'body.token');
    return { found: invitation, held: await heldDevice(tx, exchange) };
  });
  return app.db.withActor({ kind: 'system', clinicId: found.clinic_id }, async (scope) => {
    const { tx } = scope;
    // Locked, so that of two browsers pressing at once one is told that the link is used.
    await tx
      .selectFrom('invitation')
      .select('token_hash')
      .where('token_hash', '=', hashToken(token))
      .forUpdate()
      .execute();
    const fresh = await findInvitation(tx, token);
    if (!fresh) throw new ProblemError(404, 'unknown-link', 'body.token');
    const state = await stateOf(tx, fresh, exchange);
    if (state === 'yours' && fresh.spent_by) return { encounterId: fresh.encounter_id, deviceId: fresh.spent_by };
    if (state !== 'open') throw new ProblemError(409, state, 'body.token');
    const keeps = held?.patient_id === fresh.patient_id && held.clinic_id === fresh.clinic_id;
    const deviceId = keeps ? held.id : await bindNewDevice(scope, fresh.patient_id, exchange);
    const values = {
      clinic_id: fresh.clinic_id,
      encounter_id: fresh.encounter_id,
      device_id: deviceId,
      moved_at: null,
    };
    await tx
      .insertInto('encounter_device')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx.updateTable('invitation').set({ spent_by: deviceId }).where('token_hash', '=', hashToken(token)).execute();
    const asDevice = {
      kind: 'patient-device',
      clinicId: fresh.clinic_id,
      deviceId,
      patientId: fresh.patient_id,
    } as const;
    await appendAudit(
      { ...scope, actor: asDevice },
      { action: 'people.redeem-invitation', subjectId: fresh.encounter_id, address: exchange.address },
    );
    return { encounterId: fresh.encounter_id, deviceId };
  });
}

/** Makes a device of the patient's with its credential in this browser. */
export async function bindNewDevice({ tx, clinicId }: Scope, patientId: string, exchange: Exchange): Promise<string> {
  const { token, hash } = createToken();
  const id = uuid();
  await tx
    .insertInto('device')
    .values({ clinic_id: clinicId, id, account_id: null, patient_id: patientId, credential_hash: hash })
    .execute();
  exchange.setCookie('device', token, DEVICE_MS);
  return id;
}

async function heldDevice(tx: Tx, exchange: Exchange) {
  const credential = exchange.cookie('device');
  if (!credential) return null;
  const row = await tx
    .selectFrom('device')
    .select(['id', 'clinic_id', 'patient_id'])
    .where('credential_hash', '=', hashToken(credential))
    .executeTakeFirst();
  return row ?? null;
}

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** What may be done with a link here. */
export async function stateOf(tx: Tx, invitation: Invitation, exchange: Exchange): Promise<Look['state']> {
  if (invitation.status === 'ended') return 'ended';
  if (invitation.spent_by) {
    const held = await heldDevice(tx, exchange);
    return held?.id === invitation.spent_by ? 'yours' : 'used-elsewhere';
  }
  const over = invitation.revoked_at !== null || invitation.expires_at.getTime() <= exchange.app.clock.nowMs();
  return over ? 'expired' : 'open';
}

export function findInvitation(tx: Tx, token: string) {
  return tx
    .selectFrom('invitation')
    .innerJoin('encounter', 'encounter.id', 'invitation.encounter_id')
    .innerJoin('clinic', 'clinic.id', 'invitation.clinic_id')
    .innerJoin('account', 'account.id', 'encounter.therapist_id')
    .leftJoin('appointment', 'appointment.id', 'encounter.appointment_id')
    .select([
      'invitation.clinic_id',
      'invitation.encounter_id',
      'invitation.expires_at',
      'invitation.created_at',
      'invitation.spent_by',
      'invitation.revoked_at',
      'encounter.patient_id',
      'encounter.status',
      'clinic.name as clinic_name',
      'account.display_name as therapist_name',
      'appointment.starts_at',
      'appointment.time_zone',
    ])
    .where('invitation.token_hash', '=', hashToken(token))
    .executeTakeFirst();
}
