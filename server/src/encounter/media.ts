import { randomUUID } from 'node:crypto';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { AtEncounter } from '../registry/registry.ts';
import { partyOf } from './append.ts';
import { roomName } from './room-broker.ts';

/** Where LiveKit's signalling is found under our own origin. */
export const SIGNALLING_PATH = '/livekit';

/** Lets the asking party into the video room: a new identity each time, which replaces the party's former ones. Staff stay in it as long as their session. */
export async function admitToMedia(
  { tx, clinicId, actor }: Scope,
  { encounterId }: AtEncounter,
  app: AppContext,
  sessionId: string | null,
): Promise<{ path: string; token: string; identity: string }> {
  const party = partyOf(actor);
  const row = await tx
    .selectFrom('encounter')
    .select(['state', 'room_generation'])
    .where('clinic_id', '=', clinicId)
    .where('id', '=', encounterId)
    .executeTakeFirst();
  if (!row) throw notFound();
  if (actor.kind === 'patient-device' && (await hasMoved({ tx, clinicId }, encounterId, actor.deviceId)))
    throw new ProblemError(409, 'moved');
  const { status } = row.state;
  if (status === 'ended') throw new ProblemError(409, 'ended');
  if (status !== 'open') throw new ProblemError(409, 'not-admitted');
  const room = roomName(encounterId, row.room_generation);
  const former = await tx
    .selectFrom('admission')
    .select('identity')
    .where('clinic_id', '=', clinicId)
    .where('encounter_id', '=', encounterId)
    .where('party', '=', party)
    .where('left_at', 'is', null)
    .execute();
  const identity = randomUUID();
  const now = new Date(app.clock.nowMs());
  await tx
    .updateTable('admission')
    .set({ left_at: now })
    .where('clinic_id', '=', clinicId)
    .where('encounter_id', '=', encounterId)
    .where('party', '=', party)
    .where('left_at', 'is', null)
    .execute();
  await tx
    .insertInto('admission')
    .values({
      clinic_id: clinicId,
      identity,
      encounter_id: encounterId,
      party,
      session_id: sessionId,
      room_generation: row.room_generation,
      joined_at: null,
      left_at: null,
    })
    .execute();
  await enterRoom(
    app,
    room,
    former.map((one) => one.identity),
  );
  return { path: SIGNALLING_PATH, token: await app.broker.createToken({ room, identity, party }), identity };
}

/** Whether another device has taken this one's place. */
async function hasMoved({ tx, clinicId }: Pick<Scope, 'tx' | 'clinicId'>, encounterId: string, deviceId: string) {
  const row = await tx
    .selectFrom('encounter_device')
    .select('moved_at')
    .where('clinic_id', '=', clinicId)
    .where('encounter_id', '=', encounterId)
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
  return row?.moved_at != null;
}

async function enterRoom({ broker, log }: AppContext, room: string, former: readonly string[]): Promise<void> {
  try {
    await broker.openRoom(room);
    for (const identity of former) await broker.remove(room, identity);
  } catch (error) {
    log.warn({ err: error }, 'the video server does not answer');
    throw new ProblemError(503, 'video-unavailable');
  }
}

/** After an event that sends people out of the room: a new generation, so that tokens of the old one lead nowhere. Returns the room to close. */
export async function raiseGeneration({ tx, clinicId }: Scope, encounterId: string): Promise<string> {
  const row = await tx
    .updateTable('encounter')
    .set((update) => ({ room_generation: update('room_generation', '+', 1) }))
    .where('clinic_id', '=', clinicId)
    .where('id', '=', encounterId)
    .returning('room_generation')
    .executeTakeFirstOrThrow();
  return roomName(encounterId, row.room_generation - 1);
}
