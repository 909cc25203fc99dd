import { angleOf, pointsIn, pointsNeeded, visibilityOf } from './angles.ts';
import { jitterOf, type OneEuro, oneEuro, type Sample, zeroPhase } from './filter.ts';
import { refusalsOf } from './gate.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { apart, type Place, placeOf } from './person.ts';
import type { Protocol } from './protocols.ts';
import { readAngle } from './read-angle.ts';
import type { LiveReading, Refusal, TrialResult } from './results.ts';
import { uncertaintyOf } from './uncertainty.ts';
import { bodyYaw, offPlane } from './view.ts';

/** One good or refused frame of a trial, kept for its result. */
interface Look {
  atMs: number;
  angle: number | null;
  off: number;
  visibility: number;
  lean: number;
  refusals: readonly Refusal[];
}

/** JSON-serialisable memory of a trial: it can be put down at any frame and taken up again. */
export interface TrialFold {
  protocol: Protocol;
  side: Side;
  step: LiveReading['step'];
  stepSinceMs: number;
  filter: OneEuro | null;
  yaw: number | null;
  looks: readonly Look[];
  /** Angle while standing still. */
  startDegrees: number | null;
  /** Highest filtered angle since the movement began. */
  highDegrees: number;
  highSinceMs: number;
  /** Whoever was there when stillness began. */
  place: Place | null;
  startMs: number | null;
  lastMs: number;
  frames: number;
  reading: LiveReading;
}

const READY_MS = 600;
const STILL_MS = 900;
const STILL_SPEED = 14;
const LEAVE_DEGREES = 10;
const PLATEAU_DEGREES = 9;
const PLATEAU_MS = 700;
/** Held this long the trial is done even if the limb stays up. */
const LONG_HOLD_MS = 3_000;
const LOWERED_SHARE = 0.25;
const LOWERED_DEGREES = 15;
const YAW_SHARE = 0.2;
/** Frames this close to the peak decide whether it was seen well. */
const NEAR_PEAK_MS = 350;
const GOOD_SHARE = 0.6;
const SLOWEST_FPS = 4;
const MOST_LOOKS = 1_500;
const OTHER_PERSON = 1.6;
const LEAN_WORTH_TELLING = 8;

/** Begins a trial under a protocol. */
export function createTrial(protocol: Protocol, side: Side): TrialFold {
  const reading: LiveReading = {
    captureMs: 0,
    angleDegrees: null,
    uncertaintyDegrees: null,
    refusals: ['no-person'],
    count: 0,
    step: 'get-ready',
    progress: null,
  };
  return {
    protocol,
    side,
    step: 'get-ready',
    stepSinceMs: Number.NaN,
    filter: null,
    yaw: null,
    looks: [],
    startDegrees: null,
    highDegrees: Number.NEGATIVE_INFINITY,
    highSinceMs: 0,
    place: null,
    startMs: null,
    lastMs: Number.NEGATIVE_INFINITY,
    frames: 0,
    reading,
  };
}

/** The trial after one more frame. It is over when `readTrial(…).step` is `done`. */
export function foldTrial(before: TrialFold, frame: LandmarkFrame): TrialFold {
  if (frame.captureMs <= before.lastMs || before.step === 'done') return before;
  const look = lookAt(before, frame);
  const yaw = smoothYaw(before.yaw, bodyYaw(frame));
  const filter = look.angle === null ? before.filter : oneEuro(before.filter, look.angle, frame.captureMs);
  const looks = before.step === 'get-ready' ? [look] : bounded([...before.looks, look]);
  const now: TrialFold = {
    ...before,
    yaw,
    filter,
    looks,
    frames: before.frames + 1,
    startMs: before.startMs ?? frame.captureMs,
    stepSinceMs: Number.isNaN(before.stepSinceMs) ? frame.captureMs : before.stepSinceMs,
    lastMs: frame.captureMs,
  };
  const stepped = look.angle === null || !filter ? whileUnseen(now, frame) : advance(now, filter, frame);
  return { ...stepped, reading: toReading(stepped, look) };
}

/** What both screens show now. */
export function readTrial(fold: TrialFold): LiveReading {
  return fold.reading;
}

