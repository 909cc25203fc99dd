import type { Exercise } from '../programme/index.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { directionOf, type Protocol } from './protocols.ts';
import type { Refusal, Repetition } from './results.ts';
import { createSet, finishSet, foldSet, type SetFold } from './set.ts';
import { createTrial, foldTrial } from './trial.ts';
import { finishTrial } from './trial-result.ts';

/** What `npm run measure` tells of a series of frames. Seconds, degrees. */
export interface Measured {
  side: Side | null;
  count: number;
  repetitions: (Pick<Repetition, RowPart> & { startS: number; peakS: number; endS: number; valid: boolean })[];
  rangeOfMotion: { valueDegrees: number; uncertaintyDegrees: number; minDegrees: number; maxDegrees: number } | null;
  refused: readonly Refusal[];
}

type RowPart = 'rangeDegrees' | 'peakDegrees' | 'reasons' | 'tempo' | 'findings' | 'judged' | 'confidence';

/** Counts an exercise over frames in the order of their times. */
export function measureExercise(frames: readonly LandmarkFrame[], exercise: Exercise, side: Side | null): Measured {
  const set = foldAll(frames, exercise, side);
  const complete = set.ledger.filter((row) => row.validity === 'complete');
  return {
    side: exercise.limbs === 'both' ? side : set.side,
    count: complete.length,
    repetitions: set.ledger.map(toSeconds),
    rangeOfMotion: rangeOf(complete, exercise),
    refused: refusedIn(set),
  };
}

/** Measures a protocol over frames: each movement from stillness is a trial, the value the mean of the trials. */
export function measureProtocol(frames: readonly LandmarkFrame[], protocol: Protocol, side: Side): Measured {
  const guided = guidedTrials(frames, protocol, side);
  const set = foldAll(frames, asExercise(protocol), side);
  const rows = set.ledger.map(toSeconds);
  const count = set.ledger.filter((row) => row.validity === 'complete').length;
  const direction = directionOf(protocol);
  const values = guided.flatMap(({ valueDegrees, uncertaintyDegrees, startDegrees, minDegrees, maxDegrees }) =>
    valueDegrees === null || uncertaintyDegrees === null || startDegrees === null
      ? []
      : [{ valueDegrees, uncertaintyDegrees, minDegrees, maxDegrees, way: direction * (valueDegrees - startDegrees) }],
  );
  const attempts = values.filter(({ way }) => way >= ATTEMPT_SHARE * Math.max(...values.map((one) => one.way)));
  const refused = [...new Set(guided.flatMap(({ refusals }) => refusals))];
  if (attempts.length === 0) return { side, count, repetitions: rows, rangeOfMotion: null, refused };
  const mean = (read: (one: (typeof attempts)[number]) => number) =>
    attempts.reduce((sum, one) => sum + read(one), 0) / attempts.length;
  const rangeOfMotion = {
    valueDegrees: mean((one) => one.valueDegrees),
    uncertaintyDegrees: mean((one) => one.uncertaintyDegrees),
    minDegrees: Math.min(...attempts.map((one) => one.minDegrees ?? one.valueDegrees)),
    maxDegrees: Math.max(...attempts.map((one) => one.maxDegrees ?? one.valueDegrees)),
  };
  return { side, count, repetitions: rows, rangeOfMotion, refused: [] };
}

/** A movement shorter than this share of the longest was not an attempt. */
const ATTEMPT_SHARE = 0.7;

/** One trial after the other, each from stillness to stillness, as on the patient's device. */
function guidedTrials(frames: readonly LandmarkFrame[], protocol: Protocol, side: Side) {
  const results = [];
  let trial = createTrial(protocol, side);
  for (const frame of frames) {
    trial = foldTrial(trial, frame);
    if (trial.step !== 'done') continue;
    results.push(finishTrial(trial));
    trial = createTrial(protocol, side);
  }
  const last = trial.frames > 0 ? finishTrial(trial) : null;
  // A recording may end while the limb is up; it may also end in idleness, which refuses nothing.
  if (last && (last.valueDegrees !== null || results.length === 0)) results.push(last);
  return results;
}

