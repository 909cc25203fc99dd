import { type OneEuro, oneEuro } from './filter.ts';

/** JSON-serialisable memory of somebody standing up from a chair and sitting down again, from the bend of the knees. */
export interface StandFold {
  phase: 'unknown' | 'seated' | 'rising' | 'standing' | 'sitting';
  filter: OneEuro | null;
  /** The knees' bend while seated, and at the straightest; degrees. */
  seatDegrees: number | null;
  straightDegrees: number;
  /** When each stand was reached: the last moment at which the knees still straightened. */
  stoodMs: readonly number[];
  /** The knees' bend then. */
  topDegrees: number;
  /** How far up the person is now, 0 seated to 1 standing. */
  share: number;
}

/** Knees bent at least this much are of somebody who sits. */
const SEATED_FROM = 55;
/** Nobody is asked to stand straighter than this. */
const STRAIGHT = 6;
/** Up: this much of the way, from seat to straight. Down: this much of it left. */
const UP = 0.8;
const DOWN = 0.3;
/** Less than this is no straightening, degrees. */
const STILL = 1;

export function createStands(): StandFold {
  return {
    phase: 'unknown',
    filter: null,
    seatDegrees: null,
    straightDegrees: STRAIGHT,
    stoodMs: [],
    topDegrees: 0,
    share: 0,
  };
}

/** The memory after one more bend of the knees. Who has not been seen seated has not stood up. */
export function foldStands(before: StandFold, kneeDegrees: number, atMs: number): StandFold {
  const filter = oneEuro(before.filter, kneeDegrees, atMs);
  const knee = filter.value;
  const seatDegrees = seatOf(before, knee);
  if (seatDegrees === null) return { ...before, filter };
  const straightDegrees = before.phase === 'standing' ? Math.min(before.straightDegrees, knee) : before.straightDegrees;
  const way = Math.max(1, seatDegrees - straightDegrees);
  const share = (seatDegrees - knee) / way;
  // Unfiltered: when the clock runs out, a tenth of a second late would be half-way less.
  const now = Math.max(0, Math.min(1, (seatDegrees - kneeDegrees) / way));
  const next = { ...before, filter, seatDegrees, straightDegrees, share: now };
  if (share >= UP && (before.phase === 'seated' || before.phase === 'rising'))
    return { ...next, phase: 'standing', stoodMs: [...before.stoodMs, atMs], topDegrees: knee };
  if (share <= DOWN) return { ...next, phase: 'seated' };
  if (before.phase === 'seated') return { ...next, phase: 'rising' };
  if (before.phase === 'standing' && share < UP) return { ...next, phase: 'sitting' };
  if (before.phase === 'standing' && knee < before.topDegrees - STILL)
    return { ...next, stoodMs: [...before.stoodMs.slice(0, -1), atMs], topDegrees: knee };
  return next;
}

/** The seat is where the knees rest bent; it follows slowly, since people shift on a chair. */
function seatOf({ phase, seatDegrees }: StandFold, knee: number): number | null {
  if (seatDegrees === null) return knee >= SEATED_FROM ? knee : null;
  return phase === 'seated'
    ? seatDegrees + 0.05 * (knee - seatDegrees)
    : Math.max(seatDegrees, Math.min(knee, seatDegrees + 2));
}
