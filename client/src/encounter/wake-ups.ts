import {
  type AppendOutcome,
  appendEvents,
  type EventEnvelope,
  type Presence,
  WAKE_UPS,
} from '@plumbline/shared/encounter';
import type { Answer } from '@plumbline/shared/http';
import { io } from 'socket.io-client';
import { z } from 'zod';
import { actingAs, basePath } from '../http/index.ts';
import type { ClockSample } from './clock.ts';

export type SocketStatus = 'connecting' | 'connected' | 'lost';

/** The socket as the engine uses it: it wakes, and carries uploads while it is up. */
export interface WakeUps {
  watch(encounterId: string): void;
  onStatus(listener: (status: SocketStatus) => void): void;
  onChanged(listener: () => void): void;
  onPresence(listener: (presence: Presence) => void): void;
  onMediaMoved(listener: () => void): () => void;
  /** Null where the socket is down or does not answer in time. Throws nothing. */
  append(encounterId: string, events: readonly EventEnvelope[]): Promise<readonly AppendOutcome[] | null>;
  askClock(): Promise<ClockSample | null>;
  close(): void;
}

const ANSWER_MS = 8_000;
const WATCH_AGAIN_MS = 1_000;
/** Granted: any content, but not nothing. */
const watching = z.unknown().transform(() => true as const);
const appended = appendEvents.response;
const time = z.object({ serverMs: z.number() });

/** Opens a socket to our server; it reconnects by itself and watches again. */
export function openWakeUps(): WakeUps {
  const socket = io({
    path: `${basePath()}socket.io`,
    auth: { as: actingAs() },
    transports: ['websocket', 'polling'],
    reconnectionDelay: 300,
    reconnectionDelayMax: 5_000,
  });
  const status = new Set<(status: SocketStatus) => void>();
  const moved = new Set<() => void>();
  let watched: string | null = null;
  let comeBack: ReturnType<typeof setTimeout> | undefined;

  async function ask<S extends z.ZodType>(event: string, message: unknown, schema: S): Promise<z.infer<S> | null> {
    if (!socket.connected) return null;
    try {
      const answer = (await socket.timeout(ANSWER_MS).emitWithAck(event, message)) as Answer<unknown>;
      if (!answer.ok) return null;
      const parsed = schema.safeParse(answer.data);
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }

  const tell = (now: SocketStatus) => {
    for (const listener of status) listener(now);
  };
  /** Asks for the wake-ups of the encounter until they are granted or the connection is gone. */
  async function join(): Promise<void> {
    const connection = socket.id;
    const encounterId = watched;
    while (encounterId && socket.connected && socket.id === connection) {
      if ((await ask('encounter.watch', { encounterId }, watching)) !== null) break;
      await new Promise((resolve) => setTimeout(resolve, WATCH_AGAIN_MS));
    }
    if (socket.connected && socket.id === connection) tell('connected');
  }
  socket.on('connect', () => void join());
  socket.on('disconnect', (reason) => {
    tell('lost');
    // The session is over or goes by another secret now: unlike a lost line, this is not tried again by itself.
    if (reason === 'io server disconnect') comeBack = setTimeout(() => socket.connect(), WATCH_AGAIN_MS);
  });
  socket.on('connect_error', () => tell('lost'));

  /** Messages of the encounter watched, parsed. */
  function on<K extends keyof typeof WAKE_UPS>(
    event: K,
    listener: (message: z.infer<(typeof WAKE_UPS)[K]>) => void,
  ): void {
    const name: string = event; // the typed emitter would want each event's own listener
    socket.on(name, (message: unknown) => {
      const parsed = WAKE_UPS[event].safeParse(message);
      if (parsed.success && parsed.data.encounterId === watched) listener(parsed.data as z.infer<(typeof WAKE_UPS)[K]>);
    });
  }

  on('encounter.media-moved', () => {
    for (const listener of moved) listener();
  });

  return {
    watch(encounterId) {
      watched = encounterId;
      if (socket.connected) void join();
    },
    onStatus: (listener) => void status.add(listener),
    onChanged: (listener) => on('encounter.changed', listener),
    onPresence: (listener) => on('encounter.presence', ({ presence }) => listener(presence)),
    onMediaMoved(listener) {
      moved.add(listener);
      return () => moved.delete(listener);
    },
    append: async (encounterId, events) =>
      (await ask('encounter.append', { encounterId, events }, appended))?.outcomes ?? null,
    async askClock() {
      const askedMs = performance.now();
      const answer = await ask('clock.ask', {}, time);
      return answer && { askedMs, answeredMs: performance.now(), serverMs: answer.serverMs };
    },
    close() {
      clearTimeout(comeBack);
      socket.close();
    },
  };
}
