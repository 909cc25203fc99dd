import type { SetState } from '@plumbline/shared/encounter';
import { finishSet, type LandmarkFrame, type SetFold } from '@plumbline/shared/measurement';

/** Pictures further apart have a gap between them: the page slept, the camera or the engine began anew. */
const BREAK_MS = 2_000;

/** A fold that goes on where the stored rows end. Rows that a checkpoint has and nobody stored are added; what it had under way becomes an interrupted row. */
export function resume(fresh: SetFold, set: Pick<SetState, 'repetitions'>, saved: SetFold | null): SetFold {
  const stored = set.repetitions;
  if (!saved) return { ...fresh, ledger: stored };
  const lastIndex = Math.max(0, ...stored.map((row) => row.index));
  const lastMs = Math.max(...stored.map((row) => row.endMs), Number.NEGATIVE_INFINITY);
  // By their times: a row that came late from another device may have taken a number.
  const unstored = saved.ledger.filter((row) => row.startMs >= lastMs);
  const ended = finishSet({ ...saved, ledger: [...stored, ...unstored] }, 'interrupted');
  // A checkpoint from before the last stored row still has that row under way.
  const rows = ended.ledger.slice(stored.length).filter((row) => row.startMs >= lastMs);
  const ledger = [...stored, ...rows.map((row, i) => ({ ...row, index: lastIndex + 1 + i }))];
  return goOn(fresh, { ...saved, ledger }, saved);
}

/** A fold with nothing under way that keeps what was counted and what is usual for this person. */
export function goOn(fresh: SetFold, { side, ledger }: SetFold, { cycle }: SetFold): SetFold {
  return { ...fresh, side, cycle: { ...fresh.cycle, usual: cycle.usual }, ledger };
}

/** What lies between two frames that belong to no one movement: time that nobody saw, or a phone that was turned. */
export function gapBefore(frame: LandmarkFrame, last: LandmarkFrame): 'time' | 'turn' | null {
  if (frame.captureMs - last.captureMs > BREAK_MS) return 'time';
  const isTurned = Math.abs(frame.widthPx / frame.heightPx - last.widthPx / last.heightPx) > 0.05;
  return isTurned ? 'turn' : null;
}
