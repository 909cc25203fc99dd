import { EXERCISE_REGIONS, EXERCISES } from '@plumbline/shared/programme';
import { describe, expect, test } from 'vitest';
import { en } from '../i18n/en/index.ts';
import { es } from '../i18n/es/index.ts';
import { exercisesIn, exercisesLike } from './exercise-choice.ts';

const english = (id: string) => en.results.exercise[id as keyof typeof en.results.exercise];
const spanish = (id: string) => es.results.exercise[id as keyof typeof es.results.exercise];

test('every exercise is in one region and under a letter of its own there', () => {
  const offered = EXERCISE_REGIONS.flatMap((region) => exercisesIn(region));
  expect(offered.map(({ id }) => id).sort()).toEqual(EXERCISES.map(({ id }) => id).sort());
  for (const region of EXERCISE_REGIONS) {
    const keys = exercisesIn(region).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain(null);
  }
});

test('no letter chooses a side or does something on the whole page', () => {
  const keys = EXERCISE_REGIONS.flatMap((region) => exercisesIn(region).map(({ key }) => key));
  expect(keys.filter((key) => 'liorv.?'.includes(key ?? ''))).toEqual([]);
});

describe('typing finds', () => {
  test.each([
    ['step', ['step-up', 'step-down']],
    ['arm stick', ['stick-flexion']],
    ['RAISE', ['calf-raise', 'straight-leg-raise', 'arm-raise', 'arm-raise-flexion', 'stick-flexion']],
    ['wall', ['wall-slide', 'wall-push-up']],
    ['cartwheel', []],
  ])('%s', (typed, ids) => {
    expect(
      exercisesLike(typed, english)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...ids].sort());
  });

  test('names that begin with it first', () => {
    expect(exercisesLike('s', english)[0]?.id).toBe('squat');
    expect(exercisesLike('push', english).map(({ id }) => id)).toEqual(['push-up', 'wall-push-up']);
  });

  test('without accents what is written with them', () => {
    expect(exercisesLike('elevacion talon', spanish).map(({ id }) => id)).toEqual(['calf-raise']);
  });
});
