import type { EncounterState } from '@plumbline/shared/encounter';
import type { Scope } from '../database/database.ts';
import { projectScreen, projectTrial, projectValue } from './project-measured.ts';
import { projectSet } from './project-set.ts';
import { projectTimed } from './project-timed.ts';

/** Writes into the clinical tables what is in the state and was not there before. The same states twice change nothing. */
export async function project(
  scope: Scope,
  encounterId: string,
  before: EncounterState,
  after: EncounterState,
): Promise<void> {
  // Screens first: trials refer to them.
  for (const [screen] of changed(before.screens, after.screens, 'screenId'))
    await projectScreen(scope, encounterId, screen);
  for (const [trial, known] of changed(before.trials, after.trials, 'trialId'))
    await projectTrial(scope, encounterId, trial, known);
  for (const [value] of changed(before.values, after.values, 'valueId')) await projectValue(scope, encounterId, value);
  for (const [set, known] of changed(before.sets, after.sets, 'setId'))
    await projectSet(scope, encounterId, set, known);
  for (const [timed] of changed(before.timed, after.timed, 'testId')) await projectTimed(scope, encounterId, timed);
}

/** What is new or not the same any more, with what it was before. */
function changed<K extends string, T extends Record<K, string>>(
  before: readonly T[],
  after: readonly T[],
  key: K,
): [T, T | undefined][] {
  const known = new Map(before.map((one) => [one[key], one]));
  return after.flatMap((one): [T, T | undefined][] => {
    const was = known.get(one[key]);
    return was === one ? [] : [[one, was]];
  });
}
