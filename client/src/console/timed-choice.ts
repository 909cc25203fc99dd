import type { TimedState } from '@plumbline/shared/encounter';
import {
  type FallsScreen,
  missingFor,
  requiredFor,
  type TestCondition,
  type TestedPerson,
  TIMED_TESTS,
  type TimedTest,
} from '@plumbline/shared/programme';

/** What the therapist has chosen and confirmed for a timed test. */
export interface TimedChoice {
  test: TimedTest;
  side: 'left' | 'right' | null;
  confirmed: readonly TestCondition[];
  falls: FallsScreen;
  person: TestedPerson;
}

/** What the panel opens with: nothing is confirmed in advance; what was given of the person and of falls holds for the visit, before it what the record knows (`known`). */
export function choiceToBeginWith(timed: readonly TimedState[], known: TestedPerson | null = null): TimedChoice {
  const last = timed.at(-1);
  const [first] = TIMED_TESTS;
  const test = TIMED_TESTS.find((one) => `${one.id}@${one.version}` === last?.test) ?? first;
  if (!test) throw new Error('there are no timed tests');
  const falls = timed.findLast((one) => one.falls !== 'not-asked')?.falls ?? 'not-asked';
  return { test, side: null, confirmed: [], falls, person: last?.person ?? known ?? { ageYears: null, sex: null } };
}

/** The conditions to be confirmed: those of the test, and a second person for whoever may fall. */
export function conditionsOf({ test, falls }: Pick<TimedChoice, 'test' | 'falls'>): TestCondition[] {
  return [...new Set([...test.conditions, ...requiredFor(test, falls)])];
}

/** What still stands in the way; null where it can begin. */
export function obstacleOf({ test, side, confirmed, falls }: TimedChoice): 'chooseLeg' | 'askFalls' | 'missing' | null {
  if (test.asksSide && side === null) return 'chooseLeg';
  if (test.asksFalls && falls === 'not-asked') return 'askFalls';
  return missingFor(test, confirmed, falls).length > 0 ? 'missing' : null;
}

/** The keys that confirm conditions, in their order; none of them chooses a side or a test. */
export const CONDITION_KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];
