import { EMPTY_STATE, type EncounterSnapshot, type StoredEvent } from '@plumbline/shared/encounter';
import { play } from '@plumbline/shared/testing';
import fc from 'fast-check';
import { io } from 'socket.io-client';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPen } from './events.ts';
import { Caller, makeMeeting, type Stand, startStand } from './stand.ts';

let stand: Stand;
let meeting: Awaited<ReturnType<typeof makeMeeting>>;
let anaWrites: ReturnType<typeof createPen>;
let tomWrites: ReturnType<typeof createPen>;

beforeEach(async () => {
  stand = await startStand();
  meeting = await makeMeeting(stand);
  anaWrites = createPen(meeting.encounterId, meeting.anasDevice);
  tomWrites = createPen(meeting.encounterId, meeting.tomsDevice);
});
afterEach(() => stand?.close());

interface Outcome {
  outcome: string;
  serverSeq?: number;
  disposition?: string;
  reason?: string | null;
  error?: { code: string; path?: string };
  expected?: number;
}

async function append(who: Caller, ...events: unknown[]): Promise<Outcome[]> {
  const path = `/api/encounters/${meeting.encounterId}/events`;
  return (await who.get<{ outcomes: Outcome[] }>('POST', path, { events })).outcomes;
}

const stored = () =>
  stand.rows<{ server_seq: number; type: string }>('SELECT server_seq, type FROM event ORDER BY server_seq');
const snapshot = (who: Caller) => who.get<EncounterSnapshot>('GET', `/api/encounters/${meeting.encounterId}`);

async function admit(): Promise<void> {
  await append(meeting.ana, anaWrites('patient.arrived'));
  await append(meeting.tom, tomWrites('patient.admitted'));
}

describe('an event', () => {
  test('sent again is stored once and answers the same', async () => {
    const event = anaWrites('patient.arrived');
    const first = await append(meeting.ana, event);
    expect(await append(meeting.ana, event)).toEqual(first);
    expect(await append(meeting.ana, event, event)).toEqual([...first, ...first]);
    expect(await stored()).toHaveLength(1);
  });

  test('with a known id and another content is a conflict', async () => {
    const event = anaWrites('patient.arrived');
    await append(meeting.ana, event);
    const [outcome] = await append(meeting.ana, { ...event, body: { ...event.body, camera: false } });
    expect(outcome).toMatchObject({ outcome: 'error', error: { code: 'conflict', path: 'id' } });
  });

  test('that skips a number is sent back with the number expected', async () => {
    const [first, second] = [anaWrites('patient.arrived'), anaWrites('stop.pressed')];
    expect(await append(meeting.ana, second)).toMatchObject([
      { outcome: 'error', error: { code: 'gap' }, expected: 1 },
    ]);
    expect(await append(meeting.ana, first, second)).toMatchObject([{ outcome: 'stored' }, { outcome: 'stored' }]);
  });

  test('with a body that cannot be read is kept as refused, names the field, and leaves no gap', async () => {
    const bad = { ...anaWrites('patient.arrived'), body: { camera: 'yes', secret: 'Ana' } };
    expect(await append(meeting.ana, bad, anaWrites('patient.arrived'))).toMatchObject([
      { disposition: 'refused', reason: expect.stringContaining('body.') },
      { disposition: 'applied' },
    ]);
    expect(JSON.stringify(await stand.rows('SELECT body FROM event WHERE server_seq = 1'))).not.toContain('Ana');
  });

  test('from another device, or for another visit, is not taken', async () => {
    const stolen = { ...anaWrites('patient.arrived'), deviceId: meeting.tomsDevice };
    expect(await append(meeting.ana, stolen)).toMatchObject([{ error: { code: 'not-your-device' } }]);
    const elsewhere = { ...anaWrites('patient.arrived'), encounterId: uuid() };
    expect(await append(meeting.ana, elsewhere)).toMatchObject([{ error: { code: 'other-encounter' } }]);
    expect(await append(meeting.ana, 'nonsense', null, { id: 1 })).toMatchObject([
      { error: { code: 'malformed' } },
      { error: { code: 'malformed' } },
      { error: { code: 'malformed' } },
    ]);
    expect(await stored()).toEqual([]);
  });

  test('of the other party is refused', async () => {
    await append(meeting.ana, anaWrites('patient.arrived'));
    expect(await append(meeting.ana, anaWrites('patient.admitted'))).toMatchObject([
      { disposition: 'refused', reason: 'not-yours' },
    ]);
  });

  test('from the future is refused', async () => {
    const event = anaWrites('patient.arrived', {}, Date.now() + 3_600_000);
    expect(await append(meeting.ana, event)).toMatchObject([{ disposition: 'refused', reason: 'from-the-future' }]);
  });
});

