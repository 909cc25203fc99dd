import { canAnybody, canTakePart } from '@plumbline/shared/people';
import type { SocketRoutes } from '../registry/registry.ts';
import { planAfterAppend } from './after-append.ts';
import { appendEvents, partyOf } from './append.ts';
import { watchers } from './presence.ts';

/** The events are their own record of who, what and when; the log keeps from where, and on what ground. */
const HOUR_MS = 3_600_000;

/** What a page may say over its socket. */
export const socketRoutes: SocketRoutes = {
  'clock.ask': {
    about: 'anybody',
    rule: canAnybody,
    handler: async (_message, { app }) => ({ serverMs: app.clock.nowMs() }),
  },
  'encounter.watch': {
    about: 'encounter',
    audits: { action: 'encounter.watch', onceWithinMs: HOUR_MS },
    rule: canTakePart,
    handler: async (_message, { actor }, { encounterId }, { app, socketId, join }) => {
      await join(encounterId);
      watchers(app).add(encounterId, socketId, partyOf(actor));
      app.waker.presence(encounterId);
      return {};
    },
  },
  'encounter.append': {
    about: 'encounter',
    audits: { action: 'encounter.append', onceWithinMs: HOUR_MS },
    rule: canTakePart,
    handler: async ({ events }, scope, encounter, { app, afterCommit }) => {
      const appended = await appendEvents(scope, encounter, events, app);
      afterCommit(await planAfterAppend(scope, encounter.encounterId, appended, app));
      return { outcomes: appended.outcomes };
    },
  },
};
