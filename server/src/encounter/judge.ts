import {
  type DeviceEvent,
  type Disposition,
  type EncounterState,
  type EventType,
  isFact,
  next,
  type Party,
} from '@plumbline/shared/encounter';

export interface Judgement {
  disposition: Disposition;
  reason: string | null;
  state: EncounterState;
}

/** A device's clock may be this much ahead of ours before its word on the time is not taken. */
const FUTURE_TOLERANCE_MS = 60_000;

/** What becomes of an event: it changes the state, it cannot, or it waits in quarantine. Pure; `nowMs` is the server's time. */
export function judge(state: EncounterState, event: DeviceEvent, party: Party, nowMs: number): Judgement {
  const { serverMs, uncertaintyMs } = event.happenedAt;
  if (serverMs - uncertaintyMs > nowMs + FUTURE_TOLERANCE_MS)
    return { disposition: 'refused', reason: 'from-the-future', state };
  if (state.endedAtMs !== null && isFact(event.type) && serverMs - uncertaintyMs > state.endedAtMs) {
    return { disposition: 'quarantined', reason: 'after-the-end', state };
  }
  if (party === 'patient' && isMeasured(event) && !wasAdmitted(state, serverMs + uncertaintyMs)) {
    return { disposition: 'quarantined', reason: 'not-admitted', state };
  }
  const after = next(state, event, party);
  return after.ok
    ? { disposition: 'applied', reason: null, state: after.state }
    : { disposition: 'refused', reason: after.code, state };
}

const MEASURED: readonly EventType[] = [
  'trial.recorded',
  'repetition.recorded',
  'timed.went',
  'timed.lifted',
  'timed.recorded',
];

function isMeasured({ type }: DeviceEvent): boolean {
  return MEASURED.includes(type);
}

function wasAdmitted({ admittedAtMs }: EncounterState, atMs: number): boolean {
  return admittedAtMs !== null && atMs >= admittedAtMs;
}
