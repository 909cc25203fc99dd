export { createFrameClock } from './frame-clock.ts';
export { type RoomHandle, useVisitRoom, type VisitRoomOptions } from './useVisitRoom.ts';
export type { LiveListener, RemoteVideo, RoomStatus, RoomView } from './visit-room.ts';