describe('the visit', () => {
  test('is invisible to whoever has no part in it', async () => {
    const stranger = new Caller(stand.baseUrl, 'patient');
    expect((await stranger.send('GET', `/api/encounters/${meeting.encounterId}`)).status).toBe(401);
    expect((await meeting.tom.send('GET', `/api/encounters/${uuid()}`)).status).toBe(404);
  });

  test('comes back whole after a reload', async () => {
    await admit();
    const setId = uuid();
    await append(meeting.tom, tomWrites('set.started', { setId }));
    await append(meeting.ana, anaWrites('repetition.recorded', { setId }));
    const { state, serverSeq, yourDeviceSeq, you, patientName } = await snapshot(meeting.ana);
    expect({ you, patientName, serverSeq, yourDeviceSeq }).toEqual({
      you: 'patient',
      patientName: 'Ana Ruiz',
      serverSeq: 4,
      yourDeviceSeq: 2,
    });
    expect(state).toMatchObject({ status: 'open', active: { setId }, sets: [{ repetitions: [{ index: 1 }] }] });
  });

  test('stores what was measured before the end though it comes after it, and quarantines what happened after', async () => {
    await admit();
    const setId = uuid();
    await append(meeting.tom, tomWrites('set.started', { setId }));
    const before = anaWrites('repetition.recorded', { setId });
    await new Promise((resolve) => setTimeout(resolve, 30));
    await append(meeting.tom, tomWrites('visit.ended'));
    const after = anaWrites('repetition.recorded', { setId }, Date.now() + 20);
    expect(await append(meeting.ana, before, after)).toMatchObject([
      { disposition: 'applied' },
      { disposition: 'quarantined', reason: 'after-the-end' },
    ]);
    expect(await stand.rows('SELECT index FROM repetition')).toEqual([{ index: 1 }]);
  });

  test('has in its tables what its log says', async () => {
    await admit();
    const [trialId, setId] = [uuid(), uuid()];
    const measurementId = uuid();
    await append(meeting.tom, tomWrites('trial.armed', { trialId, measurementId }));
    await append(meeting.ana, anaWrites('trial.recorded', { trialId }));
    await append(meeting.tom, tomWrites('trial.kept', { trialId }), tomWrites('set.started', { setId }));
    await append(meeting.ana, anaWrites('repetition.recorded', { setId }), anaWrites('stop.pressed'));
    const log = await meeting.tom.get<{ events: StoredEvent[] }>(
      'GET',
      `/api/encounters/${meeting.encounterId}/events?since=0`,
    );
    const rebuilt = play(log.events.filter((one) => one.disposition === 'applied') as never, EMPTY_STATE);
    const { state } = await snapshot(meeting.tom);
    expect(rebuilt).toEqual(state);
    expect(
      await stand.rows('SELECT id, status, value_degrees, uncertainty_degrees, measurement_id FROM trial'),
    ).toEqual([
      { id: trialId, status: 'kept', value_degrees: 92, uncertainty_degrees: 6, measurement_id: measurementId },
    ]);
    const trial = rebuilt.trials[0];
    expect(await stand.rows('SELECT result, provenance FROM trial')).toEqual([
      { result: trial?.result, provenance: trial?.provenance },
    ]);
    expect(await stand.rows('SELECT id, status FROM exercise_set')).toEqual([{ id: setId, status: 'stopped' }]);
    expect(await stand.rows('SELECT ledger FROM repetition')).toEqual([{ ledger: rebuilt.sets[0]?.repetitions[0] }]);
  });
});

