import { LIVE_TOPIC, type Party } from '../encounter/index.ts';

/** What a track may come from, as LiveKit names it. */
export const MEDIA_SOURCES = ['camera', 'microphone', 'screen_share', 'screen_share_audio'] as const;
export type MediaSource = (typeof MEDIA_SOURCES)[number];

/** What a place in the video room of a visit allows. Never: administering rooms, recording, changing names. */
export interface MediaGrants {
  sources: readonly MediaSource[];
  /** Sending data packets; on which topics is judged by who receives them. */
  canPublishData: boolean;
  canSubscribe: boolean;
}

const FACE_AND_VOICE: readonly MediaSource[] = ['camera', 'microphone'];

const GRANTS: Record<Party, MediaGrants> = {
  // The live landmarks are the only packets there are. They come from the device that measures, which may be either.
  patient: { sources: FACE_AND_VOICE, canPublishData: true, canSubscribe: true },
  therapist: { sources: FACE_AND_VOICE, canPublishData: true, canSubscribe: true },
};

const SENDERS: Record<string, readonly Party[]> = { [LIVE_TOPIC]: ['patient', 'therapist'] };

/** The least a side of a visit needs in its video room. */
export function mediaGrants(party: Party): MediaGrants {
  return GRANTS[party];
}

/** Whether a packet counts: `sender` is the party that the server wrote into the sender's token, missing where it wrote none. */
export function canSendOn(sender: string | undefined, topic: string | undefined): boolean {
  if (topic === undefined || !Object.hasOwn(SENDERS, topic)) return false;
  return (SENDERS[topic] as readonly string[]).includes(sender ?? '');
}
