import express, { type Router } from 'express';
import type { Server as SocketServer } from 'socket.io';
import type { AppContext } from './app-context.ts';
import { appointmentRoutes } from './appointments/index.ts';
import { auditRoutes } from './audit/index.ts';
import { configRoutes } from './demo/demo.ts';
import { encounterRoutes, onRoomEvent } from './encounter/index.ts';
import type { Job } from './jobs/index.ts';
import { mountPages } from './pages.ts';
import { linkJobs, passingRoutes, patientRoutes, peopleRoutes } from './people/index.ts';
import { mountHttp } from './registry/mount-http.ts';
import { mountSockets } from './registry/mount-sockets.ts';
import type { Route } from './registry/registry.ts';
import { rightsJobs, rightsRoutes } from './rights/index.ts';

/** Every route there is. */
export function routesOf(app: AppContext): readonly Route[] {
  return [
    ...configRoutes(app),
    ...peopleRoutes,
    ...patientRoutes,
    ...passingRoutes,
    ...appointmentRoutes,
    ...encounterRoutes,
    ...rightsRoutes,
    ...auditRoutes,
  ];
}

/** Every kind of work for later. */
export const allJobs: readonly Job[] = [...rightsJobs, ...linkJobs];

/** One clinic installation under its base path: API, wake-ups, pages. */
export function createClinicApp(app: AppContext, io: SocketServer): Router {
  const router = express.Router();
  mountHttp(router, routesOf(app), app);
  mountSockets(io, app);
  mountPages(router, app);
  return router;
}

/** Receives LiveKit's webhooks; tells every mounted app. The body is verified as it came. */
export function createWebhookReceiver(apps: readonly AppContext[]): Router {
  const router = express.Router();
  router.post('/livekit/webhook', express.text({ type: () => true, limit: '256kb' }), async (request, response) => {
    const [first] = apps;
    if (!first) return void response.sendStatus(503);
    const body = typeof request.body === 'string' ? request.body : '';
    const event = await first.broker.readWebhook(body, request.headers.authorization).catch(() => null);
    if (!event) return void response.status(401).json({ ok: false, error: { code: 'wrong-signature' } });
    try {
      for (const app of apps) await onRoomEvent(app, event);
      response.sendStatus(200);
    } catch (error) {
      first.log.error({ err: error }, 'a webhook was not taken in');
      // LiveKit sends it again.
      response.sendStatus(500);
    }
  });
  return router;
}
