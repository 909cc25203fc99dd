import { type Exercise, findExercise } from '../programme/index.ts';
import type { AngleName } from './angles.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import type { FrameOptions } from './make-frame.ts';
import { makeMovement, PERFORMED } from './make-movement.ts';
import {
  type Move,
  makePerformance,
  type Performance,
  type RepetitionOptions,
  repetitions,
} from './make-performance.ts';
import { findProtocol, type Protocol } from './protocols.ts';
import type { LiveReading, TrialResult } from './results.ts';
import { createSet, finishSet, foldSet, type SetFold } from './set.ts';
import { createTrial, foldTrial, readTrial, type TrialFold } from './trial.ts';
import { finishTrial } from './trial-result.ts';

export type ExerciseId = keyof typeof PERFORMED;
export const EXERCISE_IDS = Object.keys(PERFORMED) as ExerciseId[];

export function exerciseNamed(id: ExerciseId): Exercise {
  const exercise = findExercise(id);
  if (!exercise) throw new Error(`there is no exercise ${id}`);
  return exercise;
}

/** The frames of somebody doing an exercise through these moves. */
export function framesOfMoves(
  id: ExerciseId,
  moves: readonly Move[],
  over: Partial<Performance> = {},
): LandmarkFrame[] {
  const { pose, rest } = PERFORMED[id];
  return makePerformance({ pose, from: rest, moves, ...over });
}

/** The frames of repetitions; each turns at this share of the full excursion. */
export function framesOfSet(
  id: ExerciseId,
  shares: readonly number[],
  { moves = {}, ...over }: Partial<Omit<Performance, 'moves'>> & { moves?: Partial<RepetitionOptions> } = {},
): LandmarkFrame[] {
  const { rest, peak } = PERFORMED[id];
  const peaks = shares.map((share) => rest + share * (peak - rest));
  return framesOfMoves(id, repetitions({ rest, peaks, ...moves }), over);
}

/** The set after all the frames, ended as told; `null` leaves it open. */
export function playSet(
  id: ExerciseId,
  frames: readonly LandmarkFrame[],
  { side = 'left', how = 'ended' }: { side?: Side | null; how?: 'ended' | 'interrupted' | null } = {},
): SetFold {
  const fold = frames.reduce(foldSet, createSet(exerciseNamed(id), { side }));
  return how === null ? fold : finishSet(fold, how);
}

/** The ledger in short: `complete`, or what is said of the row. */
export function verdicts({ ledger }: SetFold): string[] {
  return ledger.map(({ validity, reasons }) => [validity, ...reasons].join(' '));
}

/** What somebody does in a trial; the camera may see something else at some moment. */
export interface TrialOptions extends Partial<Omit<Performance, 'pose' | 'moves' | 'from'>> {
  side?: Side;
  /** Where the joint is at first, and how far it goes; left out, as the protocol would have it. */
  start?: number;
  reach?: number;
  outMs?: number;
  holdMs?: number;
  tremble?: number;
  /** The movement is broken off at the top. */
  stays?: boolean;
  /** What is different about body or camera, so many ms after the beginning. */
  change?: (atMs: number) => FrameOptions;
}

/** How far the healthy virtual joint goes under a protocol, and from where, degrees. */
export function wayOf(id: string): { angle: AngleName; start: number; reach: number } {
  const { angle, startsAtDegrees, reachesDegrees } = protocolNamed(id);
  return { angle, start: startsAtDegrees, reach: startsAtDegrees + 0.8 * (reachesDegrees - startsAtDegrees) };
}

/** The frames of one trial: 2.5 s of stillness, out, hold, back, stillness. */
export function framesOfTrial(id: string, options: TrialOptions = {}): LandmarkFrame[] {
  const way = wayOf(id);
  const { side = 'left', start = way.start, reach = way.reach, change = () => ({}), stays = false } = options;
  const { outMs = 1_800, holdMs = 1_500, tremble = 0, ...over } = options;
  const up: Move[] = [
    { to: start, ms: 2_500 },
    { to: reach, ms: outMs },
    { to: reach, ms: holdMs, tremble },
  ];
  const down: Move[] = [
    { to: start, ms: 1_800 },
    { to: start, ms: 1_000 },
  ];
  const pose = (degrees: number, atMs: number) => ({ ...makeMovement(way.angle, side, degrees), ...change(atMs) });
  return makePerformance({ pose, from: start, moves: stays ? up : [...up, ...down], ...over });
}

export function protocolNamed(id: string): Protocol {
  const protocol = findProtocol(id);
  if (!protocol) throw new Error(`there is no protocol ${id}`);
  return protocol;
}

export interface PlayedTrial {
  fold: TrialFold;
  result: TrialResult;
  /** The steps it went through, each once. */
  steps: LiveReading['step'][];
}

/** A trial over all the frames. */
export function playTrial(
  id: string,
  frames: readonly LandmarkFrame[],
  { side = 'left', how = 'done' }: { side?: Side; how?: 'done' | 'interrupted' } = {},
): PlayedTrial {
  let fold = createTrial(protocolNamed(id), side);
  const steps: LiveReading['step'][] = [];
  for (const frame of frames) {
    fold = foldTrial(fold, frame);
    const { step } = readTrial(fold);
    if (steps.at(-1) !== step) steps.push(step);
  }
  return { fold, result: finishTrial(fold, how), steps };
}
