import {
  type AppendOutcome,
  type DeviceEvent,
  EVENT_PARTIES,
  EVENT_TYPES,
  eventEnvelope,
  type Party,
} from '@plumbline/shared/encounter';
import { findUnfit } from '@plumbline/shared/http';
import { makeEvent } from '@plumbline/shared/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { change, SEED, spoil } from './bad-values.ts';
import { makeOpenVisit } from './open-visit.ts';
import { type Caller, type Stand, startStand } from './stand.ts';

const BATCHES = 110;
const PER_BATCH = 25;
const YEAR_MS = 365 * 86_400_000;

let stand: Stand;
let tried = 0;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand?.close());
afterAll(() => console.log(`bad input: ${tried} events tried, seed ${SEED}`));

/** Those that are stored, if only as refused: the next event has the next number. */
const STORED = ['spoiled body', 'future', 'long ago'] as const;
const NOT_STORED = ['spoiled', 'replay', 'same id', 'gap', 'backwards', 'other device', 'other visit'] as const;
const trick = fc.oneof(
  { weight: 6, arbitrary: fc.constant('spoiled body' as const) },
  { weight: 2, arbitrary: fc.constant('spoiled' as const) },
  { weight: 3, arbitrary: fc.constantFrom(...STORED, ...NOT_STORED) },
);
const badEvent = fc.record({ trick, change, type: fc.nat(EVENT_TYPES.length - 1), pick: fc.nat(10_000) });
type BadEvent = typeof badEvent extends fc.Arbitrary<infer T> ? T : never;

/** What one device sends: its next event, made wrong. `stored` are those it was told are stored. */
function wrong(bad: BadEvent, next: Partial<DeviceEvent>, party: Party, stored: readonly unknown[]): unknown {
  const types = EVENT_TYPES.filter((type) => type !== 'visit.ended' && EVENT_PARTIES[type].includes(party));
  const event = makeEvent(
    types[bad.type % types.length] as (typeof types)[number],
    {},
    {
      ...next,
      id: uuid(),
    },
  );
  const old = stored[bad.pick % Math.max(1, stored.length)] as DeviceEvent | undefined;
  const at = (serverMs: number) => ({ ...event, happenedAt: { ...event.happenedAt, serverMs } });
  switch (bad.trick) {
    case 'spoiled':
      return spoil(event, bad.change);
    case 'spoiled body':
      return { ...event, body: spoil(event.body, bad.change) };
    case 'replay':
      return old ?? event;
    case 'same id':
      return { ...event, id: old?.id ?? event.id };
    case 'gap':
      return { ...event, deviceSeq: event.deviceSeq + 1 + (bad.pick % 50) };
    case 'backwards':
      return { ...event, deviceSeq: Math.max(1, event.deviceSeq - 1 - (bad.pick % 5)) };
    case 'future':
      return at(Date.now() + YEAR_MS * (1 + (bad.pick % 7_000)));
    case 'long ago':
      return at(bad.pick);
    case 'other device':
      return { ...event, deviceId: uuid() };
    case 'other visit':
      return { ...event, encounterId: uuid() };
    default:
      return event;
  }
}

/** Whether it is stored although its body may be wrong, so that the numbering has no gap. */
function isEnvelope(event: unknown): boolean {
  return findUnfit(event) === null && eventEnvelope.safeParse(event).success;
}

test.each(['patient', 'therapist'] as const)(
  'events of a %s that are wrong in any way get a clear outcome each; whatever was said to be stored is there once',
  async (party) => {
    const visit = await makeOpenVisit(stand);
    const [caller, deviceId]: [Caller, string] =
      party === 'patient' ? [visit.ana, visit.anasDevice] : [visit.tom, visit.tomsDevice];
    const path = `/api/encounters/${visit.encounterId}/events`;
    const stored: { id: string }[] = [];
    const acknowledged = new Set<string>();
    // Arriving and admitting were each their first.
    let deviceSeq = 2;
    const samples = fc.sample(fc.array(badEvent, { minLength: PER_BATCH, maxLength: PER_BATCH }), {
      numRuns: BATCHES,
      seed: SEED,
    });
    for (const batch of samples) {
      const happenedAt = { bootId: uuid(), monotonicMs: deviceSeq, serverMs: Date.now(), uncertaintyMs: 5 };
      let nextSeq = deviceSeq;
      const events = batch.map((bad) => {
        const next = { encounterId: visit.encounterId, deviceId, deviceSeq: nextSeq, happenedAt };
        const event = wrong(bad, next, party, stored);
        if (STORED.some((one) => one === bad.trick) && isEnvelope(event)) nextSeq += 1;
        return event;
      });
      tried += events.length;
      const { body, status, text } = await caller.send('POST', path, { events });
      if (!body?.ok) throw new Error(`${status} ${text.slice(0, 300)} to ${JSON.stringify(events).slice(0, 2_000)}`);
      const { outcomes } = body.data as { outcomes: AppendOutcome[] };
      expect(outcomes).toHaveLength(events.length);
      outcomes.forEach((outcome, i) => {
        if (outcome.outcome === 'stored') {
          if (!acknowledged.has(outcome.id)) deviceSeq += 1;
          acknowledged.add(outcome.id);
          stored.push(events[i] as { id: string });
          return;
        }
        const { code, path: field } = outcome.error;
        expect(code).toMatch(/^[a-z-]+$/);
        expect(field, `${code} names no field`).toBeTruthy();
      });
    }
    const rows = await stand.rows<{ id: string; server_seq: number; device_seq: number }>(
      'SELECT id, server_seq, device_seq FROM event WHERE encounter_id = $1 ORDER BY server_seq',
      [visit.encounterId],
    );
    const ids = rows.map(({ id }) => id);
    expect([...acknowledged].filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rows.map(({ server_seq }) => server_seq)).toEqual(rows.map((_, i) => i + 1));
    expect(acknowledged.size).toBeGreaterThan((BATCHES * PER_BATCH) / 4);
    // And the visit goes on.
    const fine = makeEvent(
      'stop.pressed',
      {},
      {
        id: uuid(),
        encounterId: visit.encounterId,
        deviceId,
        deviceSeq,
        happenedAt: { bootId: uuid(), monotonicMs: 1, serverMs: Date.now(), uncertaintyMs: 5 },
      },
    );
    expect(await caller.get('POST', path, { events: [fine] })).toMatchObject({
      outcomes: [{ outcome: 'stored', disposition: 'applied' }],
    });
    expect(await visit.snapshot()).toMatchObject({ encounterId: visit.encounterId });
  },
);