/** The trial's result as far as it went: the peak under the protocol with its ±, or why there is none. */
export function finishTrial(fold: TrialFold, how: 'done' | 'interrupted' = 'done'): TrialResult {
  const { looks, protocol, side, startDegrees } = fold;
  const seen = looks.filter((look): look is Look & { angle: number } => look.angle !== null);
  const samples = seen.map(({ atMs, angle }): Sample => [atMs, angle]);
  const smooth = zeroPhase(samples);
  const spanMs = fold.lastMs - (looks[0]?.atMs ?? fold.lastMs);
  const poseFps = spanMs > 0 ? ((looks.length - 1) * 1000) / spanMs : 0;
  const result = {
    startDegrees,
    minDegrees: smooth.length > 0 ? Math.min(...smooth.map(([, value]) => value)) : null,
    maxDegrees: smooth.length > 0 ? Math.max(...smooth.map(([, value]) => value)) : null,
    startMs: fold.startMs ?? 0,
    endMs: Number.isFinite(fold.lastMs) ? fold.lastMs : 0,
    poseFps,
    side,
  };
  const refuse = (refusals: readonly Refusal[]): TrialResult => ({
    ...result,
    valueDegrees: null,
    uncertaintyDegrees: null,
    peakMs: null,
    refusals,
    findings: [],
  });
  if (how === 'interrupted') return refuse(['interrupted', ...mostSeen(looks, 1)]);
  const peak = smooth.reduce<Sample | null>((best, one) => (best && best[1] >= one[1] ? best : one), null);
  const moved = peak && startDegrees !== null && peak[1] - startDegrees >= protocol.minExcursionDegrees;
  if (!peak || !moved) return refuse(mostSeen(looks, 0.5).length > 0 ? mostSeen(looks, 0.5) : ['not-still']);
  const [peakMs, valueDegrees] = peak;
  const near = looks.filter(({ atMs }) => Math.abs(atMs - peakMs) <= NEAR_PEAK_MS);
  const good = near.filter(({ refusals }) => refusals.length === 0);
  if (good.length < GOOD_SHARE * near.length) return refuse(mostSeen(near, 0.3));
  if (poseFps < SLOWEST_FPS) return refuse(['too-slow']);
  const mean = (read: (look: Look) => number) => good.reduce((sum, look) => sum + read(look), 0) / good.length;
  const uncertaintyDegrees = uncertaintyOf({
    angle: protocol.angle,
    offPlaneDegrees: mean(({ off }) => off),
    jitterDegrees: jitterOf(samples.filter(([ms]) => Math.abs(ms - peakMs) <= 2 * NEAR_PEAK_MS)),
    visibility: mean(({ visibility }) => visibility),
    poseFps,
    speed: 0,
  });
  const lean = mean((look) => look.lean);
  const findings = lean >= LEAN_WORTH_TELLING ? [{ code: 'trunk-lean', degrees: Math.round(lean) }] : [];
  return { ...result, valueDegrees, uncertaintyDegrees, peakMs, refusals: [], findings };
}

function lookAt(fold: TrialFold, frame: LandmarkFrame): Look {
  const { protocol, side, place } = fold;
  const { angle, plane, method } = protocol;
  const yaw = smoothYaw(fold.yaw, bodyYaw(frame));
  const off = offPlane(yaw ?? 45, plane);
  const refusals = [...refusalsOf(frame, angle, side)];
  if (frame.image && off > protocol.refuseOffPlaneDegrees) refusals.push('wrong-view');
  const here = placeOf(frame);
  const stranger = here && place && apart(place, here) > OTHER_PERSON;
  if (stranger) refusals.push('people-unclear');
  const points = pointsIn(frame, 'planar');
  const readable = frame.image && !stranger && !refusals.includes('joint-hidden');
  return {
    atMs: frame.captureMs,
    angle: readable ? readAngle(frame, angle, side, { method, plane, yaw }) : null,
    off,
    visibility: frame.image ? visibilityOf(frame.image, pointsNeeded(angle, side)) : 0,
    lean: (points && angleOf(points, 'trunk-inclination', side)) ?? 0,
    refusals,
  };
}

function whileUnseen(fold: TrialFold, frame: LandmarkFrame): TrialFold {
  // Ready and still must be shown without a break; once moving, a lost frame is only a lost frame.
  if (fold.step === 'move' || fold.step === 'hold-end') return fold;
  return enter({ ...fold, looks: [] }, 'get-ready', frame.captureMs);
}

