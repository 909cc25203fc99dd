import 'fake-indexeddb/auto';
import type { AppendOutcome } from '@plumbline/shared/encounter';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { ApiProblem } from '../http/index.ts';
import { Courier, type Notice } from './courier.ts';
import { FakeEventStore } from './fake-event-store.ts';
import { type DeviceDatabase, Outbox, openDeviceDatabase } from './outbox.ts';

const KEY = { encounterId: '00000000-0000-4000-8000-000000000001', deviceId: '00000000-0000-4000-8000-000000000002' };
const NOW = { bootId: KEY.deviceId, monotonicMs: 1, serverMs: 1, uncertaintyMs: 1 };

type Weather = 'fine' | 'request-lost' | 'answer-lost' | 'half-stored' | 'half-answered';
const WEATHERS: readonly Weather[] = ['fine', 'request-lost', 'answer-lost', 'half-stored', 'half-answered'];

let opened = 0;
const open: DeviceDatabase[] = [];
afterEach(() => {
  for (const db of open.splice(0)) db.close();
});

/** A device, a server, and the weather between them. */
async function makeDevice(server = new FakeEventStore()) {
  let database = `device ${opened++}`;
  const notices: Notice[] = [];
  let weather: Weather = 'fine';
  let courier = await boot();

  async function boot(): Promise<Courier> {
    const db = await openDeviceDatabase(database);
    open.push(db);
    const outbox = new Outbox(db, KEY);
    return new Courier({
      outbox,
      async send(events): Promise<AppendOutcome[]> {
        if (weather === 'request-lost') throw new ApiProblem('offline', 0);
        const half = events.slice(0, Math.ceil(events.length / 2));
        const outcomes = server.append(weather === 'half-stored' ? half : events);
        if (weather === 'answer-lost' || weather === 'half-stored') throw new ApiProblem('offline', 0);
        return weather === 'half-answered' ? outcomes.slice(0, half.length) : outcomes;
      },
      async lastStored() {
        if (weather === 'request-lost') throw new ApiProblem('offline', 0);
        return server.last;
      },
      onChange() {},
      onNotices: (told) => notices.push(...told),
    });
  }

  return {
    server,
    notices,
    add: (what: string, type = 'display.changed') => courier.add(type, { what }, NOW),
    attempt(now: Weather = 'fine') {
      weather = now;
      return courier.attempt();
    },
    /** The page goes away in the middle of whatever it does, and comes back. */
    async reload(): Promise<void> {
      courier.stop();
      courier = await boot();
      await courier.opened();
    },
    /** The browser's memory is wiped, and the page comes back without having asked the server. */
    async wipe(): Promise<void> {
      courier.stop();
      database = `device ${opened++}`;
      courier = await boot();
    },
    get undelivered() {
      return courier.undelivered;
    },
    stop: () => courier.stop(),
  };
}

const said = (server: FakeEventStore) => server.stored.map((event) => event.body.what);
const numbers = (server: FakeEventStore) => server.stored.map((event) => event.deviceSeq);

describe('events on their way', () => {
  test('are each stored once and in order, whatever is lost and however often the page is reloaded', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('add' as const), bad: fc.boolean() }) },
      {
        weight: 4,
        arbitrary: fc.record({ kind: fc.constant('attempt' as const), weather: fc.constantFrom(...WEATHERS) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const) }) },
      // Reloaded while the upload is under way.
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('torn' as const), weather: fc.constantFrom(...WEATHERS) }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const device = await makeDevice(new FakeEventStore({ malformed: ['bad'] }));
        const good: string[] = [];
        for (const [i, one] of steps.entries()) {
          if (one.kind === 'add') {
            await device.add(`${i}`, one.bad && i % 5 === 0 ? 'bad' : 'display.changed');
            if (!(one.bad && i % 5 === 0)) good.push(`${i}`);
          } else if (one.kind === 'attempt') await device.attempt(one.weather);
          else if (one.kind === 'reload') await device.reload();
          else {
            const torn = device.attempt(one.weather);
            await device.reload();
            await torn;
          }
        }
        for (let i = 0; i < 5 && !(await device.attempt()); i++);
        device.stop();
        expect(said(device.server)).toEqual(good);
        expect(numbers(device.server)).toEqual(good.map((_, i) => i + 1));
        expect(device.undelivered).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('get their numbers in the order they were written, even when written at once', async () => {
    const device = await makeDevice();
    await Promise.all(['a', 'b', 'c', 'd'].map((what) => device.add(what)));
    await device.attempt();
    expect(said(device.server)).toEqual(['a', 'b', 'c', 'd']);
    expect(numbers(device.server)).toEqual([1, 2, 3, 4]);
  });

  test('wait in the outbox while the server is out of reach', async () => {
    const device = await makeDevice();
    await device.add('a');
    expect(await device.attempt('request-lost')).toBe(false);
    await device.reload();
    expect(device.undelivered).toHaveLength(1);
    expect(await device.attempt()).toBe(true);
    expect(said(device.server)).toEqual(['a']);
  });

  test('go on after what the server has when the memory of this browser was wiped', async () => {
    const device = await makeDevice();
    for (const what of ['a', 'b', 'c']) await device.add(what);
    await device.attempt();
    await device.wipe();
    await device.add('d');
    await device.add('e');
    await device.attempt();
    expect(said(device.server)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(numbers(device.server)).toEqual([1, 2, 3, 4, 5]);
    expect(device.notices).toEqual([]);
  });

  test('are not held up by one that the server will never take, and the person hears of it', async () => {
    const device = await makeDevice(new FakeEventStore({ malformed: ['bad'] }));
    await device.add('a');
    const { id } = await device.add('b', 'bad');
    await device.add('c');
    await device.attempt();
    await device.add('d');
    await device.attempt();
    expect(said(device.server)).toEqual(['a', 'c', 'd']);
    expect(device.notices).toEqual([{ id, type: 'bad', code: 'malformed' }]);
  });

  test('keep their number when the server cannot be asked for a better one', async () => {
    const device = await makeDevice();
    await device.add('a');
    await device.attempt();
    await device.wipe();
    await device.add('b');
    await device.attempt('request-lost');
    await device.reload();
    expect(await device.attempt()).toBe(true);
    expect(said(device.server)).toEqual(['a', 'b']);
  });
});
