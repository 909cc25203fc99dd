import { askForMedia, LIVE_TOPIC, type Party } from '@plumbline/shared/encounter';
import { canSendOn } from '@plumbline/shared/people';
import {
  type LocalTrackPublication,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteVideoTrack,
  Room,
  RoomEvent,
  Track,
  type TrackPublishOptions,
  VideoPresets,
} from 'livekit-client';
import FrameMetadataWorker from 'livekit-client/frame-metadata-worker?worker';
import { ApiProblem, call } from '../http/index.ts';
import { retryAfterMs } from './retry.ts';

/** idle: not wanted. closed: the server will not let this side in (not admitted, ended). */
export type RoomStatus = 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'closed';

/** The other side's picture. `stampOf` gives the capture side's wall time of a frame, epoch ms, by its RTP timestamp. */
export interface RemoteVideo {
  track: MediaStreamTrack;
  stampOf(rtpTimestamp: number): number | null;
}

export interface RoomView {
  status: RoomStatus;
  /** Why it is closed, a code of the server's; null otherwise. */
  problem: string | null;
  remoteVideo: RemoteVideo | null;
  remoteAudio: MediaStreamTrack | null;
  /** The other side is in the room. */
  remoteHere: boolean;
  /** The browser wants a tap before it plays sound. */
  audioBlocked: boolean;
}

export type LiveListener = (bytes: Uint8Array, receivedMs: number) => void;

const VIDEO: TrackPublishOptions = {
  source: Track.Source.Camera,
  simulcast: true,
  videoSimulcastLayers: [VideoPresets.h180],
  videoEncoding: { maxBitrate: 1_100_000, maxFramerate: 30 },
  frameMetadata: { timestamp: true },
};
const AUDIO: TrackPublishOptions = { source: Track.Source.Microphone, dtx: true, red: true };

