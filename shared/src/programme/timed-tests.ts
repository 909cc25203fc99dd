/** What must hold for a timed test to be the test it is named after; the therapist confirms each. The client has the words. */
export const TEST_CONDITIONS = [
  'seat-43-cm',
  'seat-46-cm',
  'chair-against-wall',
  'arms-crossed',
  'taped-3-m',
  'second-person',
  'usual-shoes',
  'barefoot',
  'eyes-open',
  'support-in-reach',
] as const;
export type TestCondition = (typeof TEST_CONDITIONS)[number];

/** A functional test with a clock. Never edited in place: a change is a new version. */
export interface TimedTest {
  id: 'chair-stand-30s' | 'five-times-sit-to-stand' | 'timed-up-and-go' | 'single-leg-stance' | 'tandem-stance';
  version: number;
  /** What is told: how often, or how long. */
  result: 'count' | 'seconds';
  /** go: the clock starts at the word "Go". lift-off: when the foot leaves the floor. */
  starts: 'go' | 'lift-off';
  /** What ends it; the therapist's key always does. */
  ends: 'clock' | 'fifth-stand' | 'touch-down' | 'key';
  /** After this long it is over, seconds; null: it lasts as long as it lasts. */
  limitS: number | null;
  asksSide: boolean;
  conditions: readonly TestCondition[];
  /** Without these it is not begun: nobody does it alone. */
  required: readonly TestCondition[];
  source: string;
}

/** The tests, under their published conditions. */
export const TIMED_TESTS: readonly TimedTest[] = [
  {
    id: 'chair-stand-30s',
    version: 1,
    result: 'count',
    starts: 'go',
    ends: 'clock',
    limitS: 30,
    asksSide: false,
    conditions: ['seat-43-cm', 'chair-against-wall', 'arms-crossed'],
    required: ['chair-against-wall'],
    source: 'Jones, Rikli and Beam 1999, Res Q Exerc Sport 70:113; CDC STEADI, 30-Second Chair Stand',
  },
  {
    id: 'five-times-sit-to-stand',
    version: 1,
    result: 'seconds',
    starts: 'go',
    ends: 'fifth-stand',
    limitS: null,
    asksSide: false,
    conditions: ['seat-43-cm', 'chair-against-wall', 'arms-crossed'],
    required: ['chair-against-wall'],
    source: 'Guralnik 1994, J Gerontol 49:M85: from “Go” until the fifth stand',
  },
  {
    id: 'timed-up-and-go',
    version: 1,
    result: 'seconds',
    starts: 'go',
    ends: 'key',
    limitS: null,
    asksSide: false,
    conditions: ['seat-46-cm', 'taped-3-m', 'second-person', 'usual-shoes'],
    required: ['taped-3-m', 'second-person'],
    source: 'Podsiadlo and Richardson 1991, J Am Geriatr Soc 39:142',
  },
  {
    id: 'single-leg-stance',
    version: 1,
    result: 'seconds',
    starts: 'lift-off',
    ends: 'touch-down',
    limitS: 45,
    asksSide: true,
    conditions: ['eyes-open', 'support-in-reach'],
    required: ['support-in-reach'],
    source: 'Springer 2007, J Geriatr Phys Ther 30:8: until touch-down, 45 s at most',
  },
  {
    id: 'tandem-stance',
    version: 1,
    result: 'seconds',
    starts: 'go',
    ends: 'key',
    limitS: 30,
    asksSide: true,
    conditions: ['eyes-open', 'support-in-reach'],
    required: ['support-in-reach'],
    source: 'practice, to be confirmed by the clinic',
  },
];

/** A test by its id, with or without `@version`; undefined for others. */
export function findTimedTest(id: string): TimedTest | undefined {
  return TIMED_TESTS.find((one) => one.id === id || `${one.id}@${one.version}` === id);
}

/** What is still missing before it may begin. */
export function missingFor({ required }: Pick<TimedTest, 'required'>, met: readonly TestCondition[]): TestCondition[] {
  return required.filter((condition) => !met.includes(condition));
}

/** Done otherwise than published, arms used among others: it is kept, called modified, and has no norm. */
export function isModified({ conditions }: Pick<TimedTest, 'conditions'>, met: readonly TestCondition[]): boolean {
  return conditions.some((condition) => !met.includes(condition));
}
