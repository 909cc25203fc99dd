import { measuringDevice, type Provenance } from '@plumbline/shared/encounter';
import type { Encounter } from '../encounter/index.ts';
import {
  type DeviceMeasurement,
  useDeviceMeasurement,
  useLiveMeasurement,
  useMeasuringTrouble,
} from '../measurement/index.ts';
import type { PoseSource } from '../pose/index.ts';
import type { RoomHandle } from '../room/index.ts';

interface Options {
  encounter: Encounter;
  pose: PoseSource | null;
  room: RoomHandle;
  source: Provenance['source'];
}

/** What is measured of the patient: by this device, or by the therapist's browser, whose numbers are shown here then. */
export function usePatientMeasurement({ encounter, pose, room, source }: Options): DeviceMeasurement {
  const own = useDeviceMeasurement({ encounter, pose, room, device: 'patient-device', source });
  // What stands in for a camera says nothing of the device.
  useMeasuringTrouble(encounter, source === 'patient-browser' ? pose : null);
  const { reading, isComing } = useLiveMeasurement(room);
  const { state } = encounter;
  if (!state || measuringDevice(state) === 'patient-device') return own;
  return { reading, pose: isComing ? { kind: 'running' } : { kind: 'loading', progress: 0 } };
}
