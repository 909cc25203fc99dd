import { isModified, type Modification, type TestCondition, type TimedTest } from './timed-tests.ts';

/** What a study found for one band of age, and sex where it told them apart. Context for the therapist, never a verdict. */
export interface TimedNorm {
  test: TimedTest['id'];
  fromYears: number;
  toYears: number;
  /** Null where the study does not tell the sexes apart. */
  sex: 'male' | 'female' | null;
  /** fewer-than, longer-than, shorter-than: such a result is below the average. */
  belowAverage: 'fewer-than' | 'longer-than' | 'shorter-than';
  value: number;
  /** limit: as published. mean: the group's mean, from which no limit was published. */
  kind: 'limit' | 'mean';
  source: string;
}

const STEADI = 'CDC STEADI, 30-Second Chair Stand, after Rikli and Jones 1999, J Aging Phys Act 7:162';
const FIVE = 'Bohannon 2006, Percept Mot Skills 103:215, meta-analysis of 13 papers';
const TUG =
  'Bohannon 2006, J Geriatr Phys Ther 29:64, meta-analysis of 21 studies: upper limit of the mean’s 95 % interval';
const STANCE = 'Bohannon 2006, Top Geriatr Rehabil 22:70, meta-analysis of 22 studies';

/** Men, women below average with fewer than these stands. */
const STANDS: readonly [fromYears: number, men: number, women: number][] = [
  [60, 14, 12],
  [65, 12, 11],
  [70, 12, 10],
  [75, 11, 10],
  [80, 10, 9],
  [85, 8, 8],
  [90, 7, 4],
];

function ofBothSexes(
  test: TimedTest['id'],
  belowAverage: TimedNorm['belowAverage'],
  kind: TimedNorm['kind'],
  source: string,
  bands: readonly [fromYears: number, toYears: number, value: number][],
): TimedNorm[] {
  return bands.map(([fromYears, toYears, value]) => ({
    test,
    fromYears,
    toYears,
    sex: null,
    belowAverage,
    value,
    kind,
    source,
  }));
}

export const TIMED_NORMS: readonly TimedNorm[] = [
  ...STANDS.flatMap(([fromYears, men, women]) =>
    (
      [
        ['male', men],
        ['female', women],
      ] as const
    ).map(
      ([sex, value]): TimedNorm => ({
        test: 'chair-stand-30s',
        fromYears,
        toYears: fromYears + 4,
        sex,
        belowAverage: 'fewer-than',
        value,
        kind: 'limit',
        source: STEADI,
      }),
    ),
  ),
  ...ofBothSexes('five-times-sit-to-stand', 'longer-than', 'limit', FIVE, [
    [60, 69, 11.4],
    [70, 79, 12.6],
    [80, 89, 14.8],
  ]),
  ...ofBothSexes('timed-up-and-go', 'longer-than', 'limit', TUG, [
    [60, 69, 9.0],
    [70, 79, 10.2],
    [80, 99, 12.7],
  ]),
  ...ofBothSexes('single-leg-stance', 'shorter-than', 'mean', STANCE, [
    [60, 69, 27.0],
    [70, 79, 17.2],
    [80, 99, 8.5],
  ]),
];

/** What is known of who did a test and how; null where it is not known. */
export interface TestedPerson {
  ageYears: number | null;
  sex: 'male' | 'female' | null;
}

/** The norm that fits; null without the person's age, without the sex where it matters, or where it was not done as published. */
export function normFor(
  test: TimedTest,
  person: TestedPerson | null,
  met: readonly TestCondition[],
  modifications: readonly Modification[] = [],
): TimedNorm | null {
  if (person?.ageYears == null || isModified(test, met, modifications)) return null;
  const years = Math.floor(person.ageYears);
  return (
    TIMED_NORMS.find(
      (norm) =>
        norm.test === test.id &&
        years >= norm.fromYears &&
        years <= norm.toYears &&
        (norm.sex === null || norm.sex === person.sex),
    ) ?? null
  );
}

/** Whether a result is below what is usual in its band. */
export function isBelowAverage(value: number, { belowAverage, value: limit }: TimedNorm): boolean {
  return belowAverage === 'longer-than' ? value > limit : value < limit;
}
