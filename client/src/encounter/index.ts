export type { Notice } from './courier.ts';
export { EncounterEngine, type EncounterView } from './engine.ts';
export { type DeviceDatabase, openDeviceDatabase, type StoredSegment } from './outbox.ts';
export { type Encounter, useEncounter } from './useEncounter.ts';
export type { WakeUps } from './wake-ups.ts';
