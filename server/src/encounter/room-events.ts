import { findUnfit } from '@plumbline/shared/http';
import { validate as isUuid } from 'uuid';
import type { AppContext } from '../app-context.ts';
import type { Tx } from '../database/database.ts';
import { parseRoomName, type RoomEvent, roomName } from './room-broker.ts';

/** Takes in what LiveKit tells, each event once, in any order; somebody we did not let in is sent out. */
export async function onRoomEvent(app: AppContext, event: RoomEvent): Promise<void> {
  const room = parseRoomName(event.room);
  // Every identity that we let in is one of our ids.
  if (!room || findUnfit(event.id)) return;
  const isAboutSomebody = event.kind === 'joined' || event.kind === 'left';
  if (isAboutSomebody && !isUuid(event.identity)) {
    if (event.kind === 'joined' && event.identity) await app.broker.remove(event.room, event.identity);
    return;
  }
  const invited = await app.db.withSystem(async (tx) => {
    const ours = await tx.selectFrom('encounter').select('id').where('id', '=', room.encounterId).executeTakeFirst();
    // Several installations (the demo's beside the clinic's) share one video server.
    if (!ours) return null;
    const fresh = await tx
      .insertInto('webhook_event')
      .values({ id: event.id })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!fresh) return true;
    if (event.kind === 'joined') return markJoined(tx, room.encounterId, event.identity, app);
    if (event.kind === 'left') await markLeft(tx, room.encounterId, [event.identity], app);
    if (event.kind === 'finished') await markAllLeft(tx, room, app);
    return true;
  });
  if (invited === null) return;
  if (!invited) await app.broker.remove(event.room, event.identity);
  app.waker.presence(room.encounterId);
}

async function markJoined(tx: Tx, encounterId: string, identity: string, app: AppContext): Promise<boolean> {
  const row = await tx
    .updateTable('admission')
    .set({ joined_at: new Date(app.clock.nowMs()) })
    .where('encounter_id', '=', encounterId)
    .where('identity', '=', identity)
    .where('left_at', 'is', null)
    .returning('identity')
    .executeTakeFirst();
  return row !== undefined;
}

async function markLeft(tx: Tx, encounterId: string, identities: readonly string[], app: AppContext): Promise<void> {
  if (identities.length === 0) return;
  await tx
    .updateTable('admission')
    .set({ left_at: new Date(app.clock.nowMs()) })
    .where('encounter_id', '=', encounterId)
    .where('identity', 'in', [...identities])
    .where('left_at', 'is', null)
    .execute();
}

async function markAllLeft(tx: Tx, room: { encounterId: string; generation: number }, app: AppContext): Promise<void> {
  await tx
    .updateTable('admission')
    .set({ left_at: new Date(app.clock.nowMs()) })
    .where('encounter_id', '=', room.encounterId)
    .where('room_generation', '=', room.generation)
    .where('joined_at', 'is not', null)
    .where('left_at', 'is', null)
    .execute();
}

/** Compares what we believe with who is really in the rooms of open visits; webhooks get lost. */
export async function reconcileRooms(app: AppContext): Promise<void> {
  const open = await app.db.withSystem((tx) =>
    tx.selectFrom('encounter').select(['id', 'room_generation']).where('status', '=', 'open').execute(),
  );
  for (const { id, room_generation } of open) {
    const room = roomName(id, room_generation);
    const inRoom = await app.broker.identities(room);
    const { changed, strangers } = await app.db.withSystem(async (tx) => {
      const admissions = await tx
        .selectFrom('admission')
        .select(['identity', 'joined_at', 'left_at'])
        .where('encounter_id', '=', id)
        .where('room_generation', '=', room_generation)
        .execute();
      const gone = admissions.filter((one) => one.joined_at && !one.left_at && !inRoom.includes(one.identity));
      await markLeft(
        tx,
        id,
        gone.map((one) => one.identity),
        app,
      );
      const unseen = admissions.filter((one) => !one.joined_at && !one.left_at && inRoom.includes(one.identity));
      for (const one of unseen) await markJoined(tx, id, one.identity, app);
      const invited = new Set(admissions.filter((one) => !one.left_at).map((one) => one.identity));
      return {
        changed: gone.length + unseen.length > 0,
        strangers: inRoom.filter((identity) => !invited.has(identity)),
      };
    });
    for (const identity of strangers) await app.broker.remove(room, identity);
    if (changed) app.waker.presence(id);
  }
}
