export { DeviceRunner } from './device-runner.ts';
export { poseForCamera, poseForReceived } from './pose-for-camera.ts';
export { ObedientPatient, openTrack, openVirtualPatient, type Simulation, simulationOf } from './simulation.ts';
export { type DeviceMeasurement, useDeviceMeasurement } from './useDeviceMeasurement.ts';
export { type LivePacket, listenToLive, useLiveMeasurement, useLiveReading } from './useLiveReading.ts';
export { useMeasuringTrouble } from './useMeasuringTrouble.ts';
