import { startLiveKit } from '@plumbline/infra/livekit/run.mjs';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createPen } from './events.ts';
import { makeMeeting, type Stand, startStand } from './stand.ts';

let livekit: Awaited<ReturnType<typeof startLiveKit>>;
let stand: Stand;
let meeting: Awaited<ReturnType<typeof makeMeeting>>;

beforeAll(async () => {
  const dataDir = `${process.env.TMPDIR ?? '/tmp'}/plumbline-media-${process.pid}`;
  livekit = await startLiveKit({ binary: inject('ground').livekitBinary, dataDir, webhookUrls: [] });
  stand = await startStand({ livekit });
  meeting = await makeMeeting(stand);
});
afterAll(async () => {
  await stand?.close();
  await livekit?.stop();
});

const media = (who: typeof meeting.ana) => who.send('POST', `/api/encounters/${meeting.encounterId}/media`, {});
const claims = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

describe('the video room', () => {
  test('is closed to a patient who has not been admitted', async () => {
    expect((await media(meeting.ana)).body).toEqual({ ok: false, error: { code: 'not-admitted' } });
  });

  test('opens with a token for one room, one new identity, the least grants, a minute', async () => {
    const [anaWrites, tomWrites] = [
      createPen(meeting.encounterId, meeting.anasDevice),
      createPen(meeting.encounterId, meeting.tomsDevice),
    ];
    const path = `/api/encounters/${meeting.encounterId}/events`;
    await meeting.ana.get('POST', path, { events: [anaWrites('patient.arrived')] });
    await meeting.tom.get('POST', path, { events: [tomWrites('patient.admitted')] });
    const first = await meeting.ana.get<{ token: string; identity: string; path: string }>(
      'POST',
      `/api/encounters/${meeting.encounterId}/media`,
      {},
    );
    const second = await meeting.ana.get<{ token: string; identity: string }>(
      'POST',
      `/api/encounters/${meeting.encounterId}/media`,
      {},
    );
    expect(second.identity).not.toBe(first.identity);
    const { video, sub, exp, nbf, attributes } = claims(first.token);
    expect(video).toMatchObject({
      room: `e.${meeting.encounterId}.1`,
      roomJoin: true,
      canPublishSources: ['camera', 'microphone'],
    });
    expect(video.roomAdmin ?? false).toBe(false);
    expect(video.roomCreate ?? false).toBe(false);
    expect(sub).toBe(first.identity);
    expect(attributes).toEqual({ party: 'patient' });
    expect(exp - (nbf ?? exp - 60)).toBeLessThanOrEqual(60);
    expect(video).toMatchObject({ canPublishData: true, canSubscribe: true });
    expect(video.canUpdateOwnMetadata ?? false).toBe(false);
    const toms = await meeting.tom.get<{ token: string }>('POST', `/api/encounters/${meeting.encounterId}/media`, {});
    expect(claims(toms.token)).toMatchObject({ video: { canPublishData: true }, attributes: { party: 'therapist' } });
    const rooms = new RoomServiceClient(livekit.url.replace('ws', 'http'), livekit.apiKey, livekit.apiSecret);
    expect((await rooms.listRooms()).map(({ name }) => name)).toEqual([`e.${meeting.encounterId}.1`]);
  });

  test("passes signalling through our own origin, and LiveKit's management API not", async () => {
    const { token } = await meeting.ana.get<{ token: string }>(
      'POST',
      `/api/encounters/${meeting.encounterId}/media`,
      {},
    );
    const valid = await fetch(`${stand.baseUrl}/livekit/rtc/validate?access_token=${token}`);
    expect(await valid.text()).toMatch(/success/i);
    const twirp = await fetch(`${stand.baseUrl}/livekit/twirp/livekit.RoomService/ListRooms`, {
      method: 'POST',
      headers: { origin: stand.baseUrl },
    });
    expect(twirp.status).toBe(404);
  });

  test('moves to a new generation when the patient is sent back to wait', async () => {
    const tomWrites = createPen(meeting.encounterId, meeting.tomsDevice);
    tomWrites('patient.admitted');
    await meeting.tom.get('POST', `/api/encounters/${meeting.encounterId}/events`, {
      events: [tomWrites('patient.returned-to-waiting')],
    });
    expect((await media(meeting.ana)).body).toEqual({ ok: false, error: { code: 'not-admitted' } });
    expect(await stand.rows('SELECT room_generation FROM encounter')).toEqual([{ room_generation: 2 }]);
    const rooms = new RoomServiceClient(livekit.url.replace('ws', 'http'), livekit.apiKey, livekit.apiSecret);
    expect(await rooms.listRooms()).toEqual([]);
  });

  test('takes no webhook that LiveKit has not signed', async () => {
    const response = await fetch(`${stand.baseUrl}/livekit/webhook`, {
      method: 'POST',
      body: '{"event":"participant_joined"}',
    });
    expect(response.status).toBe(401);
  });
});
