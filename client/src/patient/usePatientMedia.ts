import type { PublicConfig } from '@plumbline/shared/config';
import { type EncounterState, measuringDevice, type Provenance } from '@plumbline/shared/encounter';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Devices, useDevices } from '../devices/index.ts';
import { ObedientPatient, openTrack, openVirtualPatient, poseForCamera, simulationOf } from '../measurement/index.ts';
import type { PoseSource } from '../pose/index.ts';
import type { VirtualCamera } from '../virtual-patient/index.ts';

export interface PatientMedia {
  devices: Devices;
  pose: PoseSource | null;
  source: Provenance['source'];
}

/** The patient's camera, microphone and landmarks; in a simulation the virtual patient, or a recorded track. */
export function usePatientMedia(config: PublicConfig, state: EncounterState | null): PatientMedia {
  const [simulation] = useState(() => simulationOf(config, location.search));
  const latest = useRef(state);
  latest.current = state;
  const virtual = useRef<{ camera: VirtualCamera; obeys: ObedientPatient } | null>(null);
  const left = useRef(false);
  const substitute = useMemo(
    () =>
      simulation?.kind === 'virtual'
        ? async () => {
            const camera = await openVirtualPatient();
            if (left.current) {
              camera.stop();
              throw new Error('Nobody waits for the virtual patient any more.');
            }
            virtual.current?.obeys.stop();
            virtual.current?.camera.stop();
            virtual.current = { camera, obeys: new ObedientPatient(camera) };
            // After a reload the state may have been there before she was, and stay as it is.
            if (latest.current) virtual.current.obeys.follow(latest.current);
            const track = camera.stream.getVideoTracks()[0];
            if (!track) throw new Error('The virtual patient has no picture.');
            return track;
          }
        : null,
    [simulation],
  );
  const devices = useDevices(substitute);
  const { video } = devices;

  useEffect(() => {
    if (state) virtual.current?.obeys.follow(state);
  }, [state]);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      virtual.current?.obeys.stop();
      virtual.current?.camera.stop();
    };
  }, []);

  const isHandedOver = state !== null && measuringDevice(state) !== 'patient-device';
  const [pose, setPose] = useState<PoseSource | null>(null);
  useEffect(() => {
    if (simulation?.kind === 'track') {
      let gone = false;
      let opened: PoseSource | null = null;
      void openTrack(simulation).then((source) => {
        if (gone) return;
        opened = source;
        setPose(source);
      });
      // Tests begin the track when the visit is ready for it.
      const play = () => opened?.start();
      window.addEventListener('plumbline-play-track', play);
      return () => {
        gone = true;
        window.removeEventListener('plumbline-play-track', play);
        opened?.stop();
      };
    }
    // Relieved of measuring, the device rests.
    if (!video || isHandedOver) return;
    const source = poseForCamera(video, config);
    setPose(source);
    source.start();
    return () => {
      source.stop();
      setPose(null);
    };
  }, [simulation, video, config, isHandedOver]);

  const source = simulation ? (simulation.kind === 'virtual' ? 'virtual-patient' : 'track') : 'patient-browser';
  return { devices, pose, source };
}
