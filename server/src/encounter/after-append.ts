import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import type { Appended } from './append.ts';
import { moveOn } from './expel.ts';
import { raiseGeneration } from './media.ts';

/** The part of appending that touches the video room, in the same transaction; returns what must happen once it is committed. */
export async function planAfterAppend(
  scope: Scope,
  encounterId: string,
  { before, after, serverSeq, outcomes }: Appended,
  app: AppContext,
) {
  const leavesRoom = before.status === 'open' && after.status !== 'open';
  const closing = leavesRoom ? await raiseGeneration(scope, encounterId) : null;
  const stored = outcomes.some(({ outcome }) => outcome === 'stored');
  return async () => {
    if (stored) app.waker.changed(encounterId, serverSeq);
    if (closing) await moveOn(app, encounterId, closing);
  };
}