describe('whatever the line does', () => {
  test('every event is stored exactly once and in order', async () => {
    await admit();
    const setId = uuid();
    await append(meeting.tom, tomWrites('set.started', { setId }));
    const { repetition } = anaWrites('repetition.recorded', { setId }).body as { repetition: object };
    // The sample above took number 2 of Ana's pen; a fresh pen for each run starts behind what is stored.
    let sent = 1;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { minLength: 1, maxLength: 12 }), async (order) => {
        const batch = Array.from({ length: 4 }, (_, i) => {
          const event = anaWrites('repetition.recorded', {
            setId,
            repetition: { ...repetition, index: sent * 10 + i } as never,
          });
          return { ...event, deviceSeq: sent + 1 + i };
        });
        for (const i of order) await append(meeting.ana, batch[i % batch.length]);
        await append(meeting.ana, ...batch);
        sent += batch.length;
      }),
      { numRuns: 12, seed: 7 },
    );
    const rows = await stand.rows<{ device_seq: number }>(
      `SELECT device_seq FROM event WHERE device_id = $1 ORDER BY server_seq`,
      [meeting.anasDevice],
    );
    expect(rows.map((row) => row.device_seq)).toEqual(Array.from({ length: sent }, (_, i) => i + 1));
    const seqs = (await stored()).map((row) => row.server_seq);
    expect(seqs).toEqual(seqs.map((_, i) => i + 1));
  });

  test('two browsers that write at once get numbers without a gap', async () => {
    await admit();
    const work = Array.from({ length: 10 }, (_, i) => [
      append(meeting.tom, tomWrites('display.changed', { degrees: i % 2 === 0, skeleton: false })),
      append(meeting.ana, anaWrites('consent.given')),
    ]);
    // Each browser sends its next event only when the one before is answered or refused with a gap; here they race.
    await Promise.all(work.flat());
    const seqs = (await stored()).map((row) => row.server_seq);
    expect(seqs).toEqual(seqs.map((_, i) => i + 1));
  });
});

describe('a socket', () => {
  function connect(who: Caller, headers: Record<string, string> = {}) {
    return io(stand.baseUrl, {
      path: '/socket.io',
      transports: ['websocket'],
      forceNew: true,
      auth: { as: who.as },
      extraHeaders: { cookie: who.cookieHeader, origin: stand.baseUrl, ...headers },
    });
  }

  test('wakes the other side up, and takes events like HTTP does', async () => {
    const [tomSocket, anaSocket] = [connect(meeting.tom), connect(meeting.ana)];
    try {
      await tomSocket.emitWithAck('encounter.watch', { encounterId: meeting.encounterId });
      const woken = new Promise((resolve) => tomSocket.once('encounter.changed', resolve));
      const answer = await anaSocket.emitWithAck('encounter.append', {
        encounterId: meeting.encounterId,
        events: [anaWrites('patient.arrived')],
      });
      expect(answer).toMatchObject({ ok: true, data: { outcomes: [{ outcome: 'stored', serverSeq: 1 }] } });
      expect(await woken).toEqual({ encounterId: meeting.encounterId, serverSeq: 1 });
      expect(await anaSocket.emitWithAck('clock.ask', {})).toMatchObject({
        ok: true,
        data: { serverMs: expect.any(Number) },
      });
    } finally {
      tomSocket.close();
      anaSocket.close();
    }
  });

  test('of a stranger hears nothing and of a foreign page does not connect', async () => {
    const stranger = connect(new Caller(stand.baseUrl, 'patient'));
    const foreign = connect(meeting.tom, { origin: 'https://evil.example' });
    const refused = new Promise<Error>((resolve) => foreign.once('connect_error', resolve));
    try {
      expect(await stranger.emitWithAck('encounter.watch', { encounterId: meeting.encounterId })).toEqual({
        ok: false,
        error: { code: 'signed-out' },
      });
      expect(await stranger.emitWithAck('encounter.append', { encounterId: 'x', events: [] })).toMatchObject({
        ok: false,
        error: { path: expect.stringContaining('body.') },
      });
      expect((await refused).message).toBe('foreign-origin');
    } finally {
      stranger.close();
      foreign.close();
    }
  });
});
