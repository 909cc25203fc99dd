import { pointsIn, visibilityOf } from './angles.ts';
import { approach } from './filter.ts';
import type { LandmarkFrame } from './landmarks.ts';
import { lengthOf, minus, pointOf } from './vectors.ts';

/** JSON-serialisable memory of somebody who leaves a chair and comes back to it, seen from any side, near or far. */
export interface SeatFold {
  /** How far the hips are above the knees while seated, in shanks; null until somebody was seen seated. */
  seat: number | null;
  hasStood: boolean;
  /** Since when the person is down again; it becomes `seatedMs` when they stay there. */
  downSinceMs: number | null;
  seatedMs: number | null;
  lastMs: number | null;
}

const LEG = ['Hip', 'Knee', 'Ankle'] as const;
const SEEN_FROM = 0.3;
/** Thighs that rise no more than this lie on a seat; upright they rise by about one shank. */
const SEATED_BELOW = 0.55;
const UPRIGHT = 1;
const SEAT_MS = 500;
/** Shares of the way from the seat to upright. */
const UP = 0.8;
const DOWN = 0.15;
const STILL_DOWN = 0.3;
/** Down this long is seated; a deep bend on the way is not. */
const DOWN_MS = 500;

export function createSeat(): SeatFold {
  return { seat: null, hasStood: false, downSinceMs: null, seatedMs: null, lastMs: null };
}

/** The memory after one more frame. `hasBegun`: the clock runs; before, the height of the seat is learnt. */
export function foldSeat(before: SeatFold, frame: LandmarkFrame, hasBegun: boolean): SeatFold {
  const rise = thighRiseOf(frame);
  if (rise === null || before.seatedMs !== null) return before;
  const atMs = frame.captureMs;
  const gapMs = before.lastMs === null ? 0 : atMs - before.lastMs;
  const now = { ...before, lastMs: atMs };
  if (!hasBegun) return rise < SEATED_BELOW ? { ...now, seat: approach(before.seat, rise, gapMs, SEAT_MS) } : now;
  if (before.seat === null) return now;
  const share = (rise - before.seat) / (UPRIGHT - before.seat);
  if (!before.hasStood) return { ...now, hasStood: share >= UP };
  if (before.downSinceMs === null) return share <= DOWN ? { ...now, downSinceMs: atMs } : now;
  if (share > STILL_DOWN) return { ...now, downSinceMs: null };
  return atMs - before.downSinceMs >= DOWN_MS ? { ...now, seatedMs: before.downSinceMs } : now;
}

/** How far the hips are above the knees, in shanks, of the leg whose thigh stands steeper: in a stride the other one lifts. Null where no leg is seen. */
function thighRiseOf(frame: LandmarkFrame): number | null {
  const points = pointsIn(frame, 'planar');
  const rises = (['left', 'right'] as const).flatMap((side) => {
    const indices = LEG.map((joint) => pointOf(side, joint));
    const [hip, knee, ankle] = indices.map((index) => points?.[index]);
    if (!frame.image || !hip || !knee || !ankle || visibilityOf(frame.image, indices) < SEEN_FROM) return [];
    const shank = lengthOf(minus(ankle, knee));
    return shank === 0 ? [] : [(knee.y - hip.y) / shank];
  });
  return rises.length === 0 ? null : Math.max(...rises);
}
