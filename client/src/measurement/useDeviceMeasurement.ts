import type { MeasuringDevice, Provenance } from '@plumbline/shared/encounter';
import type { LiveReading } from '@plumbline/shared/measurement';
import { useEffect, useRef, useState } from 'react';
import type { Encounter } from '../encounter/index.ts';
import type { PoseSource, PoseState } from '../pose/index.ts';
import type { RoomHandle } from '../room/index.ts';
import { databaseCheckpoints } from './checkpoints.ts';
import { DeviceRunner } from './device-runner.ts';
import { TrackRecorder } from './track-recorder.ts';

export interface DeviceMeasurement {
  reading: LiveReading | null;
  pose: PoseState;
}

interface Options {
  encounter: Encounter;
  /** Null while there is no camera. */
  pose: PoseSource | null;
  room: Pick<RoomHandle, 'sendLive'>;
  device: MeasuringDevice;
  source: Provenance['source'];
}

/** Runs on either device, and measures in its turn: what the encounter has active, tells both screens, writes the events. */
export function useDeviceMeasurement({ encounter, pose, room, device, source }: Options): DeviceMeasurement {
  const { append, db, encounterId, state } = encounter;
  const { sendLive } = room;
  const [reading, setReading] = useState<LiveReading | null>(null);
  const [poseState, setPoseState] = useState<PoseState>({ kind: 'idle' });
  const runner = useRef<DeviceRunner | null>(null);
  const latest = useRef(state);
  latest.current = state;
  // The track is the patient's own device's to keep.
  const consented = device === 'patient-device' && (state?.consents.includes('landmark-track') ?? false);

  useEffect(() => {
    if (!pose || !db) return;
    const recorder = consented ? new TrackRecorder(db, encounterId) : null;
    const running = new DeviceRunner({
      append,
      checkpoints: databaseCheckpoints(db),
      sendLive,
      onReading: setReading,
      ...(recorder ? { onMeasured: (frame) => recorder.add(frame) } : {}),
      device,
      source,
      info: () => pose.info,
    });
    runner.current = running;
    if (latest.current) running.setState(latest.current);
    const stops = [pose.onFrame((frame) => running.onFrame(frame)), pose.onState(setPoseState)];
    setPoseState(pose.state);
    return () => {
      for (const stop of stops) stop();
      running.stop();
      recorder?.stop();
      runner.current = null;
      setReading(null);
    };
  }, [pose, db, append, sendLive, device, source, encounterId, consented]);

  useEffect(() => {
    if (state) runner.current?.setState(state);
  }, [state]);

  return { reading, pose: poseState };
}
