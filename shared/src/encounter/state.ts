import type { z } from 'zod';
import type { dosage, repetition, setUp, trialResult } from './bodies.ts';
import type { AmendedChange, PainMark } from './bodies-correction.ts';
import type { screenStep } from './bodies-screen.ts';
import type { side } from './fields.ts';
import { FIRST_MEASURING, type MeasuringState } from './measuring.ts';
import type { Provenance } from './provenance.ts';
import type { AddReason, AmendmentReason, ManualMethod, StrikeReason, TakeBackReason } from './reasons.ts';
import type { TimedState } from './timed.ts';

export interface TrialState {
  trialId: string;
  measurementId: string;
  protocol: string;
  /** As it was asked for; `asAmended` has it as corrected. */
  side: z.infer<typeof side>;
  irritable: boolean;
  screen: { screenId: string; step: number } | null;
  /** How the patient stood when this was measured last; null where it was not, or where nobody knows. */
  lastSetUp: z.infer<typeof setUp> | null;
  /** armed: the device measures. unreviewed: recorded, not yet looked at. */
  status: 'armed' | 'unreviewed' | 'kept' | 'declined' | 'cancelled';
  armedAtMs: number;
  /** As it was recorded, whatever is amended. */
  result: z.infer<typeof trialResult> | null;
  provenance: Provenance | null;
  amendments: readonly { change: AmendedChange; reason: AmendmentReason; atMs: number }[];
  /** At most one of a kind. */
  pain: readonly PainMark[];
}

export interface SetState {
  setId: string;
  exercise: string;
  side: z.infer<typeof side> | null;
  phase: 'mobility' | 'activation' | 'functional';
  dosage: z.infer<typeof dosage>;
  status: 'running' | 'stopped' | 'ended';
  startedAtMs: number;
  endedAtMs: number | null;
  /** The ledger, by index. */
  repetitions: readonly z.infer<typeof repetition>[];
  /** Rows that stay in the ledger and do not count. */
  struck: readonly { index: number; reason: StrikeReason; atMs: number }[];
  /** Repetitions that the therapist counted and the camera did not. */
  added: readonly { addedId: string; reason: AddReason; atMs: number }[];
  provenance: Provenance | null;
}

/** A value entered by hand; it counts when it is entered. */
export interface ManualValue {
  valueId: string;
  measurementId: string;
  measure: string;
  side: z.infer<typeof side> | null;
  method: ManualMethod;
  value: number;
  uncertainty: number | null;
  enteredAtMs: number;
  takenBack: { reason: TakeBackReason; atMs: number } | null;
}

/** A set of measurements in one go. ended: no more is asked for, what was recorded waits for review. */
export interface ScreenState {
  screenId: string;
  screen: string;
  irritable: boolean;
  trialsPerStep: number;
  steps: readonly z.infer<typeof screenStep>[];
  skipped: readonly number[];
  status: 'running' | 'paused' | 'ended' | 'accepted';
  startedAtMs: number;
}

/** The whole state of an encounter: what a browser that comes back needs. Times are server epoch ms. */
export interface EncounterState {
  status: 'planned' | 'waiting' | 'open' | 'ended';
  waitingSinceMs: number | null;
  admittedAtMs: number | null;
  endedAtMs: number | null;
  arrival: { camera: boolean; microphone: boolean } | null;
  consents: readonly 'landmark-track'[];
  /** Whose device measures. */
  measuring: MeasuringState;
  /** What is measured now. */
  active:
    | { kind: 'trial'; trialId: string }
    | { kind: 'set'; setId: string }
    | { kind: 'timed'; testId: string }
    | null;
  stop: { by: 'patient' | 'therapist'; how: string; atMs: number } | null;
  display: { degrees: boolean; skeleton: boolean };
  trials: readonly TrialState[];
  values: readonly ManualValue[];
  screens: readonly ScreenState[];
  sets: readonly SetState[];
  timed: readonly TimedState[];
}

export const EMPTY_STATE: EncounterState = {
  status: 'planned',
  waitingSinceMs: null,
  admittedAtMs: null,
  endedAtMs: null,
  arrival: null,
  consents: [],
  measuring: FIRST_MEASURING,
  active: null,
  stop: null,
  display: { degrees: false, skeleton: false },
  trials: [],
  values: [],
  screens: [],
  sets: [],
  timed: [],
};

/** A stored state as this version reads it: what came into being later is filled in. */
export function upcastState(stored: EncounterState): EncounterState {
  return {
    ...EMPTY_STATE,
    ...stored,
    trials: stored.trials.map((trial) => ({
      ...{ irritable: false, screen: null, lastSetUp: null, amendments: [], pain: [] },
      ...trial,
    })),
    sets: stored.sets.map((set) => ({
      ...{ struck: [], added: [] },
      ...set,
      repetitions: set.repetitions.map((row) => ({ ...{ findings: [], judged: [], confidence: null }, ...row })),
    })),
  };
}

/** A count is the rows that are complete and not struck, and those that were added. */
export function countComplete({
  repetitions,
  struck,
  added,
}: Pick<SetState, 'repetitions' | 'struck' | 'added'>): number {
  const isStruck = (index: number) => struck.some((row) => row.index === index);
  return repetitions.filter((row) => row.validity === 'complete' && !isStruck(row.index)).length + added.length;
}
