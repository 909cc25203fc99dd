export type { DeviceProblem } from './open-devices.ts';
export { type Devices, useDevices } from './useDevices.ts';
export { useMicLevel } from './useMicLevel.ts';
