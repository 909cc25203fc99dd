import { approach } from './filter.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { footLiftOf, seenOf } from './signal.ts';

/** JSON-serialisable memory of somebody who stands on one leg: how long the other foot is off the floor. */
export interface StanceFold {
  /** The leg that stands. */
  side: Side;
  /** How much higher the other ankle is while both feet are down, shanks; the camera may look down on them. */
  level: number | null;
  lift: number | null;
  liftedMs: number | null;
  downMs: number | null;
  lowSinceMs: number | null;
  lastMs: number | null;
}

/** The foot is off the floor above the first, and down below the second; shares of a shank. */
const LIFTED = 0.16;
const DOWN = 0.07;
/** It is down when it is so for this long: a flicker is none. */
const DOWN_MS = 150;
const SMOOTH_MS = 90;
const LEVEL_MS = 800;
const SEEN_FROM = 0.4;

export function createStance(side: Side): StanceFold {
  return { side, level: null, lift: null, liftedMs: null, downMs: null, lowSinceMs: null, lastMs: null };
}

/** The memory after one more frame; once the foot is down again it stays as it is. */
export function foldStance(before: StanceFold, frame: LandmarkFrame): StanceFold {
  if (before.downMs !== null) return before;
  const height = footLiftOf(frame, before.side);
  const seen = seenOf(frame, { angle: 'hip-flexion', signal: 'foot-lift' }, before.side);
  if (height === null || seen < SEEN_FROM) return before;
  const atMs = frame.captureMs;
  const gapMs = before.lastMs === null ? Number.POSITIVE_INFINITY : atMs - before.lastMs;
  const level = before.level ?? height;
  const lift = approach(before.lift, height - level, gapMs, SMOOTH_MS);
  const now = { ...before, level, lift, lastMs: atMs };
  if (before.liftedMs === null) {
    if (lift >= LIFTED) return { ...now, liftedMs: atMs };
    // Both feet are down: their level is learnt, but not from a foot that is on its way up.
    return lift < DOWN ? { ...now, level: approach(level, height, gapMs, LEVEL_MS) } : now;
  }
  if (lift > DOWN) return { ...now, lowSinceMs: null };
  const lowSinceMs = before.lowSinceMs ?? atMs;
  return { ...now, lowSinceMs, downMs: atMs - lowSinceMs >= DOWN_MS ? lowSinceMs : null };
}
