import type { PublicConfig } from '@plumbline/shared/config';
import { type EncounterState, measuringDevice } from '@plumbline/shared/encounter';
import { useEffect, useMemo, useState } from 'react';
import type { Encounter } from '../encounter/index.ts';
import { poseForReceived, useDeviceMeasurement } from '../measurement/index.ts';
import type { PoseSource, PoseState } from '../pose/index.ts';
import type { LiveListener, RemoteVideo, RoomHandle } from '../room/index.ts';

interface MeasuringHere {
  /** The room, whose live packets are this browser's own while it measures. */
  room: RoomHandle;
  /** How the pose engine does; null while the patient's device measures. */
  pose: PoseState | null;
}

/** Measures the received video in this browser while it is its turn; both screens show its numbers. `config` is null until it is known. */
export function useMeasuringHere(
  encounter: Encounter,
  state: EncounterState,
  room: RoomHandle,
  config: PublicConfig | null,
): MeasuringHere {
  const isHere = state.status === 'open' && measuringDevice(state) === 'therapist-browser';
  const source = useReceivedPose(isHere ? room.remoteVideo : null, config);
  const own = useMemo(createPackets, []);
  const { sendLive } = room;
  const sending = useMemo(
    () => ({
      sendLive(bytes: Uint8Array) {
        own.tell(bytes);
        sendLive(bytes);
      },
    }),
    [own, sendLive],
  );
  const { pose } = useDeviceMeasurement({
    encounter,
    pose: source,
    room: sending,
    device: 'therapist-browser',
    source: 'therapist-browser',
  });
  const shown = useMemo(() => (isHere ? { ...room, onLive: own.onLive } : room), [isHere, room, own]);
  return { room: shown, pose: isHere ? pose : null };
}

function useReceivedPose(video: RemoteVideo | null, config: PublicConfig | null): PoseSource | null {
  const [source, setSource] = useState<PoseSource | null>(null);
  useEffect(() => {
    if (!video || !config) return;
    const received = poseForReceived(video, config);
    setSource(received);
    received.start();
    return () => {
      received.stop();
      setSource(null);
    };
  }, [video, config]);
  return source;
}

/** What this browser measures, heard like packets from the room. */
function createPackets() {
  const listeners = new Set<LiveListener>();
  return {
    tell(bytes: Uint8Array) {
      const nowMs = performance.now();
      for (const listener of listeners) listener(bytes, nowMs);
    },
    onLive(listener: LiveListener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
