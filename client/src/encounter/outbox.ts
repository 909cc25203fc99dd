import type { AppendOutcome, EventEnvelope } from '@plumbline/shared/encounter';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** One device's part in one encounter. */
export interface OutboxKey {
  encounterId: string;
  deviceId: string;
}

interface Schema extends DBSchema {
  /** What has not been acknowledged, by its number. */
  pending: { key: [string, string, number]; value: EventEnvelope };
  /** The last number given out. */
  numbers: { key: [string, string]; value: number };
  /** Fold states and the like, for after a reload. */
  checkpoints: { key: string; value: unknown };
  /** Landmark segments that have not been stored. */
  segments: { key: string; value: StoredSegment };
}

export interface StoredSegment {
  segmentId: string;
  encounterId: string;
  startMs: number;
  endMs: number;
  sha256: string;
  bytes: string;
}

export type DeviceDatabase = IDBPDatabase<Schema>;

/** Opens what this browser keeps of visits. `name` tells installations (and the demo) apart. */
export function openDeviceDatabase(name: string): Promise<DeviceDatabase> {
  return openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('pending', { keyPath: ['encounterId', 'deviceId', 'deviceSeq'] });
      db.createObjectStore('numbers');
      db.createObjectStore('checkpoints');
      db.createObjectStore('segments', { keyPath: 'segmentId' });
    },
  });
}

/** Events on their way to the server: written here first, numbered without a gap, kept until acknowledged. */
export class Outbox {
  readonly #db: DeviceDatabase;
  readonly #key: OutboxKey;

  constructor(db: DeviceDatabase, key: OutboxKey) {
    this.#db = db;
    this.#key = key;
  }

  /** Goes on after what the server has, where this browser's own memory was wiped. */
  async resumeAfter(lastStored: number): Promise<void> {
    const { encounterId, deviceId } = this.#key;
    const tx = this.#db.transaction('numbers', 'readwrite');
    const known = (await tx.store.get([encounterId, deviceId])) ?? 0;
    if (lastStored > known) await tx.store.put(lastStored, [encounterId, deviceId]);
    await tx.done;
  }

  /** Numbers and stores an event in one transaction: two writers never get the same number. */
  async add(draft: Omit<EventEnvelope, 'deviceSeq' | 'encounterId' | 'deviceId'>): Promise<EventEnvelope> {
    const { encounterId, deviceId } = this.#key;
    // Strict: on the disk, not in a cache of the browser's, before anybody hears that it is safe.
    const tx = this.#db.transaction(['numbers', 'pending'], 'readwrite', { durability: 'strict' });
    const deviceSeq = ((await tx.objectStore('numbers').get([encounterId, deviceId])) ?? 0) + 1;
    const event: EventEnvelope = { ...draft, encounterId, deviceId, deviceSeq };
    await Promise.all([
      tx.objectStore('numbers').put(deviceSeq, [encounterId, deviceId]),
      tx.objectStore('pending').put(event),
      tx.done,
    ]);
    return event;
  }

  /** What has not been acknowledged, in order. */
  pending(): Promise<EventEnvelope[]> {
    return this.#db.getAll('pending', rangeOf(this.#key));
  }

  /** Numbers what has not been acknowledged anew, in the same order, after `lastStored`; in one transaction. */
  async renumberAfter(lastStored: number): Promise<EventEnvelope[]> {
    const { encounterId, deviceId } = this.#key;
    const tx = this.#db.transaction(['numbers', 'pending'], 'readwrite', { durability: 'strict' });
    const pending = tx.objectStore('pending');
    const events = await pending.getAll(rangeOf(this.#key));
    const renumbered = events.map((event, i) => ({ ...event, deviceSeq: lastStored + 1 + i }));
    await Promise.all([
      pending.delete(rangeOf(this.#key)),
      ...renumbered.map((event) => pending.put(event)),
      tx.objectStore('numbers').put(lastStored + renumbered.length, [encounterId, deviceId]),
      tx.done,
    ]);
    return renumbered;
  }

  /** Forgets what the server has. */
  async forget(events: readonly EventEnvelope[]): Promise<void> {
    const tx = this.#db.transaction('pending', 'readwrite');
    for (const { encounterId, deviceId, deviceSeq } of events) void tx.store.delete([encounterId, deviceId, deviceSeq]);
    await tx.done;
  }
}

function rangeOf({ encounterId, deviceId }: OutboxKey): IDBKeyRange {
  return IDBKeyRange.bound([encounterId, deviceId, 0], [encounterId, deviceId, Number.MAX_SAFE_INTEGER]);
}

export interface Settled {
  /** The server has them. */
  done: EventEnvelope[];
  /** It will never take them. */
  hopeless: { event: EventEnvelope; code: string }[];
  /** Our numbers and the server's do not follow each other: after a wiped memory, or a number that was never stored. */
  misnumbered: boolean;
}

/** What becomes of the events of one upload, given their outcomes. Pure. */
export function settle(sent: readonly EventEnvelope[], outcomes: readonly AppendOutcome[]): Settled {
  const settled: Settled = { done: [], hopeless: [], misnumbered: false };
  sent.forEach((event, i) => {
    const outcome = outcomes[i];
    if (!outcome) return;
    if (outcome.outcome === 'stored') settled.done.push(event);
    else if (outcome.error.path === 'deviceSeq') settled.misnumbered = true;
    else settled.hopeless.push({ event, code: outcome.error.code });
  });
  return settled;
}
