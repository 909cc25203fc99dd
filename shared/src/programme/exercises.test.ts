import { describe, expect, test } from 'vitest';
import { EXERCISES, findExercise } from './exercises.ts';

describe.each(EXERCISES.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  test('goes from rest to the turn by more than the least that counts', () => {
    expect(Math.abs(one.workDegrees - one.restDegrees)).toBeGreaterThan(one.minExcursionDegrees);
  });

  test('is seen from where its plane is seen, unless it is only timed', () => {
    if (one.counting !== 'time') expect(one.view).toBe(one.plane === 'frontal' ? 'front' : 'side');
  });

  test('watches each thing at most once in a view, with a limit and its source', () => {
    const watched = one.quality.map(({ code, view }) => `${code} ${view}`);
    expect(new Set(watched).size).toBe(watched.length);
    expect(one.quality.every(({ limitDegrees, source }) => limitDegrees > 0 && source !== '')).toBe(true);
  });

  test('has a tempo that can be prescribed', () => {
    expect(one.defaultTempo).toMatch(/^\d{1,2}-\d{1,2}-\d{1,2}-\d{1,2}$/);
  });
});

test('exercises done lying on the back are not counted by camera', () => {
  const lying = EXERCISES.filter(({ position, id }) => position === 'lying' && id !== 'push-up');
  expect(lying.map(({ counting }) => counting)).toEqual(lying.map(() => 'self'));
});

test('knee valgus, hip hike and asymmetry are judged from the front only, heel rise from the side only', () => {
  const views = new Map<string, Set<string>>();
  for (const { code, view } of EXERCISES.flatMap(({ quality }) => quality))
    views.set(code, (views.get(code) ?? new Set()).add(view));
  for (const code of ['knee-valgus', 'hip-hike', 'asymmetry']) expect([...(views.get(code) ?? [])]).toEqual(['front']);
  expect([...(views.get('heel-rise') ?? [])]).toEqual(['side']);
});

test('ids are unique, and found with and without a version', () => {
  expect(new Set(EXERCISES.map(({ id }) => id)).size).toBe(EXERCISES.length);
  expect(findExercise('squat@1')).toBe(findExercise('squat'));
  expect(findExercise('squat@99')).toBeUndefined();
});
