import type { AppendOutcome, EventEnvelope } from '@plumbline/shared/encounter';

/** The server's rules of storing events, in memory: each id once, numbers of a device without a gap. For tests. */
export class FakeEventStore {
  readonly stored: EventEnvelope[] = [];
  /** Types that it can never take. */
  readonly #malformed: readonly string[];

  constructor({ malformed = [] as readonly string[] } = {}) {
    this.#malformed = malformed;
  }

  get last(): number {
    return Math.max(0, ...this.stored.map((event) => event.deviceSeq));
  }

  append(events: readonly EventEnvelope[]): AppendOutcome[] {
    return events.map((event) => this.#appendOne(event));
  }

  #appendOne(event: EventEnvelope): AppendOutcome {
    const refuse = (code: string, path: string): AppendOutcome => ({
      outcome: 'error',
      id: event.id,
      error: { code, path },
    });
    if (this.#malformed.includes(event.type)) return refuse('malformed', 'type');
    const at = this.stored.findIndex((known) => known.id === event.id);
    if (at >= 0 && JSON.stringify(this.stored[at]) !== JSON.stringify(event)) return refuse('conflict', 'id');
    if (at < 0) {
      const expected = this.last + 1;
      if (event.deviceSeq !== expected)
        return { ...refuse(event.deviceSeq > expected ? 'gap' : 'conflict', 'deviceSeq'), expected } as AppendOutcome;
      this.stored.push(structuredClone(event));
    }
    const serverSeq = (at < 0 ? this.stored.length - 1 : at) + 1;
    return { outcome: 'stored', id: event.id, serverSeq, disposition: 'applied', reason: null };
  }
}
