import { type AppendOutcome, type Party, SOCKET_EVENTS } from '@plumbline/shared/encounter';
import type { Answer } from '@plumbline/shared/http';
import { type Actor, canTakePart } from '@plumbline/shared/people';
import { parseCookie } from 'cookie';
import type { Socket, Server as SocketServer } from 'socket.io';
import type { AppContext } from '../app-context.ts';
import { appendEvents, encounterScope, partyOf, planAfterAppend, watchers } from '../encounter/index.ts';
import { cookieName, identify } from '../people/index.ts';
import { notFound, signedOut } from '../problem.ts';
import { parsePart, toProblem } from './answer.ts';
import { isOwnOrigin } from './mount-http.ts';

type Known = Exclude<Actor, { kind: 'anonymous' }>;
type Acknowledge<T> = (answer: Answer<T>) => void;

/** The same rules as over HTTP; the credential is looked at again with every message, so that a revoked one is worth nothing. */
export function mountSockets(io: SocketServer, app: AppContext): void {
  io.use((socket, next) => {
    if (isOwnOrigin(socket.request, app)) next();
    else next(new Error('foreign-origin'));
  });
  io.on('connection', (socket) => {
    const on = <T>(name: keyof typeof SOCKET_EVENTS, work: (message: unknown) => Promise<T>) => {
      socket.on(name, (message: unknown, acknowledge: unknown) => {
        const reply = (typeof acknowledge === 'function' ? acknowledge : () => {}) as Acknowledge<T>;
        work(message).then(
          (data) => reply({ ok: true, data }),
          (error: unknown) => reply({ ok: false, error: toProblem(error, app.log, `socket ${name}`).problem }),
        );
      });
    };
    on('clock.ask', async (message) => {
      parsePart(SOCKET_EVENTS['clock.ask'], message, 'body');
      return { serverMs: app.clock.nowMs() };
    });
    on('encounter.watch', async (message) => {
      const { encounterId } = parsePart(SOCKET_EVENTS['encounter.watch'], message, 'body');
      const party = await partyAt(app, await actorOf(socket, app), encounterId);
      await socket.join(encounterId);
      watchers(app).add(encounterId, socket.id, party);
      app.waker.presence(encounterId);
      return {};
    });
    on('encounter.append', async (message): Promise<{ outcomes: AppendOutcome[] }> => {
      const { encounterId, events } = parsePart(SOCKET_EVENTS['encounter.append'], message, 'body');
      const actor = await actorOf(socket, app);
      const { outcomes, after } = await app.db.withActor(actor, async (scope) => {
        const encounter = await encounterScope(scope, encounterId);
        if (!encounter || !canTakePart(actor, encounter)) throw notFound();
        const appended = await appendEvents(scope, encounter, events, app);
        return { outcomes: appended.outcomes, after: await planAfterAppend(scope, encounterId, appended, app) };
      });
      await after();
      return { outcomes };
    });
    socket.on('disconnect', () => {
      for (const encounterId of watchers(app).remove(socket.id)) app.waker.presence(encounterId);
    });
  });
}

async function actorOf(socket: Socket, app: AppContext): Promise<Known> {
  const cookies = parseCookie(socket.handshake.headers.cookie ?? '');
  const actor = await identify(app, {
    as: socket.handshake.auth.as === 'patient' ? 'patient' : 'staff',
    staff: cookies[cookieName(app, 'staff')],
    device: cookies[cookieName(app, 'device')],
  });
  if (actor.kind === 'anonymous') throw signedOut();
  return actor;
}

function partyAt(app: AppContext, actor: Known, encounterId: string): Promise<Party> {
  return app.db.withActor(actor, async (scope) => {
    const encounter = await encounterScope(scope, encounterId);
    if (!encounter || !canTakePart(actor, encounter)) throw notFound();
    return partyOf(actor);
  });
}
