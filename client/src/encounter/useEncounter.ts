import type { EventBody, EventType, Party } from '@plumbline/shared/encounter';
import { getMe } from '@plumbline/shared/people';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ApiProblem, basePath, call } from '../http/index.ts';
import { holdDevice } from './device-hold.ts';
import { EncounterEngine, type EncounterView, emptyView } from './engine.ts';
import { type DeviceDatabase, openDeviceDatabase } from './outbox.ts';
import { isFinal, retryAfterMs } from './retry.ts';
import { openWakeUps, type WakeUps } from './wake-ups.ts';

export interface Encounter extends EncounterView {
  /** This device's database, for checkpoints; null until the encounter is held by this tab. */
  db: DeviceDatabase | null;
  wakeUps: WakeUps | null;
  /** Writes an event of this device; resolves with its id once it cannot be lost any more. */
  append: <T extends EventType>(type: T, body: EventBody<T>) => Promise<string>;
  /** The server's time as this device knows it, epoch ms. */
  serverNowMs: () => number;
  /** Takes the encounter over from another tab. */
  takeOver: () => void;
  dismiss: (noticeId: string) => void;
}

interface Held {
  engine: EncounterEngine;
  db: DeviceDatabase;
  wakeUps: WakeUps;
}

type Hold =
  | { kind: 'opening' }
  | { kind: 'other-tab' }
  | { kind: 'failed'; problem: ApiProblem }
  | ({ kind: 'held' } & Held);

/** This browser's device id; asks again while the server is out of reach. Null where it will not say, or nobody wants to know any more. */
async function askWhoWeAre(signal: AbortSignal, onProblem: (problem: ApiProblem) => void): Promise<string | null> {
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      return (await call(getMe, { signal })).deviceId;
    } catch (error) {
      if (signal.aborted) return null;
      const problem = error instanceof ApiProblem ? error : new ApiProblem('unexpected', 0);
      onProblem(problem);
      if (isFinal(problem)) return null;
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs(tries)));
    }
  }
  return null;
}

/** Holds one encounter for this tab: its state as it changes, and the pen to change it. One tab per device at a time. */
export function useEncounter(encounterId: string, party: Party): Encounter {
  const [hold, setHold] = useState<Hold>({ kind: 'opening' });
  const [claims, setClaims] = useState(0);

  useEffect(() => {
    const leaving = new AbortController();
    let held: Held | null = null;
    const letGo = () => {
      held?.engine.stop();
      held?.db.close();
      held = null;
    };
    const flush = () => held?.engine.flushOnLeave();
    window.addEventListener('pagehide', flush);
    setHold({ kind: 'opening' });

    async function open() {
      const deviceId = await askWhoWeAre(leaving.signal, (problem) => setHold({ kind: 'failed', problem }));
      if (deviceId === null) return;
      await holdDevice(`plumbline ${basePath()} ${encounterId} ${deviceId}`, {
        steal: claims > 0,
        signal: leaving.signal,
        onBusy: () => setHold({ kind: 'other-tab' }),
        async whileHeld() {
          const db = await openDeviceDatabase(`plumbline${basePath()}`);
          if (leaving.signal.aborted) return db.close();
          const wakeUps = openWakeUps();
          const engine = new EncounterEngine({ encounterId, deviceId, party, db, wakeUps });
          held = { engine, db, wakeUps };
          setHold({ kind: 'held', ...held });
          await engine.start();
        },
        onStolen: () => {
          letGo();
          setHold({ kind: 'other-tab' });
        },
      });
    }
    open().catch((error: unknown) => {
      if (leaving.signal.aborted) return;
      setHold({ kind: 'failed', problem: error instanceof ApiProblem ? error : new ApiProblem('unexpected', 0) });
    });
    return () => {
      leaving.abort();
      window.removeEventListener('pagehide', flush);
      letGo();
    };
  }, [encounterId, party, claims]);

  const engine = hold.kind === 'held' ? hold.engine : null;
  const waiting = useMemo(() => emptyView(encounterId, party), [encounterId, party]);
  const subscribe = useCallback((listener: () => void) => engine?.subscribe(listener) ?? (() => {}), [engine]);
  const view = useSyncExternalStore(subscribe, () => engine?.view ?? waiting);
  const append = useCallback(
    <T extends EventType>(type: T, body: EventBody<T>) =>
      engine ? engine.append(type, body) : Promise.reject(new ApiProblem('not-held', 0)),
    [engine],
  );
  const serverNowMs = useCallback(() => engine?.clock.at().serverMs ?? Date.now(), [engine]);
  const takeOver = useCallback(() => setClaims((count) => count + 1), []);
  const dismiss = useCallback((id: string) => engine?.dismiss(id), [engine]);

  return useMemo(
    () => ({
      ...view,
      ...(hold.kind === 'other-tab' ? { status: 'other-tab' as const } : {}),
      ...(hold.kind === 'failed' ? { status: 'failed' as const, problem: hold.problem } : {}),
      db: hold.kind === 'held' ? hold.db : null,
      wakeUps: hold.kind === 'held' ? hold.wakeUps : null,
      append,
      serverNowMs,
      takeOver,
      dismiss,
    }),
    [view, hold, append, serverNowMs, takeOver, dismiss],
  );
}
