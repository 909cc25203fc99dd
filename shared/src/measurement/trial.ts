import { type OneEuro, oneEuro } from './filter.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { facingIn, feetOf, type Look, lookAt, type Standpoint, shapeOf } from './look.ts';
import { placeOf } from './person.ts';
import { directionOf, type Protocol } from './protocols.ts';
import { type LiveReading, NOTHING_READ } from './results.ts';
import { uncertaintyOf } from './uncertainty.ts';
import { bodyYaw, turnFrom } from './view.ts';

/** JSON-serialisable memory of a trial: it can be put down at any frame and taken up again. */
export interface TrialFold {
  protocol: Protocol;
  side: Side;
  step: LiveReading['step'];
  /** Null before the first frame, as lastMs and high are: JSON has no other word for it. */
  stepSinceMs: number | null;
  filter: OneEuro | null;
  /** Since when the angle has been where no limb gets from one frame to the next; null while it is not. */
  jumpedSinceMs: number | null;
  standpoint: Standpoint;
  /** Frames that saw the person look to the right less those that saw the left; settled when the movement begins. */
  facingVotes: number;
  looks: readonly Look[];
  /** Angle while standing still. */
  startDegrees: number | null;
  /** Compensations while standing still, degrees. */
  startHelps: readonly number[];
  /** Furthest filtered signal since the movement began: the angle, or its negative where the movement straightens. */
  high: number | null;
  highSinceMs: number;
  startMs: number | null;
  lastMs: number | null;
  frames: number;
  reading: LiveReading;
}

const READY_MS = 600;
const STILL_MS = 900;
/** Trembling and landmarks that shake stay within this; who moves does not, for so long. Degrees. */
const STILL_SPREAD = 7;
const SLOW = 14;
const LEAVE_DEGREES = 10;
const PLATEAU_DEGREES = 9;
const PLATEAU_MS = 700;
/** Held this long the trial is done even if the limb stays up. */
const LONG_HOLD_MS = 3_000;
const LOWERED_SHARE = 0.25;
const LOWERED_DEGREES = 15;
/** Further than this, and faster than this, no patient's limb is from where it was going. Degrees, degrees a second. */
const JUMP_DEGREES = 25;
const JUMP_SPEED = 200;
const JUMP_MS = 600;
const YAW_SHARE = 0.2;
const MOST_LOOKS = 1_500;

/** Begins a trial under a protocol. */
export function createTrial(protocol: Protocol, side: Side): TrialFold {
  return {
    protocol,
    side,
    step: 'get-ready',
    stepSinceMs: null,
    filter: null,
    jumpedSinceMs: null,
    standpoint: { yaw: null, facing: 0, place: null, feet: null, shape: null },
    facingVotes: 0,
    looks: [],
    startDegrees: null,
    startHelps: [],
    high: null,
    highSinceMs: 0,
    startMs: null,
    lastMs: null,
    frames: 0,
    reading: NOTHING_READ,
  };
}

/** The trial after one more frame. It is over when `readTrial(…).step` is `done`. */
export function foldTrial(before: TrialFold, frame: LandmarkFrame): TrialFold {
  if (before.step === 'done' || (before.lastMs !== null && frame.captureMs <= before.lastMs)) return before;
  const { protocol, side } = before;
  const facingVotes = isMoving(before) ? before.facingVotes : before.facingVotes + facingIn(frame);
  const standpoint: Standpoint = {
    ...before.standpoint,
    yaw: smoothYaw(before.standpoint.yaw, bodyYaw(frame)),
    facing: Math.sign(facingVotes) as 1 | -1 | 0,
  };
  const seen = lookAt(frame, protocol, side, standpoint);
  const jumpedSinceMs = jumpOf(before, seen);
  // The model took the other leg for this one, or lost a point: that frame tells nothing.
  const look = jumpedSinceMs === null ? seen : { ...seen, angle: null };
  const filter = look.angle === null ? before.filter : oneEuro(before.filter, look.angle, frame.captureMs);
  const now: TrialFold = {
    ...before,
    standpoint,
    facingVotes,
    filter,
    jumpedSinceMs,
    looks: before.step === 'get-ready' ? [look] : bounded([...before.looks, look]),
    frames: before.frames + 1,
    startMs: before.startMs ?? frame.captureMs,
    stepSinceMs: before.stepSinceMs ?? frame.captureMs,
    lastMs: frame.captureMs,
  };
  const stepped = look.angle === null || !filter ? whileUnseen(now, frame) : advance(now, filter, frame);
  return { ...stepped, reading: toReading(stepped, look) };
}

/** Since when the angle has jumped away, or null: it has not, or it has stayed there so long that it must be true. */
function jumpOf({ filter, jumpedSinceMs }: TrialFold, { angle, atMs }: Look): number | null {
  if (filter === null || angle === null) return null;
  const seconds = (atMs - filter.atMs) / 1000;
  const expected = filter.value + filter.speed * seconds;
  if (Math.abs(angle - expected) <= Math.max(JUMP_DEGREES, JUMP_SPEED * seconds)) return null;
  const since = jumpedSinceMs ?? atMs;
  return atMs - since < JUMP_MS ? since : null;
}

/** The trial asked to stay at getting ready: it does not go on with the next frame. */
export function keepReady(fold: TrialFold, atMs: number): TrialFold {
  return fold.step === 'get-ready' ? { ...fold, stepSinceMs: atMs } : fold;
}

/** What both screens show now. */
export function readTrial(fold: TrialFold): LiveReading {
  return fold.reading;
}

function isMoving({ step }: TrialFold): boolean {
  return step === 'move' || step === 'hold-end';
}

