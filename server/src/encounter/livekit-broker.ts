import { type MediaSource, mediaGrants } from '@plumbline/shared/people';
import { AccessToken, RoomServiceClient, TrackSource, type VideoGrant, WebhookReceiver } from 'livekit-server-sdk';
import type { Config } from '../config.ts';
import type { RoomBroker, RoomEvent } from './room-broker.ts';

const TOKEN_SECONDS = 60;
/** A room empty this long is closed by LiveKit; it is opened again when somebody asks for media. */
const EMPTY_SECONDS = 300;
/** Therapist, patient, and each once more while an old connection times out. */
const MOST_PARTICIPANTS = 4;

const SOURCES: Record<MediaSource, TrackSource> = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};

const KINDS: Record<string, RoomEvent['kind']> = {
  participant_joined: 'joined',
  participant_left: 'left',
  participant_connection_aborted: 'left',
  room_finished: 'finished',
};

/** LiveKit, our own or a cloud's. */
export function createLiveKitBroker({ url, apiKey, apiSecret }: Config['livekit']): RoomBroker {
  const rooms = new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret);
  const receiver = new WebhookReceiver(apiKey, apiSecret);
  return {
    async openRoom(room) {
      await rooms.createRoom({ name: room, emptyTimeout: EMPTY_SECONDS, maxParticipants: MOST_PARTICIPANTS });
    },
    closeRoom: (room) => unlessMissing(rooms.deleteRoom(room)),
    remove: (room, identity) => unlessMissing(rooms.removeParticipant(room, identity)),
    async identities(room) {
      const found = await rooms.listParticipants(room).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      return found.map(({ identity }) => identity);
    },
    createToken({ room, identity, party }) {
      const { sources, canPublishData, canSubscribe } = mediaGrants(party);
      const grant: VideoGrant = {
        room,
        roomJoin: true,
        canSubscribe,
        canPublish: sources.length > 0,
        canPublishSources: sources.map((source) => SOURCES[source]),
        canPublishData,
        canUpdateOwnMetadata: false,
      };
      const token = new AccessToken(apiKey, apiSecret, { identity, ttl: TOKEN_SECONDS, attributes: { party } });
      token.addGrant(grant);
      return token.toJwt();
    },
    async readWebhook(body, authorization) {
      const event = await receiver.receive(body, authorization);
      return {
        id: event.id,
        kind: KINDS[event.event] ?? 'other',
        room: event.room?.name ?? '',
        identity: event.participant?.identity ?? '',
      };
    },
  };
}

async function unlessMissing(request: Promise<unknown>): Promise<void> {
  await request.catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

function isMissing(error: unknown): boolean {
  const { code, status } = error as { code?: string; status?: number };
  return code === 'not_found' || status === 404;
}