/** One side's place in the video room of a visit. It asks our server for a token at every full reconnect, so a video server that was killed ends nothing. Framework-free. */
export class VisitRoom {
  readonly #encounterId: string;
  readonly #party: Party;
  readonly #listeners = new Set<() => void>();
  readonly #liveListeners = new Set<LiveListener>();
  readonly #audioElement = document.createElement('audio');
  #room: Room | null = null;
  /** Reads and writes the stamps of frames, off the main thread; one per room. */
  #worker: Worker | null = null;
  /** Raised with every try: what an older one brings is not wanted any more. */
  #try = 0;
  #local: { video: MediaStreamTrack | null; audio: MediaStreamTrack | null } = { video: null, audio: null };
  #published = new Map<MediaStreamTrack, LocalTrackPublication>();
  #publishing: Promise<void> = Promise.resolve();
  #wanted = false;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #view: RoomView = {
    status: 'idle',
    problem: null,
    remoteVideo: null,
    remoteAudio: null,
    remoteHere: false,
    audioBlocked: false,
  };

  constructor(encounterId: string, party: Party) {
    this.#encounterId = encounterId;
    this.#party = party;
    this.#audioElement.autoplay = true;
  }

  get view(): RoomView {
    return this.#view;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Live packets of the other side, which measures. */
  onLive(listener: LiveListener): () => void {
    this.#liveListeners.add(listener);
    return () => this.#liveListeners.delete(listener);
  }

  enter(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    void this.#connect();
  }

  leave(): void {
    this.#wanted = false;
    clearTimeout(this.#retry);
    this.#drop();
    this.#show({ status: 'idle', problem: null });
  }

  /** Our room moved, or we were sent out of it: asks anew. Not at once: what closed the room may have ended the visit, and then nobody need ask. */
  moveOn(): void {
    if (!this.#wanted) return;
    this.#attempt = 0;
    this.#lost(null);
  }

  /** What is published; the tracks stay the caller's and are never stopped here. */
  setLocalTracks(tracks: { video: MediaStreamTrack | null; audio: MediaStreamTrack | null }): void {
    this.#local = tracks;
    this.#publishSoon();
  }

  /** Lossy: a packet lost is never missed. */
  sendLive(bytes: Uint8Array): void {
    if (this.#view.status !== 'connected') return;
    const payload = new Uint8Array(bytes);
    this.#room?.localParticipant.publishData(payload, { reliable: false, topic: LIVE_TOPIC }).catch(() => {});
  }

  /** After a tap: lets the sound play. */
  async startAudio(): Promise<void> {
    await this.#room?.startAudio();
    await this.#audioElement.play().catch(() => {});
    this.#show({ audioBlocked: false });
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#retry);
    this.#drop();
    const mine = this.#try;
    // A closed door stays told until it opens.
    const { status } = this.#view;
    if (status !== 'closed') this.#show({ status: status === 'idle' ? 'connecting' : 'reconnecting', problem: null });
    try {
      const { path, token } = await call(askForMedia, { params: { encounterId: this.#encounterId } });
      if (this.#try !== mine) return;
      const room = this.#createRoom();
      await room.connect(new URL(path, location.origin.replace(/^http/, 'ws')).href, token, { maxRetries: 0 });
      if (this.#try !== mine) return;
      this.#attempt = 0;
      this.#show({ status: 'connected', problem: null, remoteHere: room.remoteParticipants.size > 0 });
      this.#publishSoon();
    } catch (error) {
      if (this.#try === mine) this.#lost(error);
    }
  }

  #lost(error: unknown): void {
    this.#drop();
    if (!this.#wanted) return;
    const refused = error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429;
    if (refused) {
      this.#show({ status: 'closed', problem: error.code });
      // The door opens when the therapist's word has reached the server.
      this.#attempt += 1;
      this.#retry = setTimeout(() => void this.#connect(), retryAfterMs(this.#attempt));
      return;
    }
    this.#show({ status: 'reconnecting' });
    this.#attempt += 1;
    this.#retry = setTimeout(() => void this.#connect(), retryAfterMs(this.#attempt));
  }

  #createRoom(): Room {
    const worker = new FrameMetadataWorker();
    this.#worker = worker;
    const room = new Room({
      adaptiveStream: false,
      dynacast: true,
      stopLocalTrackOnUnpublish: false,
      disconnectOnPageLeave: true,
      frameMetadata: { worker },
      // LiveKit's own resume is quick and first; after it, our own loop asks for a new token.
      reconnectPolicy: { nextRetryDelayInMs: ({ retryCount }) => (retryCount < 2 ? 300 * (retryCount + 1) : null) },
    });
    this.#room = room;
    const here = () => this.#room === room;
    room
      .on(RoomEvent.TrackSubscribed, (track) => here() && this.#show(this.#heard(track, true)))
      .on(RoomEvent.TrackUnsubscribed, (track) => here() && this.#show(this.#heard(track, false)))
      .on(RoomEvent.ParticipantConnected, () => here() && this.#show({ remoteHere: true }))
      .on(
        RoomEvent.ParticipantDisconnected,
        () => here() && this.#show({ remoteHere: room.remoteParticipants.size > 0 }),
      )
      .on(RoomEvent.Reconnecting, () => here() && this.#show({ status: 'reconnecting' }))
      .on(RoomEvent.SignalReconnecting, () => here() && this.#show({ status: 'reconnecting' }))
      .on(RoomEvent.Reconnected, () => {
        if (!here()) return;
        this.#show({ status: 'connected' });
        this.#publishSoon();
      })
      .on(RoomEvent.AudioPlaybackStatusChanged, () => here() && this.#show({ audioBlocked: !room.canPlaybackAudio }))
      .on(RoomEvent.DataReceived, (bytes, participant, _kind, topic) => this.#onData(bytes, participant, topic))
      .on(RoomEvent.Disconnected, () => here() && this.#lost(null));
    return room;
  }

  /** The sender's party stands in the token our server made; our own side's packets, and those of a party that may not send on their topic, are dropped. */
  #onData(bytes: Uint8Array, participant: RemoteParticipant | undefined, topic: string | undefined): void {
    const sender = participant?.attributes.party;
    if (topic !== LIVE_TOPIC || sender === this.#party || !canSendOn(sender, topic)) return;
    const receivedMs = performance.now();
    for (const listener of this.#liveListeners) listener(bytes, receivedMs);
  }

  #heard(track: RemoteTrack, here: boolean): Partial<RoomView> {
    if (track.kind === Track.Kind.Audio) {
      if (here) track.attach(this.#audioElement);
      else track.detach(this.#audioElement);
      return {
        remoteAudio: here ? track.mediaStreamTrack : null,
        audioBlocked: here && !(this.#room?.canPlaybackAudio ?? true),
      };
    }
    if (track.source !== Track.Source.Camera) return {};
    const video = track as RemoteVideoTrack;
    return {
      remoteVideo: here
        ? {
            track: video.mediaStreamTrack,
            stampOf: (rtpTimestamp) => {
              const stamp = video.lookupFrameMetadata({ rtpTimestamp })?.userTimestamp;
              return stamp === undefined ? null : Number(stamp) / 1000;
            },
          }
        : null,
    };
  }

  /** Makes what is published what is wanted; one change after the other. */
  #publishSoon(): void {
    const room = this.#room;
    this.#publishing = this.#publishing.then(async () => {
      if (!room || room !== this.#room || this.#view.status !== 'connected') return;
      const wanted = [
        [this.#local.video, VIDEO],
        [this.#local.audio, AUDIO],
      ] as const;
      for (const track of this.#published.keys()) {
        if (wanted.some(([one]) => one === track)) continue;
        this.#published.delete(track);
        await room.localParticipant.unpublishTrack(track, false).catch(() => {});
      }
      for (const [track, options] of wanted) {
        if (track?.readyState !== 'live' || this.#published.has(track)) continue;
        const publication = await room.localParticipant.publishTrack(track, options).catch(() => null);
        if (publication) this.#published.set(track, publication);
      }
    });
  }

  #drop(): void {
    const [room, worker] = [this.#room, this.#worker];
    this.#try += 1;
    this.#room = null;
    this.#worker = null;
    this.#published.clear();
    this.#audioElement.srcObject = null;
    this.#show({ remoteVideo: null, remoteAudio: null, remoteHere: false });
    if (room) void room.disconnect(false).finally(() => worker?.terminate());
  }

  #show(change: Partial<RoomView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
