import {
  type EncounterState,
  type EventEnvelope,
  next,
  type Party,
  parseDeviceEvent,
  type StoredEvent,
} from '@plumbline/shared/encounter';

/** What the server has confirmed, up to and with `serverSeq`. */
export interface Confirmed {
  state: EncounterState;
  serverSeq: number;
}

/** The confirmed state after further stored events; those already known, and those that were not applied, change nothing. */
export function advance(confirmed: Confirmed, events: readonly StoredEvent[]): Confirmed {
  let { state, serverSeq } = confirmed;
  for (const stored of events) {
    if (stored.serverSeq <= serverSeq) continue;
    const { serverSeq: seq, receivedAt: _received, actor, disposition, reason: _reason, ...envelope } = stored;
    if (disposition === 'applied') state = apply(state, envelope, actor);
    serverSeq = seq;
  }
  return { state, serverSeq };
}

/** What this device shows: the confirmed state with its own undelivered events on top. Those that would be refused are left out. */
export function withPending(state: EncounterState, pending: readonly EventEnvelope[], you: Party): EncounterState {
  return pending.reduce((shown, event) => apply(shown, event, you), state);
}

function apply(state: EncounterState, envelope: EventEnvelope, by: Party): EncounterState {
  const parsed = parseDeviceEvent(envelope);
  if (!parsed.ok) return state;
  const after = next(state, parsed.event, by);
  return after.ok ? after.state : state;
}
