import { CodecError, decodeFrames, type LandmarkFrame, type LiveReading } from '@plumbline/shared/measurement';
import { useEffect, useState } from 'react';
import type { RoomHandle } from '../room/index.ts';

export interface LivePacket {
  frame: LandmarkFrame;
  reading: LiveReading | null;
  /** When it arrived, performance.now ms. */
  receivedMs: number;
}

/** Calls back with every live packet of the measuring device that is newer than the one before; lossy data comes in any order. */
export function listenToLive(room: Pick<RoomHandle, 'onLive'>, listener: (packet: LivePacket) => void): () => void {
  let newestMs = Number.NEGATIVE_INFINITY;
  return room.onLive((bytes, receivedMs) => {
    try {
      const packet = decodeFrames(bytes)[0];
      if (!packet) return;
      // A reloaded page starts its clock anew: far back is a new beginning, a little back is late.
      const late = packet.frame.captureMs <= newestMs && newestMs - packet.frame.captureMs < 10_000;
      if (late) return;
      newestMs = packet.frame.captureMs;
      listener({ ...packet, receivedMs });
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
    }
  });
}

const STALE_MS = 2_000;

export interface LiveMeasurement {
  reading: LiveReading | null;
  /** Packets come: the other side measures. */
  isComing: boolean;
}

const NOTHING: LiveMeasurement = { reading: null, isComing: false };

/** What the measuring device tells now; nothing when no packet came for two seconds. */
export function useLiveMeasurement({ onLive }: Pick<RoomHandle, 'onLive'>): LiveMeasurement {
  const [live, setLive] = useState(NOTHING);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listenToLive({ onLive }, ({ reading }) => {
      setLive({ reading, isComing: true });
      clearTimeout(timer);
      timer = setTimeout(() => setLive(NOTHING), STALE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
      setLive(NOTHING);
    };
  }, [onLive]);
  return live;
}

/** The measuring device's latest reading. */
export function useLiveReading(room: Pick<RoomHandle, 'onLive'>): LiveReading | null {
  return useLiveMeasurement(room).reading;
}
