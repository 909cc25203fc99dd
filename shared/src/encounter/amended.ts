import type { AmendedChange } from './bodies-correction.ts';
import type { ManualMethod } from './reasons.ts';
import type { TrialState } from './state.ts';

/** A trial as it is to be read after its amendments. */
export interface AmendedTrial {
  side: TrialState['side'];
  valueDegrees: number | null;
  uncertaintyDegrees: number | null;
  method: 'camera' | ManualMethod;
  /** It was not of this patient: it counts for nothing. */
  isWithdrawn: boolean;
  isAmended: boolean;
}

/** What was recorded, with all amendments in their order; the record itself stays as it is. */
export function asAmended({
  side,
  result,
  amendments,
}: Pick<TrialState, 'side' | 'result' | 'amendments'>): AmendedTrial {
  const recorded: AmendedTrial = {
    side,
    valueDegrees: result?.valueDegrees ?? null,
    uncertaintyDegrees: result?.uncertaintyDegrees ?? null,
    method: 'camera',
    isWithdrawn: false,
    isAmended: false,
  };
  let now = recorded;
  for (const { change } of amendments) {
    if (change.kind === 'as-recorded') now = recorded;
    else now = { ...now, ...changed(change), isAmended: true };
  }
  return now;
}

function changed(change: Exclude<AmendedChange, { kind: 'as-recorded' }>): Partial<AmendedTrial> {
  if (change.kind === 'side') return { side: change.side };
  if (change.kind === 'wrong-patient') return { isWithdrawn: true };
  const { valueDegrees, uncertaintyDegrees, method } = change;
  return { valueDegrees, uncertaintyDegrees, method };
}

/** Whether a trial is part of what is kept. */
export function isCounted(trial: Pick<TrialState, 'status' | 'side' | 'result' | 'amendments'>): boolean {
  return trial.status === 'kept' && !asAmended(trial).isWithdrawn;
}
