import { refusalsOf } from './gate.ts';
import type { LandmarkFrame } from './landmarks.ts';
import type { LiveReading } from './results.ts';
import { betterSeen } from './signal.ts';
import { standsOf, type TimedFold } from './timed-fold.ts';

const WATCHED = { angle: 'knee-flexion', signal: 'angle' } as const;

/** What both screens are told while a timed test runs: stands so far, and what hinders the camera. No angle is measured. */
export function readTimed(fold: TimedFold, frame: LandmarkFrame): LiveReading {
  return {
    captureMs: frame.captureMs,
    angleDegrees: null,
    uncertaintyDegrees: null,
    refusals: refusalsOf(frame, WATCHED.angle, betterSeen(frame, WATCHED)),
    count: standsOf(fold),
    step: fold.ended ? 'done' : fold.goMs === null ? 'get-ready' : 'moving',
    progress: null,
  };
}
