export { planAfterAppend } from './after-append.ts';
export { appendEvents, partyOf } from './append.ts';
export { encounterScope } from './encounter-scope.ts';
export { createLiveKitBroker } from './livekit-broker.ts';
export { SIGNALLING_PATH } from './media.ts';
export { readPresence, watchers } from './presence.ts';
export type { RoomBroker } from './room-broker.ts';
export { onRoomEvent, reconcileRooms } from './room-events.ts';
export { encounterRoutes } from './routes.ts';
