import type { LandmarkFrame } from './landmarks.ts';
import { likeness, mostDifferent, type SetUp, setUpIn } from './set-up.ts';
import { turnFrom, yawBetween } from './view.ts';

/** What brings somebody to where they stood last time; left, right, forward and back are their own. */
export const SET_UP_CUES = [
  'closer',
  'further',
  'left',
  'right',
  'forward',
  'backward',
  'camera-up',
  'camera-down',
  'turn-left',
  'turn-right',
  'turn-device',
] as const;
export type SetUpCue = (typeof SET_UP_CUES)[number];

/** How alike now and last time are, 0–1, and the one thing that mends most; null where it is alike enough. */
export interface LikeLast {
  likeness: number;
  cue: SetUpCue | null;
}

/** JSON-serialisable memory of somebody finding the place where they stood last time. */
export interface Guide {
  aim: SetUp;
  /** Smoothed over frames; null while nobody is seen. */
  seen: SetUp | null;
  /** Since when they could have begun, ms; null while they could not. */
  readySinceMs: number | null;
}

/** From here on no more is asked: values are comparable well before. */
const ALIKE = 0.5;
/** Nobody is kept from beginning for longer than this: another set-up is recorded as one. */
const PATIENCE_MS = 8_000;
const SHARE = 0.3;
/** Who is turned by more than this is told how to stand by the movement itself. Degrees. */
const FAR_TURN = 45;
/** Turned further than this from the camera, to the left and to the right in the picture is forward and back. */
const SIDEWAYS = 45;

/** Begins to lead to a set-up. */
export function createGuide(aim: SetUp): Guide {
  return { aim, seen: null, readySinceMs: null };
}

/** After one more frame. `isReady`: the movement could begin as they stand now. */
export function foldGuide(before: Guide, frame: LandmarkFrame, isReady: boolean): Guide {
  const now = setUpIn(frame);
  const readySinceMs = before.readySinceMs ?? (isReady ? frame.captureMs : null);
  return { ...before, seen: now && before.seen ? blend(before.seen, now) : now, readySinceMs };
}

/** What to show and say. */
export function readGuide({ aim, seen }: Guide): LikeLast {
  if (!seen) return { likeness: 0, cue: null };
  const alike = likeness(aim, seen);
  return { likeness: alike, cue: alike >= ALIKE ? null : cueTo(aim, seen) };
}

/** Whether the movement should not begin yet: they do not stand as last time, and there has been little time to. */
export function isWaitedFor(guide: Guide, atMs: number): boolean {
  return readGuide(guide).likeness < ALIKE && atMs - (guide.readySinceMs ?? atMs) < PATIENCE_MS;
}

function cueTo(aim: SetUp, seen: SetUp): SetUpCue | null {
  if (yawBetween(aim.yaw, seen.yaw) > FAR_TURN) return null;
  switch (mostDifferent(aim, seen).part) {
    case 'picture':
      return 'turn-device';
    case 'turn':
      // A larger yaw shows more of the left side: one has turned to one's right.
      return turnFrom(seen.yaw, aim.yaw) > 0 ? 'turn-right' : 'turn-left';
    case 'distance':
      return aim.trunk > seen.trunk ? 'closer' : 'further';
    case 'place':
      return cueToPlace(aim, seen);
  }
}

function cueToPlace(aim: SetUp, seen: SetUp): SetUpCue {
  // A camera that is tilted down shows everybody higher up.
  if (Math.abs(aim.y - seen.y) > Math.abs(aim.x - seen.x)) return aim.y < seen.y ? 'camera-down' : 'camera-up';
  const toTheRightOfThePicture = aim.x > seen.x;
  const turn = Math.abs(seen.yaw);
  if (turn <= SIDEWAYS) return toTheRightOfThePicture ? 'left' : 'right';
  if (turn >= 180 - SIDEWAYS) return toTheRightOfThePicture ? 'right' : 'left';
  // With the left side to the camera one looks to the left of the picture.
  return toTheRightOfThePicture === seen.yaw < 0 ? 'forward' : 'backward';
}

function blend(before: SetUp, now: SetUp): SetUp {
  const between = (a: number, b: number) => a + SHARE * (b - a);
  return {
    x: between(before.x, now.x),
    y: between(before.y, now.y),
    trunk: between(before.trunk, now.trunk),
    yaw: turnFrom(0, before.yaw + SHARE * turnFrom(before.yaw, now.yaw)),
    shape: now.shape,
  };
}
