import {
  type AppendOutcome,
  appendEvents,
  CURRENT_VERSION,
  type EncounterSnapshot,
  type EncounterState,
  type EventBody,
  type EventEnvelope,
  type EventType,
  getEncounter,
  listEvents,
  type Party,
  type Presence,
} from '@plumbline/shared/encounter';
import { v7 as uuid } from 'uuid';
import { ApiProblem, call, isProblem } from '../http/index.ts';
import { DeviceClock } from './clock.ts';
import { advance, type Confirmed, withPending } from './merge.ts';
import { type DeviceDatabase, Outbox, settle } from './outbox.ts';
import type { WakeUps } from './wake-ups.ts';

/** Something the person should hear about an event of theirs. */
export interface Notice {
  id: string;
  type: string;
  code: string;
}

export interface EncounterView {
  status: 'loading' | 'ready' | 'failed' | 'other-tab';
  /** Why it failed; null otherwise. */
  problem: ApiProblem | null;
  you: Party;
  encounterId: string;
  patientName: string;
  therapistName: string;
  clinicName: string;
  startsAt: string;
  timeZone: string;
  state: EncounterState | null;
  presence: Presence | null;
  connection: { socket: 'connecting' | 'connected' | 'lost'; pending: number };
  notices: readonly Notice[];
}

export interface EngineOptions {
  encounterId: string;
  deviceId: string;
  party: Party;
  db: DeviceDatabase;
  wakeUps: WakeUps;
}

const BATCH = 50;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;

