import { randomInt } from 'node:crypto';
import type { claimMove as claimContract, listMoves as listContract } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { appendAudit } from '../audit/index.ts';
import { createToken, hashToken } from '../crypto/token.ts';
import type { Scope } from '../database/database.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { AtEncounter, Exchange } from '../registry/registry.ts';
import { bindNewDevice, findInvitation, stateOf } from './invitations.ts';

type Claimed = z.infer<(typeof claimContract)['response']>;
type Moves = z.infer<(typeof listContract)['response']>;

/** A question nobody answers is forgotten. */
const ASKS_MS = 15 * 60_000;

/** Asks the therapist to let this device take the place of the one that spent the link. A newer question replaces an older one. */
export async function askToMove(token: string, exchange: Exchange): Promise<{ secret: string; code: string }> {
  const { app } = exchange;
  const now = new Date(app.clock.nowMs());
  const found = await app.db.withSystem(async (tx) => {
    const invitation = await findInvitation(tx, token);
    if (!invitation) throw new ProblemError(404, 'unknown-link', 'body.token');
    const state = await stateOf(tx, invitation, exchange);
    if (state !== 'used-elsewhere') throw new ProblemError(409, state, 'body.token');
    return invitation;
  });
  const { token: secret, hash } = createToken();
  const code = String(randomInt(10_000)).padStart(4, '0');
  await app.db.withActor({ kind: 'system', clinicId: found.clinic_id }, async (scope) => {
    await scope.tx
      .deleteFrom('device_move')
      .where('clinic_id', '=', scope.clinicId)
      .where('encounter_id', '=', found.encounter_id)
      .where('decision', 'is', null)
      .execute();
    await scope.tx
      .insertInto('device_move')
      .values({
        clinic_id: scope.clinicId,
        id: uuid(),
        encounter_id: found.encounter_id,
        invitation_hash: hashToken(token),
        secret_hash: hash,
        code,
        asked_at: now,
        decision: null,
        decided_at: null,
        device_id: null,
      })
      .execute();
    await appendAudit(scope, {
      action: 'people.ask-to-move',
      subjectId: found.encounter_id,
      address: exchange.address,
    });
  });
  app.waker.presence(found.encounter_id);
  return { secret, code };
}

/** What became of the question; once it was accepted, binds this device in the other one's place. */
export async function claimMove(secret: string, exchange: Exchange): Promise<Claimed> {
  const { app } = exchange;
  const clinicId = await app.db.withSystem(async (tx) => {
    const row = await tx
      .selectFrom('device_move')
      .select('clinic_id')
      .where('secret_hash', '=', hashToken(secret))
      .executeTakeFirst();
    return row?.clinic_id ?? null;
  });
  // A newer question of another device replaced it, or it was never one.
  if (!clinicId) return { state: 'over' };
  const claimed = await app.db.withActor({ kind: 'system', clinicId }, async (scope): Promise<Claimed> => {
    const move = await scope.tx
      .selectFrom('device_move')
      .innerJoin('encounter', 'encounter.id', 'device_move.encounter_id')
      .select([
        'device_move.id',
        'encounter_id',
        'asked_at',
        'decision',
        'device_id',
        'invitation_hash',
        'patient_id',
        'status',
      ])
      .where('secret_hash', '=', hashToken(secret))
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (move.decision === 'declined') return { state: 'declined' };
    if (move.status === 'ended') return { state: 'over' };
    if (move.decision === null) {
      const isOld = move.asked_at.getTime() < app.clock.nowMs() - ASKS_MS;
      return { state: isOld ? 'over' : 'asked' };
    }
    // Claimed before; the answer may have been lost on the way, but the credential is given once.
    if (move.device_id) return { state: 'accepted', encounterId: move.encounter_id, deviceId: move.device_id };
    const deviceId = await bindNewDevice(scope, move.patient_id, exchange);
    await takePlace(scope, { ...move, deviceId }, exchange);
    return { state: 'accepted', encounterId: move.encounter_id, deviceId };
  });
  if (claimed.state === 'accepted') app.waker.mediaMoved(claimed.encounterId);
  return claimed;
}

interface Place {
  id: string;
  encounter_id: string;
  invitation_hash: Buffer;
  deviceId: string;
}

async function takePlace({ tx, clinicId, ...scope }: Scope, move: Place, { app, address }: Exchange): Promise<void> {
  const now = new Date(app.clock.nowMs());
  await tx
    .updateTable('encounter_device')
    .set({ moved_at: now })
    .where('clinic_id', '=', clinicId)
    .where('encounter_id', '=', move.encounter_id)
    .where('moved_at', 'is', null)
    .execute();
  await tx
    .insertInto('encounter_device')
    .values({ clinic_id: clinicId, encounter_id: move.encounter_id, device_id: move.deviceId, moved_at: null })
    .execute();
  await tx
    .updateTable('invitation')
    .set({ spent_by: move.deviceId })
    .where('token_hash', '=', move.invitation_hash)
    .execute();
  await tx
    .updateTable('device_move')
    .set({ device_id: move.deviceId })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', move.id)
    .execute();
  await appendAudit(
    { tx, clinicId, ...scope },
    { action: 'people.moved-device', subjectId: move.encounter_id, address },
  );
}

/** Devices that ask to take the patient's place. */
export async function listMoves({ tx, clinicId }: Scope, encounterId: string, { app }: Exchange): Promise<Moves> {
  const rows = await tx
    .selectFrom('device_move')
    .select(['id', 'code', 'asked_at'])
    .where('clinic_id', '=', clinicId)
    .where('encounter_id', '=', encounterId)
    .where('decision', 'is', null)
    .where('asked_at', '>', new Date(app.clock.nowMs() - ASKS_MS))
    .execute();
  return { moves: rows.map((row) => ({ moveId: row.id, code: row.code, askedAt: row.asked_at.toISOString() })) };
}

/** The therapist's yes or no; the first one holds. */
export async function decideMove(
  { tx, clinicId }: Scope,
  { encounterId }: AtEncounter,
  { moveId, accept }: { moveId: string; accept: boolean },
  { app }: Exchange,
): Promise<void> {
  const row = await tx
    .updateTable('device_move')
    .set({ decision: accept ? 'accepted' : 'declined', decided_at: new Date(app.clock.nowMs()) })
    .where('clinic_id', '=', clinicId)
    .where('encounter_id', '=', encounterId)
    .where('id', '=', moveId)
    .where('decision', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (row) return;
  const known = await tx
    .selectFrom('device_move')
    .select('id')
    .where('clinic_id', '=', clinicId)
    .where('encounter_id', '=', encounterId)
    .where('id', '=', moveId)
    .executeTakeFirst();
  throw known ? new ProblemError(409, 'decided-already') : notFound();
}
