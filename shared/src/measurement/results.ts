import type { Side } from './landmarks.ts';
import type { SetUp } from './set-up.ts';
import type { LikeLast } from './set-up-guide.ts';

/** Why a value was not given, or a repetition's range was withheld. Each has a plain sentence in the client's texts. */
export const REFUSALS = [
  'no-person',
  'not-in-frame',
  'joint-hidden',
  'wrong-view',
  'not-still',
  'people-unclear',
  'too-dark',
  'too-far',
  'too-slow',
  'camera-moved',
  'interrupted',
  // At the end: live packets carry these as bits, by their place.
  'no-movement',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What one frame says of the movement, shown live on both screens. */
export interface LiveReading {
  captureMs: number;
  /** The protocol's angle now, anatomical zero; null when the gate cannot see it. */
  angleDegrees: number | null;
  /** 95 % half-width of angleDegrees. */
  uncertaintyDegrees: number | null;
  refusals: readonly Refusal[];
  /** Complete repetitions so far (a set), trials done (a trial). */
  count: number;
  /** Where the performance is. Trial: get-ready → hold-still → move → hold-end → done. Set: get-ready → moving. */
  step: 'get-ready' | 'hold-still' | 'move' | 'hold-end' | 'done' | 'moving';
  /** 0–1 of the way through the repetition's range, for the arc; null when unseen. */
  progress: number | null;
  /** Before a trial's movement, where one was measured before: how alike the set-up is to that of last time. */
  likeLast?: LikeLast;
}

/** Before the first frame. */
export const NOTHING_READ: LiveReading = {
  captureMs: 0,
  angleDegrees: null,
  uncertaintyDegrees: null,
  refusals: ['no-person'],
  count: 0,
  step: 'get-ready',
  progress: null,
};

/** One row of the ledger. Times are capture times in ms on the frames' clock. */
export interface Repetition {
  /** 1-based position in the set, partial ones included. */
  index: number;
  startMs: number;
  peakMs: number;
  endMs: number;
  peakDegrees: number | null;
  rangeDegrees: number | null;
  uncertaintyDegrees: number | null;
  /** Seconds: eccentric, pause, concentric, pause; null where not seen. */
  tempo: readonly [number, number, number, number] | null;
  validity: 'complete' | 'partial' | 'interrupted';
  /** Why it is not complete, or why its range was withheld. */
  reasons: readonly string[];
  /** What helped along, degrees more than at rest. */
  findings: readonly { code: string; degrees: number }[];
  /** What could be judged in this view; what is not among them was not looked for. */
  judged: readonly string[];
  /** How well the camera saw it, 0–1; null where that was not kept. */
  confidence: number | null;
}

/** The outcome of one trial under a protocol: a value with its ±, or a refusal. */
export interface TrialResult {
  valueDegrees: number | null;
  uncertaintyDegrees: number | null;
  /** Angle while standing still at the start: recorded, never subtracted. */
  startDegrees: number | null;
  minDegrees: number | null;
  maxDegrees: number | null;
  startMs: number;
  peakMs: number | null;
  endMs: number;
  refusals: readonly Refusal[];
  /** Compensations kept with the value, e.g. trunk lean in degrees. */
  findings: readonly { code: string; degrees: number }[];
  poseFps: number;
  side: Side;
  /** How the person stood before the camera at the start; null where there was no start. */
  setUp: SetUp | null;
}
