import { canAnybody, canTakePart } from '@plumbline/shared/people';
import type { SocketRoutes } from '../registry/registry.ts';
import { planAfterAppend } from './after-append.ts';
import { appendEvents, partyOf } from './append.ts';
import { watchers } from './presence.ts';

/** What a page may say over its socket. */
export const socketRoutes: SocketRoutes = {
  'clock.ask': {
    about: 'anybody',
    rule: canAnybody,
    handler: async (_message, { app }) => ({ serverMs: app.clock.nowMs() }),
  },
  'encounter.watch': {
    about: 'encounter',
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
    rule: canTakePart,
    handler: async ({ events }, scope, encounter, { app, afterCommit }) => {
      const appended = await appendEvents(scope, encounter, events, app);
      afterCommit(await planAfterAppend(scope, encounter.encounterId, appended, app));
      return { outcomes: appended.outcomes };
    },
  },
};
