import {
  appendEvents as appendContract,
  askForMedia,
  getEncounter,
  getHistory,
  listEvents,
  storeSegment as segmentContract,
} from '@plumbline/shared/encounter';
import { canAttend, canReadEncounter, canReadHistory, canTakePart } from '@plumbline/shared/people';
import type { Scope } from '../database/database.ts';
import { currentSession } from '../people/index.ts';
import { type Exchange, onRoute } from '../registry/registry.ts';
import { planAfterAppend } from './after-append.ts';
import { appendEvents } from './append.ts';
import { readHistory } from './history.ts';
import { admitToMedia } from './media.ts';
import { readEvents, readSnapshot } from './read.ts';
import { storeSegment } from './segments.ts';

/** Pages ask for these many times a minute. */
const HOUR_MS = 3_600_000;

/** The visit itself: its state, its events, its media. */
export const encounterRoutes = [
  onRoute({
    contract: getEncounter,
    about: 'encounter',
    rule: canReadEncounter,
    audits: 'encounter.read',
    handler: async (_input, scope, encounter, exchange) =>
      readSnapshot(scope, encounter, exchange, await askingDevice(scope, exchange)),
  }),
  onRoute({
    contract: listEvents,
    about: 'encounter',
    rule: canReadEncounter,
    audits: { action: 'encounter.read', onceWithinMs: HOUR_MS },
    handler: ({ query }, scope, { encounterId }) => readEvents(scope, encounterId, query.since),
  }),
  onRoute({
    contract: getHistory,
    about: 'encounter',
    rule: canReadHistory,
    audits: 'encounter.read-history',
    handler: (_input, scope, encounter) => readHistory(scope, encounter),
  }),
  onRoute({
    contract: appendContract,
    about: 'encounter',
    rule: canTakePart,
    // The events are their own record of who, what and when; the log keeps from where, and on what ground.
    audits: { action: 'encounter.append', onceWithinMs: HOUR_MS },
    handler: async ({ body }, scope, encounter, { app, afterCommit }) => {
      const appended = await appendEvents(scope, encounter, body.events, app);
      afterCommit(await planAfterAppend(scope, encounter.encounterId, appended, app));
      return { outcomes: appended.outcomes };
    },
  }),
  onRoute({
    contract: askForMedia,
    about: 'encounter',
    rule: canTakePart,
    audits: 'encounter.media',
    handler: async (_input, scope, encounter, exchange) => {
      const sessionId = scope.actor.kind === 'staff' ? (await currentSession(scope, exchange)).id : null;
      return admitToMedia(scope, encounter, exchange.app, sessionId);
    },
  }),
  onRoute({
    contract: segmentContract,
    about: 'encounter',
    rule: canAttend,
    audits: 'encounter.store-segment',
    handler: ({ params, body }, scope, encounter, { app }) =>
      storeSegment(scope, encounter, { segmentId: params.segmentId, ...body }, app),
  }),
];

async function askingDevice(scope: Scope, exchange: Exchange): Promise<string> {
  if (scope.actor.kind === 'patient-device') return scope.actor.deviceId;
  return (await currentSession(scope, exchange)).device_id;
}