function whileUnseen(fold: TrialFold, frame: LandmarkFrame): TrialFold {
  // Ready and still must be shown without a break; once moving, a lost frame is only a lost frame.
  return isMoving(fold) ? fold : startOver(fold, frame.captureMs);
}

/** Nobody is bound to a place before the movement begins. The last look stays: it tells why. */
function startOver(fold: TrialFold, atMs: number): TrialFold {
  const standpoint = { ...fold.standpoint, place: null, feet: null, shape: null };
  return { ...fold, looks: fold.looks.slice(-1), standpoint, step: 'get-ready', stepSinceMs: atMs };
}

function advance(fold: TrialFold, filter: OneEuro, frame: LandmarkFrame): TrialFold {
  const { captureMs } = frame;
  const inStepMs = captureMs - (fold.stepSinceMs ?? captureMs);
  const isGood = (fold.looks.at(-1)?.refusals.length ?? 1) === 0;
  switch (fold.step) {
    case 'get-ready': {
      if (!isGood) return { ...fold, stepSinceMs: captureMs };
      if (inStepMs < READY_MS) return fold;
      const bound = { place: placeOf(frame), feet: feetOf(frame), shape: shapeOf(frame) };
      return enter({ ...fold, standpoint: { ...fold.standpoint, ...bound } }, 'hold-still', captureMs);
    }
    case 'hold-still': {
      if (!isGood) return startOver(fold, captureMs);
      const still = fold.looks.filter(({ atMs, angle }) => atMs >= captureMs - STILL_MS && angle !== null);
      if (inStepMs < STILL_MS || spreadOf(still) > STILL_SPREAD) return fold;
      const startDegrees = meanOf(still, ({ angle }) => angle ?? 0);
      const startHelps = fold.protocol.compensations.map((_, i) =>
        meanOf(still, ({ helps }) => helps[i] ?? Number.NaN),
      );
      const high = directionOf(fold.protocol) * filter.value;
      return enter({ ...fold, startDegrees, startHelps, high, highSinceMs: captureMs }, 'move', captureMs);
    }
    case 'move':
    case 'hold-end':
      return whileMoving(fold, filter, captureMs, inStepMs);
    default:
      return fold;
  }
}

function whileMoving(fold: TrialFold, filter: OneEuro, captureMs: number, inStepMs: number): TrialFold {
  const direction = directionOf(fold.protocol);
  const signal = direction * filter.value;
  const start = direction * (fold.startDegrees ?? filter.value);
  // A plateau is measured from when the signal first came near its highest.
  const high = Math.max(fold.high ?? signal, signal);
  const leave = Math.min(LEAVE_DEGREES, fold.protocol.minExcursionDegrees);
  const isNear = high - signal <= PLATEAU_DEGREES && high - start >= leave && Math.abs(filter.speed) < SLOW;
  const isAttempt = high - start >= fold.protocol.minExcursionDegrees;
  const lowered = Math.min(Math.max(LOWERED_DEGREES, LOWERED_SHARE * (high - start)), 0.6 * (high - start));
  const now = { ...fold, high };
  if (isAttempt && high - signal >= lowered) return enter(now, 'done', captureMs);
  if (fold.step === 'move' && isNear && captureMs - fold.highSinceMs >= PLATEAU_MS)
    return enter(now, 'hold-end', captureMs);
  if (fold.step === 'hold-end' && isAttempt && isNear && inStepMs >= LONG_HOLD_MS) return enter(now, 'done', captureMs);
  return { ...now, highSinceMs: isNear ? fold.highSinceMs : captureMs };
}

function enter(fold: TrialFold, step: LiveReading['step'], atMs: number): TrialFold {
  return fold.step === step ? fold : { ...fold, step, stepSinceMs: atMs };
}

function toReading(fold: TrialFold, look: Look): LiveReading {
  const { protocol, filter, step, startMs, lastMs, frames } = fold;
  const { off, visibility, refusals } = look;
  const isShown = refusals.length === 0 && look.angle !== null && filter !== null;
  const spanMs = lastMs === null || startMs === null ? 0 : lastMs - startMs;
  const poseFps = spanMs > 0 ? ((frames - 1) * 1000) / spanMs : 15;
  return {
    captureMs: look.atMs,
    angleDegrees: isShown ? filter.value : null,
    uncertaintyDegrees: isShown
      ? uncertaintyOf({
          angle: protocol.angle,
          offPlaneDegrees: off,
          jitterDegrees: 1,
          visibility,
          poseFps,
          speed: filter.speed,
        })
      : null,
    refusals,
    count: step === 'done' ? 1 : 0,
    step,
    progress: isShown ? progressOf(fold, filter.value) : null,
  };
}

/** How much of the way from the start pose to where people get to, 0–1.2. */
function progressOf({ protocol, startDegrees }: TrialFold, angle: number): number {
  const start = startDegrees ?? protocol.startsAtDegrees;
  const way = protocol.reachesDegrees - start;
  return way === 0 ? 0 : Math.max(0, Math.min(1.2, (angle - start) / way));
}

function smoothYaw(before: number | null, now: number | null): number | null {
  if (now === null) return before;
  if (before === null) return now;
  return before + YAW_SHARE * turnFrom(before, now);
}

function spreadOf(looks: readonly Look[]): number {
  const angles = looks.map(({ angle }) => angle ?? 0);
  return Math.max(...angles) - Math.min(...angles);
}

function meanOf(looks: readonly Look[], read: (look: Look) => number): number {
  return looks.reduce((sum, look) => sum + read(look), 0) / Math.max(1, looks.length);
}

function bounded(looks: readonly Look[]): readonly Look[] {
  return looks.length <= MOST_LOOKS ? looks : looks.filter((_, i) => i % 2 === 0 || i > looks.length - 200);
}
