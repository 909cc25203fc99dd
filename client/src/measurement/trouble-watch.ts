import type { MeasuringTrouble } from '@plumbline/shared/encounter';
import type { ModelSize, PoseState } from '../pose/index.ts';

/** Below this rate, pictures a second, movement is lost between two pictures even with the small model. */
const SLOW_FPS = 5;
/** From this rate on it is well again. */
const WELL_FPS = 6;
/** Trouble must last this long, and so must its end. */
const LASTING_MS = 10_000;

/** Whether a device can go on measuring; undefined until it can be told. */
export type Verdict = MeasuringTrouble | null | undefined;

export interface TroubleWatch {
  /** A frame was measured, with that model. */
  onFrame(captureMs: number, model: ModelSize): void;
  onState(pose: PoseState, nowMs: number): void;
  /** The page was hidden or the camera changed: what is slow then says nothing of the device. */
  onBreak(): void;
  verdict(nowMs: number): Verdict;
}

/** Judges whether this device measures well enough. Times in ms on one clock. */
export function createTroubleWatch(): TroubleWatch {
  let times: number[] = [];
  let failingSinceMs: number | null = null;
  let verdict: Verdict;
  return {
    onFrame(captureMs, model) {
      const last = times.at(-1);
      if (last !== undefined && captureMs - last > LASTING_MS) times = [];
      times.push(captureMs);
      while ((times[1] ?? captureMs) <= captureMs - LASTING_MS) times.shift();
      if (verdict === 'cannot-measure') verdict = undefined;
      const spanMs = captureMs - (times[0] ?? captureMs);
      if (spanMs < LASTING_MS) return;
      const fps = ((times.length - 1) * 1_000) / spanMs;
      // With the larger model the smaller one is tried first.
      if (fps < SLOW_FPS && model === 'lite') verdict = 'too-slow';
      if (fps >= WELL_FPS) verdict = null;
    },
    onState(pose, nowMs) {
      if (pose.kind === 'running' || pose.kind === 'idle') failingSinceMs = null;
      // Without a camera there is no picture to hand over either.
      if (pose.kind === 'failed' && pose.code !== 'camera-ended') failingSinceMs ??= nowMs;
      if (pose.kind !== 'running') times = [];
    },
    onBreak() {
      times = [];
    },
    verdict(nowMs) {
      if (failingSinceMs !== null && nowMs - failingSinceMs >= LASTING_MS) verdict = 'cannot-measure';
      return verdict;
    },
  };
}