function asExercise(protocol: Protocol): Exercise {
  const { id, version, angle, plane, cues, minExcursionDegrees, refuseOffPlaneDegrees } = protocol;
  const { startsAtDegrees, reachesDegrees } = protocol;
  return {
    id,
    version,
    region: 'leg',
    phase: 'mobility',
    position: 'standing',
    counting: 'camera',
    view: plane === 'frontal' ? 'front' : 'side',
    asksSide: true,
    angle,
    signal: 'angle',
    method: 'fused',
    plane,
    limbs: 'one',
    restDegrees: startsAtDegrees,
    workDegrees: reachesDegrees,
    minExcursionDegrees,
    minDurationMs: 600,
    concentric: 'out',
    eitherEnd: false,
    feet: 'any',
    stay: [],
    still: [],
    apart: null,
    posture: 'any',
    restPose: [],
    refuseRangeOffPlaneDegrees: refuseOffPlaneDegrees,
    refuseCountOffPlaneDegrees: 90,
    quality: [],
    defaultTempo: '3-0-3-1',
    cues: { out: cues.move, back: cues.start },
  };
}

function foldAll(frames: readonly LandmarkFrame[], exercise: Exercise, side: Side | null): SetFold {
  let set = createSet(exercise, { side: side ?? betterSide(frames, exercise) });
  for (const frame of frames) set = foldSet(set, frame);
  return finishSet(set, 'ended');
}

/** The limb that moves more, over the whole series; a file lets us look ahead. */
function betterSide(frames: readonly LandmarkFrame[], exercise: Exercise): Side | null {
  if (exercise.limbs === 'both') return null;
  const rows = (side: Side) => {
    let set = createSet(exercise, { side });
    for (const frame of frames) set = foldSet(set, frame);
    const complete = finishSet(set, 'ended').ledger.filter((row) => row.validity === 'complete');
    return { count: complete.length, seen: visibility(frames, side) };
  };
  const [left, right] = [rows('left'), rows('right')];
  if (left.count !== right.count) return left.count > right.count ? 'left' : 'right';
  return left.seen > right.seen ? 'left' : 'right';
}

function visibility(frames: readonly LandmarkFrame[], side: Side): number {
  const indices = side === 'left' ? [11, 13, 15, 23, 25, 27] : [12, 14, 16, 24, 26, 28];
  return frames.reduce(
    (sum, { image }) => sum + indices.reduce((part, i) => part + (image?.[i]?.visibility ?? 0), 0),
    0,
  );
}

function rangeOf(complete: readonly Repetition[], exercise: Exercise): Measured['rangeOfMotion'] {
  const ranged = complete.flatMap(({ rangeDegrees, peakDegrees, uncertaintyDegrees }) =>
    rangeDegrees === null || peakDegrees === null || uncertaintyDegrees === null
      ? []
      : [{ rangeDegrees, peakDegrees, uncertaintyDegrees }],
  );
  if (ranged.length === 0) return null;
  const mean = (read: (row: (typeof ranged)[number]) => number) =>
    ranged.reduce((sum, row) => sum + read(row), 0) / ranged.length;
  const peaks = ranged.map((row) => row.peakDegrees);
  const rests = ranged.map(
    ({ peakDegrees, rangeDegrees }) => peakDegrees + fromTurn(exercise, peakDegrees) * rangeDegrees,
  );
  return {
    valueDegrees: mean((row) => row.peakDegrees),
    uncertaintyDegrees: mean((row) => row.uncertaintyDegrees),
    minDegrees: Math.min(...rests, ...peaks),
    maxDegrees: Math.max(...rests, ...peaks),
  };
}

/** +1 where a repetition that turned here rests at larger angles. */
function fromTurn({ restDegrees, workDegrees }: Exercise, turnDegrees: number): 1 | -1 {
  const isAtWork = Math.abs(turnDegrees - workDegrees) < Math.abs(turnDegrees - restDegrees);
  return isAtWork === restDegrees > workDegrees ? 1 : -1;
}

function refusedIn(set: SetFold): Refusal[] {
  const complete = set.ledger.filter((row) => row.validity === 'complete');
  if (complete.length === 0) return [...set.reading.refusals];
  return complete.every((row) => row.rangeDegrees === null) ? ['wrong-view'] : [];
}

function toSeconds(row: Repetition): Measured['repetitions'][number] {
  const seconds = (ms: number) => Math.round(ms) / 1000;
  const { startMs, peakMs, endMs, validity, rangeDegrees, peakDegrees, reasons, tempo } = row;
  return {
    startS: seconds(startMs),
    peakS: seconds(peakMs),
    endS: seconds(endMs),
    rangeDegrees,
    peakDegrees,
    valid: validity === 'complete',
    reasons,
    tempo,
    findings: row.findings,
    judged: row.judged,
    confidence: row.confidence,
  };
}
