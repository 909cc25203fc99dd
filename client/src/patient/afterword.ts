import type { EncounterState } from '@plumbline/shared/encounter';

/** What is said when something was done: measured, not seen well enough, a set or a timed test that is over. */
export type Afterword = 'measured' | 'notSeen' | 'setDone' | 'timedDone';

/** What to say now that what was under way in `before` is over in `now`; null where it goes on, was stopped or taken back. */
export function afterwordFor(before: EncounterState, now: EncounterState): Afterword | null {
  const was = before.active;
  if (!was || now.active || now.stop || now.status !== 'open') return null;
  if (was.kind === 'set') return now.sets.find((set) => set.setId === was.setId)?.status === 'ended' ? 'setDone' : null;
  if (was.kind === 'timed') {
    const test = now.timed.find((one) => one.testId === was.testId);
    return test?.status === 'unreviewed' ? 'timedDone' : null;
  }
  const result = now.trials.find((trial) => trial.trialId === was.trialId)?.result;
  if (!result) return null;
  return result.valueDegrees === null ? 'notSeen' : 'measured';
}