function advance(fold: TrialFold, filter: OneEuro, frame: LandmarkFrame): TrialFold {
  const { captureMs } = frame;
  const inStepMs = captureMs - fold.stepSinceMs;
  const good = (fold.looks.at(-1)?.refusals.length ?? 1) === 0;
  const { value, speed } = filter;
  switch (fold.step) {
    case 'get-ready':
      if (!good) return { ...fold, stepSinceMs: captureMs };
      return inStepMs >= READY_MS ? enter({ ...fold, place: placeOf(frame) }, 'hold-still', captureMs) : fold;
    case 'hold-still': {
      if (!good) return enter(fold, 'get-ready', captureMs);
      if (Math.abs(speed) > STILL_SPEED) return { ...fold, stepSinceMs: captureMs };
      if (inStepMs < STILL_MS) return fold;
      const still = fold.looks.filter(({ atMs, angle }) => atMs >= captureMs - STILL_MS && angle !== null);
      const startDegrees = still.reduce((sum, { angle }) => sum + (angle ?? 0), 0) / Math.max(1, still.length);
      return enter({ ...fold, startDegrees, highDegrees: value, highSinceMs: captureMs }, 'move', captureMs);
    }
    case 'move':
    case 'hold-end': {
      const start = fold.startDegrees ?? value;
      const higher = value > fold.highDegrees;
      // A plateau is measured from when the angle first came near its highest.
      const risen = higher && value - fold.highDegrees > 0.5 ? { ...fold, highDegrees: value } : fold;
      const high = Math.max(risen.highDegrees, value);
      const near = high - value <= PLATEAU_DEGREES && high - start >= LEAVE_DEGREES && Math.abs(speed) < STILL_SPEED;
      const lowered = high - value >= Math.max(LOWERED_DEGREES, LOWERED_SHARE * (high - start));
      const attempted = high - start >= Math.max(LEAVE_DEGREES, fold.protocol.minExcursionDegrees);
      if (attempted && lowered) return enter({ ...risen, highDegrees: high }, 'done', captureMs);
      if (fold.step === 'move' && near && captureMs - fold.highSinceMs >= PLATEAU_MS) {
        return enter({ ...risen, highDegrees: high }, 'hold-end', captureMs);
      }
      if (fold.step === 'hold-end' && attempted && near && inStepMs >= LONG_HOLD_MS)
        return enter(risen, 'done', captureMs);
      return { ...risen, highDegrees: high, highSinceMs: near ? fold.highSinceMs : captureMs };
    }
    default:
      return fold;
  }
}

function enter(fold: TrialFold, step: LiveReading['step'], atMs: number): TrialFold {
  return fold.step === step ? fold : { ...fold, step, stepSinceMs: atMs };
}

function toReading(fold: TrialFold, look: Look): LiveReading {
  const { protocol, filter, step, startDegrees } = fold;
  const shown = look.refusals.length === 0 && look.angle !== null && filter !== null;
  const poseFps =
    fold.frames > 1 && fold.startMs !== null && fold.lastMs > fold.startMs
      ? ((fold.frames - 1) * 1000) / (fold.lastMs - fold.startMs)
      : 15;
  const { off, visibility } = look;
  const speed = filter?.speed ?? 0;
  const angle = protocol.angle;
  const start = startDegrees ?? 0;
  return {
    captureMs: look.atMs,
    angleDegrees: shown ? filter.value : null,
    uncertaintyDegrees: shown
      ? uncertaintyOf({ angle, offPlaneDegrees: off, jitterDegrees: 1, visibility, poseFps, speed })
      : null,
    refusals: look.refusals,
    count: step === 'done' ? 1 : 0,
    step,
    progress: shown ? Math.max(0, Math.min(1.2, (filter.value - start) / (180 - start))) : null,
  };
}

function smoothYaw(before: number | null, now: number | null): number | null {
  if (now === null) return before;
  if (before === null) return now;
  const turn = ((((now - before + 180) % 360) + 360) % 360) - 180;
  return before + YAW_SHARE * turn;
}

/** The refusals that stand in at least this share of the frames, the commonest first. */
function mostSeen(looks: readonly Look[], share: number): Refusal[] {
  const counts = new Map<Refusal, number>();
  for (const { refusals } of looks) for (const code of refusals) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= share * looks.length)
    .sort((a, b) => b[1] - a[1])
    .map(([code]) => code);
}

function bounded(looks: readonly Look[]): readonly Look[] {
  return looks.length <= MOST_LOOKS ? looks : looks.filter((_, i) => i % 2 === 0 || i > looks.length - 200);
}
