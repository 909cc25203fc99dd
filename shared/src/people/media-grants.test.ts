import { describe, expect, test } from 'vitest';
import { LIVE_TOPIC } from '../encounter/index.ts';
import { canSendOn, MEDIA_SOURCES, mediaGrants } from './media-grants.ts';

/** Written down by hand: who may send what into the video room of a visit. */
const ALLOWED = {
  patient: { camera: true, microphone: true, screen_share: false, screen_share_audio: false, data: true },
  therapist: { camera: true, microphone: true, screen_share: false, screen_share_audio: false, data: true },
} as const;

const PARTIES = ['patient', 'therapist'] as const;

describe.each(PARTIES)('the %s in the video room', (party) => {
  test.each(MEDIA_SOURCES.map((source) => [source, ALLOWED[party][source]] as const))('%s: %s', (source, allowed) => {
    expect(mediaGrants(party).sources.includes(source)).toBe(allowed);
  });

  test(`sends data packets: ${ALLOWED[party].data}`, () => {
    expect(mediaGrants(party).canPublishData).toBe(ALLOWED[party].data);
  });

  test('sees and hears the other', () => {
    expect(mediaGrants(party).canSubscribe).toBe(true);
  });
});

describe('a packet', () => {
  test.each([
    ['patient', LIVE_TOPIC, true],
    ['therapist', LIVE_TOPIC, true],
    ['guest', LIVE_TOPIC, false],
    ['', LIVE_TOPIC, false],
    [undefined, LIVE_TOPIC, false],
    ['patient', 'chat', false],
    ['therapist', 'chat', false],
    ['patient', '', false],
    ['patient', undefined, false],
    ['patient', 'constructor', false],
    ['patient', '__proto__', false],
  ])('from %o on topic %o counts: %s', (sender, topic, counts) => {
    expect(canSendOn(sender, topic)).toBe(counts);
  });

  test('is never sent by a side that may not send', () => {
    for (const party of PARTIES) {
      if (canSendOn(party, LIVE_TOPIC)) expect(mediaGrants(party).canPublishData).toBe(true);
    }
  });
});
