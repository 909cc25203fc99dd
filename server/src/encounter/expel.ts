import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { raiseGeneration } from './media.ts';

/**
 * Sends whoever came in by these sessions out of the video rooms, in the scope's transaction: their tokens lead nowhere
 * any more. Returns what must happen once it is committed; the others in the room then get new tokens.
 */
export async function planExpulsion(
  scope: Scope,
  app: AppContext,
  sessionIds: readonly string[],
): Promise<() => Promise<void>> {
  const { tx, clinicId } = scope;
  const left =
    sessionIds.length === 0
      ? []
      : await tx
          .updateTable('admission')
          .set({ left_at: new Date(app.clock.nowMs()) })
          .where('clinic_id', '=', clinicId)
          .where('session_id', 'in', [...sessionIds])
          .where('left_at', 'is', null)
          .returning('encounter_id')
          .execute();
  const moves: { encounterId: string; closing: string }[] = [];
  for (const encounterId of new Set(left.map(({ encounter_id }) => encounter_id))) {
    moves.push({ encounterId, closing: await raiseGeneration(scope, encounterId) });
  }
  return async () => {
    for (const { encounterId, closing } of moves) await moveOn(app, encounterId, closing);
  };
}

/** Closes the room of a former generation and tells everybody who may to come to the new one. */
export async function moveOn(app: AppContext, encounterId: string, closing: string): Promise<void> {
  app.waker.mediaMoved(encounterId);
  await app.broker.closeRoom(closing).catch((error: unknown) => app.log.warn({ err: error }, 'a room was not closed'));
  app.waker.presence(encounterId);
}
