export { appendEvents } from './append.ts';
export { createLiveKitBroker } from './livekit-broker.ts';
export { SIGNALLING_PATH } from './media.ts';
export { readPresence, watchers } from './presence.ts';
export { onRoomEvent, reconcileRooms } from './room-events.ts';
export { encounterRoutes } from './routes.ts';
