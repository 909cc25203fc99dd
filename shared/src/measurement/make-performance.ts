import type { LandmarkFrame } from './landmarks.ts';
import { type FrameOptions, makeFrame } from './make-frame.ts';

/** One stretch of a movement: the angle goes smoothly to `to` in this time; the same angle again is a hold. */
export interface Move {
  to: number;
  ms: number;
  /** Trembling about the way, ± degrees, four times a second. */
  tremble?: number;
  /** The person is out of the picture. */
  gone?: boolean;
}

export interface Performance {
  /** The body and camera at one value of the performed angle, degrees; `atMs` counts from the start. */
  pose: (degrees: number, atMs: number) => FrameOptions;
  from: number;
  moves: readonly Move[];
  fps?: number;
  /** Share of the frames that are lost, 0–1; never more than five in a row. */
  dropped?: number;
  /** How much each point jitters from frame to frame, in frame heights (standard deviation). */
  jitter?: number;
  /** Says which frames are lost and how the points jitter. */
  seed?: number;
  startMs?: number;
}

/** The frames of a performance, in the order of their times; a lost frame leaves a gap in `sequence`. */
export function makePerformance(performance: Performance): LandmarkFrame[] {
  const { pose, from, moves, fps = 15, dropped = 0, jitter = 0, seed = 1, startMs = 1_000 } = performance;
  const totalMs = moves.reduce((sum, { ms }) => sum + ms, 0);
  const random = seeded(seed);
  let lost = 0;
  return Array.from({ length: Math.ceil((totalMs * fps) / 1000) }, (_, sequence) => sequence)
    .filter(() => {
      lost = lost < MOST_LOST && random() < dropped ? lost + 1 : 0;
      return lost === 0;
    })
    .map((sequence) => {
      const atMs = (sequence * 1000) / fps;
      const { degrees, gone } = degreesAt(atMs, from, moves);
      const body = gone ? { empty: true } : pose(degrees, atMs);
      const frame = makeFrame({ ...body, captureMs: startMs + atMs, sequence });
      return jitter === 0 ? frame : jittered(frame, jitter, random);
    });
}

const MOST_LOST = 5;

function jittered(frame: LandmarkFrame, jitter: number, random: () => number): LandmarkFrame {
  const aspect = frame.widthPx / frame.heightPx;
  // Three uniform numbers make a good enough bell curve; with factor 2 its standard deviation is 1.
  const bell = () => 2 * (random() + random() + random() - 1.5);
  const shake = (points: LandmarkFrame['image'], byX: number, byY: number) =>
    points?.map((point) => ({ ...point, x: point.x + byX * bell(), y: point.y + byY * bell() })) ?? null;
  return {
    ...frame,
    image: shake(frame.image, jitter / aspect, jitter),
    world: shake(frame.world, 2 * jitter, 2 * jitter),
  };
}

function degreesAt(atMs: number, from: number, moves: readonly Move[]): { degrees: number; gone: boolean } {
  let begin = from;
  let beganMs = 0;
  for (const { to, ms, tremble = 0, gone = false } of moves) {
    if (atMs < beganMs + ms) {
      const share = (1 - Math.cos((Math.PI * (atMs - beganMs)) / ms)) / 2;
      const shake = tremble * Math.sin((2 * Math.PI * 4 * (atMs - beganMs)) / 1000);
      return { degrees: begin + share * (to - begin) + shake, gone };
    }
    begin = to;
    beganMs += ms;
  }
  return { degrees: begin, gone: false };
}

export interface RepetitionOptions {
  rest: number;
  /** The turn of each repetition, one after the other. */
  peaks: readonly number[];
  outMs?: number;
  topMs?: number;
  backMs?: number;
  restMs?: number;
  /** Stillness before the first and after the last. */
  idleMs?: number;
  /** Trembling at the top, ± degrees. */
  tremble?: number;
  /** A stop half-way out. */
  pauseMs?: number;
}

/** The moves of some repetitions: out, hold, back, rest. */
export function repetitions(options: RepetitionOptions): Move[] {
  const { rest, peaks, outMs = 1_400, topMs = 300, backMs = 1_400, restMs = 600 } = options;
  const { idleMs = 1_500, tremble = 0, pauseMs = 0 } = options;
  const one = (peak: number): Move[] => {
    const middle = (rest + peak) / 2;
    const out: Move[] =
      pauseMs > 0
        ? [
            { to: middle, ms: outMs / 2 },
            { to: middle, ms: pauseMs },
            { to: peak, ms: outMs / 2 },
          ]
        : [{ to: peak, ms: outMs }];
    return [...out, { to: peak, ms: topMs, tremble }, { to: rest, ms: backMs }, { to: rest, ms: restMs }];
  };
  return [{ to: rest, ms: idleMs }, ...peaks.flatMap(one), { to: rest, ms: idleMs }];
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
