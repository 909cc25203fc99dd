import type { Party } from '@plumbline/shared/encounter';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { WakeUps } from '../encounter/index.ts';
import { type LiveListener, type RoomView, VisitRoom } from './visit-room.ts';

export interface VisitRoomOptions {
  encounterId: string;
  party: Party;
  /** Whether this side should be in the room now. */
  enabled: boolean;
  wakeUps: WakeUps | null;
  /** Tracks to publish; they stay the caller's. */
  video: MediaStreamTrack | null;
  audio: MediaStreamTrack | null;
}

export interface RoomHandle extends RoomView {
  startAudio(): Promise<void>;
  sendLive(bytes: Uint8Array): void;
  onLive(listener: LiveListener): () => void;
}

/** This side's place in the visit's video room, for as long as the component lives. */
export function useVisitRoom({ encounterId, party, enabled, wakeUps, video, audio }: VisitRoomOptions): RoomHandle {
  const [room] = useState(() => new VisitRoom(encounterId, party));
  const view = useSyncExternalStore(room.subscribe, () => room.view);

  useEffect(() => {
    if (!enabled) return;
    room.enter();
    return () => room.leave();
  }, [room, enabled]);

  useEffect(() => room.setLocalTracks({ video, audio }), [room, video, audio]);

  useEffect(() => wakeUps?.onMediaMoved(() => room.moveOn()), [room, wakeUps]);

  // Bound once: whoever listens does not listen anew at every change of the view.
  const actions = useMemo(
    () => ({
      startAudio: () => room.startAudio(),
      sendLive: (bytes: Uint8Array) => room.sendLive(bytes),
      onLive: (listener: LiveListener) => room.onLive(listener),
    }),
    [room],
  );
  return useMemo(() => ({ ...view, ...actions }), [view, actions]);
}
