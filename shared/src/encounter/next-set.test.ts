import { describe, expect, test } from 'vitest';
import { makeEvent, play } from './make-event.ts';
import { next } from './next.ts';
import { countComplete, type EncounterState } from './state.ts';

const sample = makeEvent('repetition.recorded').body.repetition;
const row = (index: number, validity: typeof sample.validity = 'complete') =>
  makeEvent('repetition.recorded', { repetition: { ...sample, index, validity } });
const set = play([
  makeEvent('patient.arrived'),
  makeEvent('patient.admitted'),
  makeEvent('set.started'),
  row(1),
  row(2, 'partial'),
  row(3),
]);
const count = (state: EncounterState) => countComplete(state.sets[0]!);
const refusal = (state: EncounterState, event: Parameters<typeof next>[1]) => {
  const after = next(state, event, 'therapist');
  return after.ok ? null : after.code;
};

describe('a count', () => {
  test('is the rows that are complete and not struck', () => {
    const struck = play([makeEvent('repetition.struck', { index: 3 })], set);
    expect([count(set), count(struck)]).toEqual([2, 1]);
    expect(struck.sets[0]?.repetitions).toHaveLength(3);
  });

  test('goes back to what it was when the strike is undone', () => {
    const strike = makeEvent('repetition.struck', { index: 3 });
    const restored = play([strike, makeEvent('repetition.restored', { index: 3 })], set);
    expect(restored).toEqual(set);
  });

  test('has the repetitions that the therapist added, until they are removed', () => {
    const added = play([makeEvent('repetition.added')], set);
    expect([count(added), count(play([makeEvent('repetition.removed')], added))]).toEqual([3, 2]);
  });

  test('is no lower for a struck row that was not complete', () => {
    expect(count(play([makeEvent('repetition.struck', { index: 2 })], set))).toBe(2);
  });
});

test.each([
  ['struck that is not there', makeEvent('repetition.struck', { index: 7 }), 'unknown-repetition'],
  ['restored that was not struck', makeEvent('repetition.restored'), 'not-struck'],
  ['removed that was not added', makeEvent('repetition.removed'), 'unknown-repetition'],
  [
    'added to a set that is not there',
    makeEvent('repetition.added', { setId: '00000000-0000-4000-8000-00000000000f' }),
    'unknown-set',
  ],
] as const)('a row is not %s', (_what, event, code) => {
  expect(refusal(set, event)).toBe(code);
});

test('a row is struck once', () => {
  const strike = makeEvent('repetition.struck');
  expect(refusal(play([strike], set), strike)).toBe('already-struck');
});
