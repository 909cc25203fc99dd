import type { z } from 'zod';
import type { dosage, Provenance, repetition, side, trialResult } from './bodies.ts';

export interface TrialState {
  trialId: string;
  measurementId: string;
  protocol: string;
  side: z.infer<typeof side>;
  /** armed: the device measures. unreviewed: recorded, not yet looked at. */
  status: 'armed' | 'unreviewed' | 'kept' | 'declined' | 'cancelled';
  armedAtMs: number;
  result: z.infer<typeof trialResult> | null;
  provenance: Provenance | null;
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
  provenance: Provenance | null;
}

/** The whole state of an encounter: what a browser that comes back needs. Times are server epoch ms. */
export interface EncounterState {
  status: 'planned' | 'waiting' | 'open' | 'ended';
  waitingSinceMs: number | null;
  admittedAtMs: number | null;
  endedAtMs: number | null;
  arrival: { camera: boolean; microphone: boolean } | null;
  consents: readonly 'landmark-track'[];
  /** What the patient's device does now. */
  active: { kind: 'trial'; trialId: string } | { kind: 'set'; setId: string } | null;
  stop: { by: 'patient' | 'therapist'; how: string; atMs: number } | null;
  display: { degrees: boolean; skeleton: boolean };
  trials: readonly TrialState[];
  sets: readonly SetState[];
}

export const EMPTY_STATE: EncounterState = {
  status: 'planned',
  waitingSinceMs: null,
  admittedAtMs: null,
  endedAtMs: null,
  arrival: null,
  consents: [],
  active: null,
  stop: null,
  display: { degrees: false, skeleton: false },
  trials: [],
  sets: [],
};

/** A count is the rows that are complete. */
export function countComplete(set: Pick<SetState, 'repetitions'>): number {
  return set.repetitions.filter((row) => row.validity === 'complete').length;
}
