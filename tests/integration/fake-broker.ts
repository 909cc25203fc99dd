import type { RoomBroker, RoomEvent, TokenRequest } from '@plumbline/server/encounter/room-broker.ts';

/** A video server in memory: who was let in, who was sent out. */
export class FakeBroker implements RoomBroker {
  readonly rooms = new Map<string, Set<string>>();
  readonly removed: string[] = [];
  readonly closed: string[] = [];

  async openRoom(room: string) {
    if (!this.rooms.has(room)) this.rooms.set(room, new Set());
  }

  async closeRoom(room: string) {
    this.closed.push(room);
    this.rooms.delete(room);
  }

  async remove(room: string, identity: string) {
    this.removed.push(identity);
    this.rooms.get(room)?.delete(identity);
  }

  async identities(room: string) {
    return [...(this.rooms.get(room) ?? [])];
  }

  async createToken({ room, identity, party }: TokenRequest) {
    return `${room} ${identity} ${party}`;
  }

  async readWebhook(): Promise<RoomEvent> {
    throw new Error('a fake sends none');
  }
}
