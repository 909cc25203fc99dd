import type { DeviceEvent } from './events.ts';
import type { Party } from './parties.ts';
import type { Provenance } from './provenance.ts';
import type { EncounterState } from './state.ts';
import { accept, type EventOf, type Next } from './transition.ts';

/** Whose device measures: the patient's, from its own camera, or the therapist's browser, from the video it receives. */
export type MeasuringDevice = 'patient-device' | 'therapist-browser';

/** Why the patient's device asks to be relieved. too-slow: it sees too few pictures a second. cannot-measure: its pose engine does not run. */
export const MEASURING_TROUBLES = ['too-slow', 'cannot-measure'] as const;
export type MeasuringTrouble = (typeof MEASURING_TROUBLES)[number];

/** One device's turn; it ends where the next begins. */
export interface MeasuringTurn {
  by: MeasuringDevice;
  sinceMs: number;
  /** Why it was given the turn; null for the first one. */
  reason: MeasuringTrouble | 'by-choice' | null;
}

/** Who measures, who did before, and what the patient's device says of itself. */
export interface MeasuringState {
  /** Never empty; the last one is now. */
  turns: readonly MeasuringTurn[];
  trouble: MeasuringTrouble | null;
}

export const FIRST_MEASURING: MeasuringState = {
  turns: [{ by: 'patient-device', sinceMs: 0, reason: null }],
  trouble: null,
};

/** Whose device measures now. */
export function measuringDevice({ measuring }: Pick<EncounterState, 'measuring'>): MeasuringDevice {
  return measuring.turns.at(-1)?.by ?? 'patient-device';
}

/** The turns that began while a set was under way: its rows before and after come from different devices. */
export function turnsDuring(
  { measuring }: Pick<EncounterState, 'measuring'>,
  { startedAtMs, endedAtMs }: { startedAtMs: number; endedAtMs: number | null },
): readonly MeasuringTurn[] {
  return measuring.turns.filter(({ sinceMs }) => sinceMs > startedAtMs && sinceMs < (endedAtMs ?? sinceMs + 1));
}

/** The patient's device tells how it does; the therapist decides who measures. */
export function nextMeasuring(state: EncounterState, event: EventOf<'measuring'>, atMs: number): Next {
  const { measuring } = state;
  if (event.type === 'measuring.reported')
    return accept({ ...state, measuring: { ...measuring, trouble: event.body.trouble } });
  const { by, reason } = event.body;
  if (measuringDevice(state) === by) return accept(state);
  return accept({ ...state, measuring: { ...measuring, turns: [...measuring.turns, { by, sinceMs: atMs, reason }] } });
}

type Measured = Extract<DeviceEvent, { body: { provenance: Provenance } }>;

/**
 * Why a value cannot be this party's; null where it can. Its device measures now, or had its turn when it measured: what
 * comes late is still true.
 */
export function cannotHaveMeasured({ measuring }: EncounterState, event: Measured, by: Party): string | null {
  const device = by === 'patient' ? 'patient-device' : 'therapist-browser';
  if ((event.body.provenance.source === 'therapist-browser') !== (by === 'therapist')) return 'other-source';
  const { serverMs, uncertaintyMs } = event.happenedAt;
  const { turns } = measuring;
  const hadTurn = turns.some((turn, i) => {
    const next = turns[i + 1];
    if (turn.by !== device) return false;
    return !next || (serverMs + uncertaintyMs >= turn.sinceMs && serverMs - uncertaintyMs <= next.sinceMs);
  });
  return hadTurn ? null : 'not-measuring';
}
