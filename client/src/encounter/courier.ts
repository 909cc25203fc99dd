import { type AppendOutcome, CURRENT_VERSION, type EventEnvelope, type HappenedAt } from '@plumbline/shared/encounter';
import { v7 as uuid } from 'uuid';
import { isProblem } from '../http/index.ts';
import { type Outbox, settle } from './outbox.ts';
import { retryAfterMs } from './retry.ts';

/** Something the person should hear about an event of theirs. */
export interface Notice {
  id: string;
  type: string;
  code: string;
}

export interface CourierOptions {
  outbox: Outbox;
  /** One attempt to bring events to the server, in order. Throws where it was not reached. */
  send(events: readonly EventEnvelope[]): Promise<readonly AppendOutcome[]>;
  /** The last number the server has of this device. */
  lastStored(): Promise<number>;
  /** What is on the way has changed. */
  onChange(): void;
  onNotices(notices: readonly Notice[]): void;
  onSignedOut?(problem: Error): void;
}

interface Own {
  event: EventEnvelope;
  /** Null until acknowledged. */
  serverSeq: number | null;
}

const BATCH = 50;

/** Brings the events of one device in one encounter to the server: written down first, each stored once, in order. */
export class Courier {
  readonly #options: CourierOptions;
  readonly #opened: Promise<void>;
  #own: Own[] = [];
  #adding: Promise<unknown> = Promise.resolve();
  #delivering: Promise<boolean> | null = null;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(options: CourierOptions) {
    this.#options = options;
    this.#opened = options.outbox.pending().then((events) => {
      this.#own = events.map((event) => ({ event, serverSeq: null }));
    });
    this.#opened.catch(() => {}); // Whoever waits for it hears of it.
  }

  /** Settles when what waited from before has been read. */
  opened(): Promise<void> {
    return this.#opened;
  }

  /** Events that the confirmed state does not hold yet: undelivered, or acknowledged and not fetched. */
  get own(): readonly EventEnvelope[] {
    return this.#own.map(({ event }) => event);
  }

  get undelivered(): readonly EventEnvelope[] {
    return this.#own.filter(({ serverSeq }) => serverSeq === null).map(({ event }) => event);
  }

  /** Writes an event down; it cannot be lost any more when the promise resolves. */
  async add(type: string, body: Record<string, unknown>, happenedAt: HappenedAt): Promise<EventEnvelope> {
    const draft = { id: uuid(), type, version: CURRENT_VERSION, happenedAt, body };
    const adding = this.#adding
      .then(() => this.#opened)
      .then(() => this.#options.outbox.add(draft))
      .then((event) => {
        this.#own.push({ event, serverSeq: null });
        return event;
      });
    this.#adding = adding.catch(() => {});
    const event = await adding;
    this.#options.onChange();
    this.deliverSoon();
    return event;
  }

  /** The confirmed state holds everything up to `serverSeq` now. */
  confirmedUpTo(serverSeq: number): void {
    this.#own = this.#own.filter((own) => own.serverSeq === null || own.serverSeq > serverSeq);
  }

  /** Delivers now, and again with growing pauses until everything is there. */
  deliverSoon(afterMs = 0): void {
    clearTimeout(this.#retry);
    if (this.#stopped) return;
    this.#retry = setTimeout(() => {
      void this.attempt().then((delivered) => {
        if (!delivered) this.deliverSoon(retryAfterMs(this.#failures));
      });
    }, afterMs);
  }

  /** Delivers what there is; whether everything was. One delivery at a time. */
  attempt(): Promise<boolean> {
    this.#delivering ??= this.#deliver().finally(() => {
      this.#delivering = null;
    });
    return this.#delivering;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
  }

  async #deliver(): Promise<boolean> {
    try {
      await this.#opened;
      for (;;) {
        const batch = this.undelivered.slice(0, BATCH);
        if (batch.length === 0 || this.#stopped) break;
        await this.#settle(batch, await this.#options.send(batch));
      }
      this.#failures = 0;
      return true;
    } catch (error) {
      this.#failures += 1;
      if (isProblem(error, 'signed-out')) this.#options.onSignedOut?.(error);
      return this.#stopped;
    }
  }

  async #settle(sent: readonly EventEnvelope[], outcomes: readonly AppendOutcome[]): Promise<void> {
    if (this.#stopped) return;
    const { done, hopeless, misnumbered } = settle(sent, outcomes);
    const notices: Notice[] = hopeless.map(({ event, code }) => ({ id: event.id, type: event.type, code }));
    for (const outcome of outcomes) {
      const own = this.#own.find(({ event }) => event.id === outcome.id);
      if (!own || outcome.outcome !== 'stored') continue;
      own.serverSeq = outcome.serverSeq;
      if (outcome.disposition === 'applied') continue;
      // Stored, but without effect: it leaves the view.
      this.#own = this.#own.filter((one) => one !== own);
      notices.push({ id: outcome.id, type: own.event.type, code: outcome.reason ?? outcome.disposition });
    }
    const gone = [...done, ...hopeless.map(({ event }) => event)];
    await this.#options.outbox.forget(gone);
    this.#own = this.#own.filter(({ event }) => !hopeless.some((one) => one.event.id === event.id));
    // A number that the server will never see would hold up all that follow.
    if (hopeless.length > 0 || misnumbered) await this.#renumber();
    if (notices.length > 0) this.#options.onNotices(notices);
    this.#options.onChange();
    if (done.length === 0 && hopeless.length === 0 && !misnumbered) throw new Error('the server took nothing');
  }

  /** Numbers what is still here anew, following the last one the server has. */
  async #renumber(): Promise<void> {
    const lastStored = await this.#options.lastStored();
    // In the same line as those who add: nobody gets a number meanwhile.
    const renumbering = this.#adding.then(async () => {
      const renumbered = await this.#options.outbox.renumberAfter(lastStored);
      const byId = new Map(renumbered.map((event) => [event.id, event]));
      this.#own = this.#own.map((own) => ({ ...own, event: byId.get(own.event.id) ?? own.event }));
    });
    this.#adding = renumbering.catch(() => {});
    await renumbering;
  }
}
