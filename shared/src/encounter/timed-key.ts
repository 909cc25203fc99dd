import type { KeyEnd, TimedTest } from '../programme/index.ts';
import type { TimedOutcome } from './bodies-timed.ts';
import type { HappenedAt } from './happened-at.ts';
import type { TimedState } from './timed.ts';

type Go = NonNullable<TimedState['go']>;

/** From what is seen to the key (practice: choice reactions of 300–600 ms), and by how much that differs from press to press. */
const REACTION_MS = 450;
const SPREAD_MS = 250;
/** The frame on the screen is not believed when it is this much older than the video's usual delay: the picture stands still. */
const FROZEN_MS = 3_000;

interface KeyMoment {
  /** On the patient's device's clock. */
  deviceMs: number;
  /** ± ms. */
  uncertaintyMs: number;
}

/** When the patient did what the therapist's key tells: dated back from the frame that was on the screen, else from the server's time, by the time a press takes. */
export function keyMoment(go: Go, shownMs: number | null, { serverMs, uncertaintyMs }: HappenedAt): KeyMoment {
  const sinceGoMs = serverMs - go.atMs;
  const shownSinceGoMs = (shownMs ?? Number.NEGATIVE_INFINITY) - go.deviceMs;
  if (Math.abs(sinceGoMs - shownSinceGoMs) <= FROZEN_MS) {
    return { deviceMs: go.deviceMs + Math.max(0, shownSinceGoMs - REACTION_MS), uncertaintyMs: SPREAD_MS };
  }
  return {
    deviceMs: go.deviceMs + Math.max(0, sinceGoMs - REACTION_MS),
    uncertaintyMs: SPREAD_MS + uncertaintyMs + go.uncertaintyMs,
  };
}

/** The result where the therapist's key ended it, and is marked as its source. Without a beginning there is no time. */
export function endByKey({ go, lifted }: TimedState, test: TimedTest, how: KeyEnd, end: KeyMoment): TimedOutcome {
  const fromMs = test.starts === 'lift-off' ? lifted?.deviceMs : go?.deviceMs;
  const seconds = fromMs === undefined ? null : Math.max(0, end.deviceMs - fromMs) / 1000;
  const startMs = lifted?.by === 'therapist' ? SPREAD_MS : 0;
  return {
    value: seconds === null ? null : Math.min(seconds, test.limitS ?? seconds),
    unit: 'seconds',
    uncertaintySeconds: seconds === null ? null : (end.uncertaintyMs + startMs) / 1000,
    endedBy: how,
    timedBy: 'therapist',
    lastWasUnderWay: false,
    standsAtS: [],
  };
}
