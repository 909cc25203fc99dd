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

/** How a test was done otherwise than published: the result is kept as "modified" and has no norm. */
export const MODIFICATIONS = ['arms-used', 'walking-aid', 'helped'] as const;
export type Modification = (typeof MODIFICATIONS)[number];

/** What the therapist heard when asking: fallen in the past year, unsteady, or worried about falling. Any yes is a risk. */
export const FALLS_SCREENS = ['no-risk', 'risk', 'not-asked'] as const;
export type FallsScreen = (typeof FALLS_SCREENS)[number];

/** What a person did that ended a test, by the therapist's eye. */
export const KEY_ENDS = ['fifth-stand', 'seated-again', 'touch-down', 'hand-support'] as const;
export type KeyEnd = (typeof KEY_ENDS)[number];

/** A functional test with a clock. Never edited in place: a change is a new version. */
export interface TimedTest {
  id: 'chair-stand-30s' | 'five-times-sit-to-stand' | 'timed-up-and-go' | 'single-leg-stance' | 'tandem-stance';
  version: number;
  /** What is told: how often, or how long. */
  result: 'count' | 'seconds';
  /** go: the clock starts at the word "Go". lift-off: when the foot leaves the floor. */
  starts: 'go' | 'lift-off';
  /** What ends it; the therapist's key always does. */
  ends: 'clock' | 'fifth-stand' | 'touch-down' | 'seated-again' | 'key';
  /** What the therapist's key can say of the end, where the camera does not see it. */
  keys: readonly KeyEnd[];
  /** After this long it is over, seconds; null: it lasts as long as it lasts. */
  limitS: number | null;
  asksSide: boolean;
  conditions: readonly TestCondition[];
  /** Without these it is not begun: nobody does it alone. */
  required: readonly TestCondition[];
  /** Balance is what it tries: the falls screen comes first. */
  asksFalls: boolean;
  modifications: readonly Modification[];
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
    keys: [],
    limitS: 30,
    asksSide: false,
    conditions: ['seat-43-cm', 'chair-against-wall', 'arms-crossed'],
    required: ['chair-against-wall'],
    asksFalls: false,
    modifications: ['arms-used', 'helped'],
    source: 'Jones, Rikli and Beam 1999, Res Q Exerc Sport 70:113; CDC STEADI, 30-Second Chair Stand',
  },
  {
    id: 'five-times-sit-to-stand',
    version: 1,
    result: 'seconds',
    starts: 'go',
    ends: 'fifth-stand',
    keys: ['fifth-stand'],
    limitS: null,
    asksSide: false,
    conditions: ['seat-43-cm', 'chair-against-wall', 'arms-crossed'],
    required: ['chair-against-wall'],
    asksFalls: false,
    modifications: ['arms-used', 'helped'],
    source: 'Guralnik 1994, J Gerontol 49:M85: from “Go” until the fifth stand',
  },
  {
    id: 'timed-up-and-go',
    version: 1,
    result: 'seconds',
    starts: 'go',
    ends: 'seated-again',
    keys: ['seated-again'],
    limitS: null,
    asksSide: false,
    conditions: ['seat-46-cm', 'taped-3-m', 'second-person', 'usual-shoes'],
    required: ['taped-3-m', 'second-person'],
    asksFalls: true,
    modifications: ['walking-aid', 'helped'],
    source: 'Podsiadlo and Richardson 1991, J Am Geriatr Soc 39:142',
  },
  {
    id: 'single-leg-stance',
    version: 1,
    result: 'seconds',
    starts: 'lift-off',
    ends: 'touch-down',
    keys: ['touch-down', 'hand-support'],
    limitS: 45,
    asksSide: true,
    conditions: ['eyes-open', 'support-in-reach'],
    required: ['support-in-reach'],
    asksFalls: true,
    modifications: ['helped'],
    source: 'Springer 2007, J Geriatr Phys Ther 30:8: until touch-down, 45 s at most',
  },
  {
    id: 'tandem-stance',
    version: 1,
    result: 'seconds',
    starts: 'go',
    ends: 'key',
    keys: ['touch-down', 'hand-support'],
    limitS: 30,
    asksSide: true,
    conditions: ['eyes-open', 'support-in-reach'],
    required: ['support-in-reach'],
    asksFalls: true,
    modifications: ['helped'],
    source: 'practice, to be confirmed by the clinic',
  },
];

/** A test by its id, with or without `@version`; undefined for others. */
export function findTimedTest(id: string): TimedTest | undefined {
  return TIMED_TESTS.find((one) => one.id === id || `${one.id}@${one.version}` === id);
}

/** What is required of this person: whoever may fall has somebody beside them, whatever the test. */
export function requiredFor({ required }: Pick<TimedTest, 'required'>, falls: FallsScreen): TestCondition[] {
  return falls === 'risk' ? [...new Set<TestCondition>([...required, 'second-person'])] : [...required];
}

/** What is still missing before it may begin. */
export function missingFor(
  test: Pick<TimedTest, 'required'>,
  met: readonly TestCondition[],
  falls: FallsScreen = 'no-risk',
): TestCondition[] {
  return requiredFor(test, falls).filter((condition) => !met.includes(condition));
}

/** Done otherwise than published: it is kept, called modified, and has no norm. */
export function isModified(
  { conditions }: Pick<TimedTest, 'conditions'>,
  met: readonly TestCondition[],
  modifications: readonly Modification[] = [],
): boolean {
  return modifications.length > 0 || conditions.some((condition) => !met.includes(condition));
}
