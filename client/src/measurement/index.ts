export { DeviceRunner } from './device-runner.ts';
export { poseForCamera } from './pose-for-camera.ts';
export { ObedientPatient, openTrack, openVirtualPatient, type Simulation, simulationOf } from './simulation.ts';
export { type DeviceMeasurement, useDeviceMeasurement } from './useDeviceMeasurement.ts';
export { type LivePacket, listenToLive, useLiveReading } from './useLiveReading.ts';
