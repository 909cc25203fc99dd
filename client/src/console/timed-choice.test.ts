import type { TestCondition } from '@plumbline/shared/programme';
import { findTimedTest, TIMED_TESTS } from '@plumbline/shared/programme';
import { makeEvent, play } from '@plumbline/shared/testing';
import { describe, expect, test } from 'vitest';
import { CONDITION_KEYS, choiceToBeginWith, conditionsOf, obstacleOf } from './timed-choice.ts';

const none = choiceToBeginWith([]);
const named = (id: string) => findTimedTest(id)!;

test('nothing is confirmed in advance, also of the test that was done last', () => {
  const { timed } = play([makeEvent('patient.arrived'), makeEvent('patient.admitted'), makeEvent('timed.armed')]);
  const next = choiceToBeginWith(timed);
  expect([next.test.id, next.confirmed]).toEqual(['chair-stand-30s', []]);
  expect(next.person).toEqual({ ageYears: 72, sex: 'female' });
});

test('what the record knows of the person stands there at first; what was given in the visit comes before it', () => {
  const known = { ageYears: 68, sex: 'male' } as const;
  expect(choiceToBeginWith([], known).person).toEqual(known);
  const { timed } = play([makeEvent('patient.arrived'), makeEvent('patient.admitted'), makeEvent('timed.armed')]);
  expect(choiceToBeginWith(timed, known).person).toEqual({ ageYears: 72, sex: 'female' });
});

describe('a test cannot begin', () => {
  const all = (id: string, ...more: TestCondition[]) => [...named(id).conditions, ...more];
  test.each([
    ['before what is needed is confirmed', { ...none }, 'missing'],
    ['before falls were asked about, where it walks', choice('timed-up-and-go', 'not-asked'), 'askFalls'],
    ['alone, for whoever may fall', { ...none, falls: 'risk' as const, confirmed: all('chair-stand-30s') }, 'missing'],
    ['before the leg is chosen', { ...none, test: named('single-leg-stance') }, 'chooseLeg'],
  ])('%s', (_what, chosen, obstacle) => {
    expect(obstacleOf(chosen)).toBe(obstacle);
  });

  function choice(id: string, falls: 'not-asked' | 'risk') {
    return { ...none, test: named(id), falls, confirmed: all(id) };
  }
});

test('it can begin otherwise than published, where nothing that is needed is missing', () => {
  expect(obstacleOf({ ...none, confirmed: ['chair-against-wall'] })).toBeNull();
});

test('whoever may fall has a second person among the conditions, and every condition a key of its own', () => {
  expect(conditionsOf({ ...none, falls: 'risk' })).toContain('second-person');
  for (const one of TIMED_TESTS) {
    expect(conditionsOf({ test: one, falls: 'risk' }).length).toBeLessThanOrEqual(CONDITION_KEYS.length);
  }
});
