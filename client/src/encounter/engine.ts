import {
  type AppendOutcome,
  appendEvents,
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
import { ApiProblem, call, isProblem } from '../http/index.ts';
import { DeviceClock } from './clock.ts';
import { Courier, type Notice } from './courier.ts';
import { advance, type Confirmed, withPending } from './merge.ts';
import { type DeviceDatabase, Outbox } from './outbox.ts';
import { isFinal, retryAfterMs } from './retry.ts';
import type { WakeUps } from './wake-ups.ts';

export interface EncounterView {
  status: 'loading' | 'ready' | 'failed' | 'other-tab';
  /** Why it failed; null otherwise. */
  problem: ApiProblem | null;
  you: Party;
  /** What the asker is to the visit; null while it is not known. */
  role: EncounterSnapshot['role'] | null;
  /** The patient's age and sex on that day, for norms. */
  person: EncounterSnapshot['person'];
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

/** A page that goes away may send this much (browsers allow 64 KB). */
const PARTING_EVENTS = 50;
/** Looked at even if nobody wakes us: a wake-up may be lost. */
const LOOK_ANYWAY_MS = 20_000;
const CLOCK_QUESTIONS = 5;

/** One browser's hold on one encounter: state, outbox and wake-ups. Framework-free. */
export class EncounterEngine {
  readonly clock = new DeviceClock();
  readonly #options: EngineOptions;
  readonly #outbox: Outbox;
  readonly #courier: Courier;
  readonly #listeners = new Set<() => void>();
  #view: EncounterView;
  #confirmed: Confirmed | null = null;
  #fetching: Promise<void> | null = null;
  #fetchAgain = false;
  #fetchFailures = 0;
  #lookAgain: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#view = emptyView(options.encounterId, options.party);
    this.#outbox = new Outbox(options.db, options);
    this.#courier = new Courier({
      outbox: this.#outbox,
      send: (events) => this.#upload(events),
      lastStored: async () => (await this.#snapshot()).yourDeviceSeq,
      onChange: () => this.#showState(),
      onNotices: (notices) => this.#show({ notices: [...this.#view.notices, ...notices] }),
      onSignedOut: (problem) => this.#show({ problem: problem as ApiProblem }),
    });
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
      if (socket !== 'connected') return;
      void this.#disciplineClock();
      void this.refresh();
      if (this.#confirmed) this.#courier.deliverSoon();
    });
    wakeUps.onChanged(() => void this.refresh());
    wakeUps.onPresence((presence) => this.#show({ presence }));
    await this.#courier.opened();
    await this.#load();
    if (this.#stopped || !this.#confirmed) return;
    wakeUps.watch(encounterId);
    this.#courier.deliverSoon();
    this.#lookAfter(LOOK_ANYWAY_MS);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#lookAgain);
    this.#courier.stop();
    this.#options.wakeUps.close();
    this.#listeners.clear();
  }

  /** Writes an event of this device: it is in the outbox when the promise resolves, and shown at once. Returns its id. */
  async append<T extends EventType>(type: T, body: EventBody<T>): Promise<string> {
    return (await this.#courier.add(type, body, this.clock.at())).id;
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
    const events = this.#courier.undelivered.slice(0, PARTING_EVENTS);
    if (events.length === 0) return;
    const { encounterId } = this.#options;
    call(appendEvents, { params: { encounterId }, body: { events }, keepalive: true }).catch(() => {});
  }

  #snapshot(): Promise<EncounterSnapshot> {
    return call(getEncounter, { params: { encounterId: this.#options.encounterId } });
  }

  async #load(): Promise<void> {
    for (let tries = 1; !this.#stopped; tries++) {
      try {
        await this.#take(await this.#snapshot());
        return;
      } catch (error) {
        const problem = error instanceof ApiProblem ? error : new ApiProblem('unexpected', 0);
        this.#show({ problem, status: 'failed' });
        if (isFinal(problem)) return;
        await new Promise((resolve) => setTimeout(resolve, retryAfterMs(tries)));
      }
    }
  }

  async #take(snapshot: EncounterSnapshot): Promise<void> {
    await this.#outbox.resumeAfter(snapshot.yourDeviceSeq);
    this.#confirmed = { state: snapshot.state, serverSeq: snapshot.serverSeq };
    const { you, role, person, patientName, therapistName, clinicName, startsAt, timeZone, presence } = snapshot;
    const people = { you, role, person, patientName, therapistName, clinicName };
    this.#show({ status: 'ready', problem: null, ...people, startsAt, timeZone, presence });
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
      this.#fetchFailures = 0;
      this.#showState();
      this.#lookAfter(LOOK_ANYWAY_MS);
    } catch (error) {
      this.#fetchFailures += 1;
      // A lost credential does not mend itself; anything else is tried again.
      if (isProblem(error, 'signed-out')) this.#show({ status: 'failed', problem: error });
      else this.#lookAfter(retryAfterMs(this.#fetchFailures));
    }
  }

  #lookAfter(ms: number): void {
    clearTimeout(this.#lookAgain);
    if (!this.#stopped) this.#lookAgain = setTimeout(() => void this.refresh(), ms);
  }

  async #upload(events: readonly EventEnvelope[]): Promise<readonly AppendOutcome[]> {
    const { encounterId, wakeUps } = this.#options;
    const bySocket = await wakeUps.append(encounterId, events);
    if (bySocket) return bySocket;
    return (await call(appendEvents, { params: { encounterId }, body: { events: [...events] } })).outcomes;
  }

  async #disciplineClock(): Promise<void> {
    for (let i = 0; i < CLOCK_QUESTIONS && !this.#stopped; i++) {
      const sample = await this.#options.wakeUps.askClock();
      if (sample) this.clock.add(sample);
    }
  }

  #showState(): void {
    if (!this.#confirmed) return;
    const { serverSeq, state } = this.#confirmed;
    this.#courier.confirmedUpTo(serverSeq);
    const shown = withPending(state, this.#courier.own, this.#view.you);
    const pending = this.#courier.undelivered.length;
    this.#show({ state: shown, connection: { ...this.#view.connection, pending } });
  }

  #show(change: Partial<EncounterView>): void {
    if (this.#stopped) return;
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** What is shown before anything is known. */
export function emptyView(encounterId: string, party: Party): EncounterView {
  return {
    status: 'loading',
    problem: null,
    you: party,
    role: null,
    person: null,
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
