import type { Party } from '@plumbline/shared/encounter';
import { validate as isUuid } from 'uuid';

export interface TokenRequest {
  room: string;
  /** Made for this one admission. */
  identity: string;
  party: Party;
}

/** The video server as we use it: rooms are made by us, people are let in by token and out by removal. */
export interface RoomBroker {
  /** Makes the room if it is not there. */
  openRoom(room: string): Promise<void>;
  /** Ends the room for everybody in it; fine if there is none. */
  closeRoom(room: string): Promise<void>;
  /** Removes one participant; fine if they are not there. */
  remove(room: string, identity: string): Promise<void>;
  /** Identities in the room now; empty where there is none. */
  identities(room: string): Promise<readonly string[]>;
  /** A token for one room and one identity, good for at most 60 s, with the party's least grants. */
  createToken(request: TokenRequest): Promise<string>;
  /** Verifies a webhook's signature over the raw body. Throws where it is not the video server's. */
  readWebhook(body: string, authorization: string | undefined): Promise<RoomEvent>;
}

export interface RoomEvent {
  id: string;
  kind: 'joined' | 'left' | 'finished' | 'other';
  room: string;
  identity: string;
}

/** A removed or ended generation's tokens lead to a room that nobody is in. */
export function roomName(encounterId: string, generation: number): string {
  return `e.${encounterId}.${generation}`;
}

/** The encounter and generation of a room of ours; null for any other name. */
export function parseRoomName(room: string): { encounterId: string; generation: number } | null {
  const match = /^e\.([0-9a-f-]{36})\.(\d{1,9})$/.exec(room);
  const [, encounterId = '', generation] = match ?? [];
  return isUuid(encounterId) ? { encounterId, generation: Number(generation) } : null;
}
