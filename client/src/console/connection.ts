import type { RoomStatus } from '../room/index.ts';

export type ConnectionWord = 'connecting' | 'connected' | 'no-server' | 'no-video' | 'patient-away' | 'ready';

interface Facts {
  socket: 'connecting' | 'connected' | 'lost';
  room: RoomStatus;
  isOpen: boolean;
  patientInRoom: boolean;
}

/** The connection in one word, the worst news first. */
export function connectionWord({ socket, room, isOpen, patientInRoom }: Facts): ConnectionWord {
  if (socket === 'lost') return 'no-server';
  if (socket === 'connecting') return 'connecting';
  if (!isOpen) return 'ready';
  if (room === 'reconnecting' || room === 'closed') return 'no-video';
  if (room !== 'connected') return 'connecting';
  return patientInRoom ? 'connected' : 'patient-away';
}
