import type { Server as SocketServer } from 'socket.io';
import type { AppContext, Waker } from './app-context.ts';
import { readPresence } from './encounter/index.ts';

/** The sockets that were opened with a session's secret. */
export function sessionSockets(tokenHash: Buffer): string {
  return `session:${tokenHash.toString('hex')}`;
}

/** Wake-ups over Socket.IO to everybody who watches the encounter. */
export function createWaker(io: SocketServer, app: () => AppContext): Waker {
  return {
    changed: (encounterId, serverSeq) => void io.to(encounterId).emit('encounter.changed', { encounterId, serverSeq }),
    mediaMoved: (encounterId) => void io.to(encounterId).emit('encounter.media-moved', { encounterId }),
    sessionsEnded: (hashes) => {
      if (hashes.length > 0) io.in(hashes.map(sessionSockets)).disconnectSockets(true);
    },
    presence(encounterId) {
      presenceOf(app(), encounterId)
        .then((presence) => presence && io.to(encounterId).emit('encounter.presence', { encounterId, presence }))
        .catch((error: unknown) => app().log.warn({ err: error }, 'presence was not told'));
    },
  };
}

async function presenceOf(app: AppContext, encounterId: string) {
  const row = await app.db.withSystem((tx) =>
    tx.selectFrom('encounter').select('clinic_id').where('id', '=', encounterId).executeTakeFirst(),
  );
  if (!row) return null;
  const system = { kind: 'system', clinicId: row.clinic_id } as const;
  return app.db.withActor(system, (scope) => readPresence(scope, encounterId, app));
}
