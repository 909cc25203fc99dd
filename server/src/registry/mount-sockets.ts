import { SOCKET_EVENTS } from '@plumbline/shared/encounter';
import type { Answer } from '@plumbline/shared/http';
import { type Actor, groundFor } from '@plumbline/shared/people';
import { parseCookie } from 'cookie';
import type { Socket, Server as SocketServer } from 'socket.io';
import type { AppContext } from '../app-context.ts';
import { hashToken } from '../crypto/token.ts';
import { encounterScope, socketRoutes, watchers } from '../encounter/index.ts';
import { cookieName, identify } from '../people/index.ts';
import { notAllowed, notFound, signedOut } from '../problem.ts';
import { sessionSockets } from '../waker.ts';
import { parsePart, toProblem } from './answer.ts';
import { auditAsked } from './audit-trail.ts';
import { isOwnOrigin } from './mount-http.ts';
import type { SocketEventName, SocketExchange, SocketRoute } from './registry.ts';

type Known = Exclude<Actor, { kind: 'anonymous' }>;
type Acknowledge = (answer: Answer<unknown>) => void;

/** The same rules as over HTTP; the credential is looked at again with every message, so that a revoked one is worth nothing. */
export function mountSockets(io: SocketServer, app: AppContext): void {
  io.use((socket, next) => {
    if (isOwnOrigin(socket.request, app)) next();
    else next(new Error('foreign-origin'));
  });
  io.on('connection', (socket) => {
    const staff = parseCookie(socket.handshake.headers.cookie ?? '')[cookieName(app, 'staff')];
    if (staff) void socket.join(sessionSockets(hashToken(staff)));
    for (const name of Object.keys(SOCKET_EVENTS) as SocketEventName[]) {
      socket.on(name, (message: unknown, acknowledge: unknown) => {
        const reply = (typeof acknowledge === 'function' ? acknowledge : () => {}) as Acknowledge;
        performMessage(name, message, socket, app).then(
          (data) => reply({ ok: true, data }),
          (error: unknown) => reply({ ok: false, error: toProblem(error, app.log, `socket ${name}`).problem }),
        );
      });
    }
    socket.on('disconnect', () => {
      for (const encounterId of watchers(app).remove(socket.id)) app.waker.presence(encounterId);
    });
  });
}

async function performMessage<N extends SocketEventName>(
  name: N,
  raw: unknown,
  socket: Socket,
  app: AppContext,
): Promise<unknown> {
  const route: SocketRoute<N> = socketRoutes[name];
  const message = parsePart(SOCKET_EVENTS[name], raw, 'body') as Parameters<typeof route.handler>[0];
  const later: (() => Promise<void>)[] = [];
  const exchange: SocketExchange = {
    app,
    socketId: socket.id,
    join: async (encounterId) => void (await socket.join(encounterId)),
    afterCommit: (work) => void later.push(work),
  };
  if (route.about === 'anybody') {
    if (!route.rule()) throw notAllowed();
    return route.handler(message, exchange);
  }
  const actor = await actorOf(socket, app);
  const { encounterId } = message as { encounterId: string };
  const { allowed, data } = await app.db.withActor(actor, async (scope) => {
    const encounter = await encounterScope(scope, encounterId);
    const may = encounter !== null && route.rule(actor, encounter);
    const answer = may ? await route.handler(message, scope, encounter, exchange) : null;
    await auditAsked(scope, {
      name,
      audits: route.audits,
      allowed: may,
      subjectId: encounterId,
      address: addressOf(socket, app),
      why: may ? groundFor(actor, encounter.patient, encounter) : null,
    });
    return { allowed: may, data: answer };
  });
  if (!allowed) throw notFound();
  for (const work of later) await work();
  return data;
}

/** Who is at the other end, as Express finds it: behind trusted proxies, the address that the outermost of them saw. */
function addressOf({ handshake }: Socket, { config }: AppContext): string {
  const { trustProxyHops: hops } = config;
  const forwarded = hops > 0 ? String(handshake.headers['x-forwarded-for'] ?? '').split(',') : [];
  return forwarded.slice(-hops)[0]?.trim() || handshake.address;
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