/** One browser's hold on one encounter: state, outbox and wake-ups. Framework-free. */
export class EncounterEngine {
  readonly clock = new DeviceClock();
  readonly #options: EngineOptions;
  readonly #outbox: Outbox;
  readonly #listeners = new Set<() => void>();
  #view: EncounterView;
  #confirmed: Confirmed | null = null;
  /** Ours that the confirmed state does not hold yet: undelivered, or acknowledged and not fetched. */
  #own: { event: EventEnvelope; serverSeq: number | null }[] = [];
  #uploading = false;
  #fetching: Promise<void> | null = null;
  #fetchAgain = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #adding: Promise<unknown> = Promise.resolve();

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#outbox = new Outbox(options.db, options);
    this.#view = emptyView(options.encounterId, options.party);
  }

  get view(): EncounterView {
    return this.#view;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Loads the state, connects, and begins to deliver what waits from before. */
  async start(): Promise<void> {
    const { wakeUps, encounterId } = this.#options;
    wakeUps.onStatus((socket) => {
      this.#show({ connection: { ...this.#view.connection, socket } });
      if (socket === 'connected') {
        void this.#disciplineClock();
        void this.refresh();
        this.#deliverSoon(0);
      }
    });
    wakeUps.onChanged(() => void this.refresh());
    wakeUps.onPresence((presence) => this.#show({ presence }));
    this.#own = (await this.#outbox.pending()).map((event) => ({ event, serverSeq: null }));
    await this.#load();
    if (this.#stopped) return;
    wakeUps.watch(encounterId);
    this.#deliverSoon(0);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#options.wakeUps.close();
    this.#listeners.clear();
  }

  /** Writes an event of this device: it is in the outbox when the promise resolves, and shown at once. Returns its id. */
  async append<T extends EventType>(type: T, body: EventBody<T>): Promise<string> {
    const draft = {
      id: uuid(),
      type,
      version: CURRENT_VERSION,
      happenedAt: this.clock.at(),
      body: body as Record<string, unknown>,
    };
    const adding = this.#adding.then(() => this.#outbox.add(draft));
    this.#adding = adding.catch(() => {});
    const event = await adding;
    this.#own.push({ event, serverSeq: null });
    this.#showState();
    this.#deliverSoon(0);
    return event.id;
  }

  /** Fetches what happened since; one request at a time. */
  refresh(): Promise<void> {
    if (this.#fetching) {
      this.#fetchAgain = true;
      return this.#fetching;
    }
    this.#fetching = this.#fetchAll().finally(() => {
      this.#fetching = null;
      if (this.#fetchAgain && !this.#stopped) {
        this.#fetchAgain = false;
        void this.refresh();
      }
    });
    return this.#fetching;
  }

  dismiss(id: string): void {
    this.#show({ notices: this.#view.notices.filter((notice) => notice.id !== id) });
  }

  /** A page that goes away sends what it can; the rest stays in the outbox. */
  flushOnLeave(): void {
    const events = this.#undelivered().slice(0, BATCH);
    if (events.length === 0) return;
    const { encounterId } = this.#options;
    call(appendEvents, { params: { encounterId }, body: { events }, keepalive: true }).catch(() => {});
  }

  async #load(): Promise<void> {
    for (let tries = 0; !this.#stopped; tries++) {
      try {
        const snapshot = await call(getEncounter, { params: { encounterId: this.#options.encounterId } });
        await this.#take(snapshot);
        return;
      } catch (error) {
        const problem = error instanceof ApiProblem ? error : new ApiProblem('unexpected', 0);
        this.#show({ problem, status: this.#confirmed ? 'ready' : 'failed' });
        if (problem.status >= 400 && problem.status < 500) return;
        await new Promise((resolve) => setTimeout(resolve, retryMs(tries)));
      }
    }
  }

  async #take(snapshot: EncounterSnapshot): Promise<void> {
    await this.#outbox.resumeAfter(snapshot.yourDeviceSeq);
    this.#confirmed = { state: snapshot.state, serverSeq: snapshot.serverSeq };
    const { you, patientName, therapistName, clinicName, startsAt, timeZone, presence } = snapshot;
    this.#show({
      status: 'ready',
      problem: null,
      you,
      patientName,
      therapistName,
      clinicName,
      startsAt,
      timeZone,
      presence,
    });
    this.#showState();
  }

  async #fetchAll(): Promise<void> {
    if (!this.#confirmed) return;
    try {
      for (let more = true; more && !this.#stopped; ) {
        const { encounterId } = this.#options;
        const page = await call(listEvents, { params: { encounterId }, query: { since: this.#confirmed.serverSeq } });
        this.#confirmed = advance(this.#confirmed, page.events);
        more = page.more;
      }
      this.#showState();
    } catch (error) {
      // The next wake-up, or the socket's return, fetches again; a lost credential does not mend itself.
      if (isProblem(error, 'signed-out')) this.#show({ status: 'failed', problem: error });
    }
  }

  #undelivered(): EventEnvelope[] {
    return this.#own.filter(({ serverSeq }) => serverSeq === null).map(({ event }) => event);
  }

  #deliverSoon(afterMs: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#deliver(), afterMs);
  }

  async #deliver(): Promise<void> {
    if (this.#uploading || this.#stopped || !this.#confirmed) return;
    this.#uploading = true;
    try {
      for (let batch = this.#undelivered().slice(0, BATCH); batch.length > 0 && !this.#stopped; ) {
        const outcomes = await this.#upload(batch);
        this.#failures = 0;
        const again = await this.#settle(batch, outcomes);
        const rest = this.#undelivered().slice(0, BATCH);
        if (again && rest.length === batch.length) throw new ApiProblem('gap', 0);
        batch = rest;
      }
    } catch (error) {
      this.#failures += 1;
      if (isProblem(error, 'signed-out')) this.#show({ problem: error });
      this.#deliverSoon(retryMs(this.#failures));
    } finally {
      this.#uploading = false;
    }
  }

  async #upload(events: readonly EventEnvelope[]): Promise<readonly AppendOutcome[]> {
    const { encounterId, wakeUps } = this.#options;
    const bySocket = await wakeUps.append(encounterId, events);
    if (bySocket) return bySocket;
    return (await call(appendEvents, { params: { encounterId }, body: { events: [...events] } })).outcomes;
  }

  async #settle(sent: readonly EventEnvelope[], outcomes: readonly AppendOutcome[]): Promise<boolean> {
    const { done, hopeless, again } = settle(sent, outcomes);
    const misnumbered = hopeless.filter(
      ({ event }, i) => hopeless[i]?.code === 'conflict' && isMisnumbered(outcomes, event.id),
    );
    const lost = hopeless.filter((one) => !misnumbered.includes(one));
    await this.#outbox.forget([...done, ...hopeless.map(({ event }) => event)]);
    const gone = new Set(hopeless.map(({ event }) => event.id));
    const notices = lost.map(({ event, code }) => ({ id: event.id, type: event.type, code }));
    for (const outcome of outcomes) {
      if (outcome.outcome !== 'stored') continue;
      const own = this.#own.find(({ event }) => event.id === outcome.id);
      if (own) own.serverSeq = outcome.serverSeq;
      if (own && outcome.disposition === 'refused') {
        notices.push({ id: outcome.id, type: own.event.type, code: outcome.reason ?? 'refused' });
        gone.add(outcome.id);
      }
    }
    this.#own = this.#own.filter(({ event }) => !gone.has(event.id));
    if (misnumbered.length > 0) await this.#renumber(misnumbered.map(({ event }) => event));
    if (notices.length > 0) this.#show({ notices: [...this.#view.notices, ...notices] });
    this.#showState();
    return again;
  }

  /** This browser's numbering fell behind the server's (a wiped memory): the events get new numbers. */
  async #renumber(events: readonly EventEnvelope[]): Promise<void> {
    const snapshot = await call(getEncounter, { params: { encounterId: this.#options.encounterId } });
    await this.#outbox.resumeAfter(snapshot.yourDeviceSeq);
    for (const { deviceSeq: _old, encounterId: _e, deviceId: _d, ...draft } of events) {
      this.#own.push({ event: await this.#outbox.add(draft), serverSeq: null });
    }
  }

  async #disciplineClock(): Promise<void> {
    for (let i = 0; i < 5 && !this.#stopped; i++) {
      const sample = await this.#options.wakeUps.askClock();
      if (sample) this.clock.add(sample);
    }
  }

  #showState(): void {
    if (!this.#confirmed) return;
    const { serverSeq, state } = this.#confirmed;
    this.#own = this.#own.filter((own) => own.serverSeq === null || own.serverSeq > serverSeq);
    const shown = withPending(
      state,
      this.#own.map(({ event }) => event),
      this.#view.you,
    );
    const pending = this.#undelivered().length;
    this.#show({ state: shown, connection: { ...this.#view.connection, pending } });
  }

  #show(change: Partial<EncounterView>): void {
    if (this.#stopped) return;
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function isMisnumbered(outcomes: readonly AppendOutcome[], id: string): boolean {
  return outcomes.some(
    (outcome) => outcome.outcome === 'error' && outcome.id === id && outcome.error.path === 'deviceSeq',
  );
}

function retryMs(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, failures - 1), LONGEST_RETRY_MS);
}

/** What is shown before anything is known. */
export function emptyView(encounterId: string, party: Party): EncounterView {
  return {
    status: 'loading',
    problem: null,
    you: party,
    encounterId,
    patientName: '',
    therapistName: '',
    clinicName: '',
    startsAt: '',
    timeZone: 'UTC',
    state: null,
    presence: null,
    connection: { socket: 'connecting', pending: 0 },
    notices: [],
  };
}
