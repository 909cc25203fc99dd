import { MANUAL_MEASURES, PROTOCOLS, REFUSALS, SCREENS } from '@plumbline/shared/measurement';
import { EXERCISES } from '@plumbline/shared/programme';
import { expect, test } from 'vitest';
import { exerciseKey, findingKey, measureKey, protocolKey, reasonKey, screenKey } from './reasons.ts';

test.each(REFUSALS)('the refusal %s has a sentence', (code) => {
  expect(reasonKey(code)).toBe(code);
});

test.each(PROTOCOLS.map(({ id }) => id))('the protocol %s has a name, with its version too', (id) => {
  expect([protocolKey(id), protocolKey(`${id}@1`)]).toEqual([id, id]);
});

test.each(EXERCISES.map(({ id }) => id))('the exercise %s has a name', (id) => {
  expect(exerciseKey(id)).toBe(id);
});

test.each([...new Set(PROTOCOLS.flatMap(({ compensations }) => compensations))])(
  'the compensation %s has words',
  (code) => {
    expect(findingKey(code)).toBe(code);
  },
);

test.each(MANUAL_MEASURES.map(({ id }) => id))('the measure taken by hand %s has a name', (id) => {
  expect(measureKey(`${id}@1`)).toBe(id);
});

test.each(SCREENS.map(({ id }) => id))('the screen %s has a name', (id) => {
  expect(screenKey(`${id}@1`)).toBe(id);
});

test('a code without words is not shown as a code', () => {
  expect([reasonKey('toString'), protocolKey('jaw-opening'), exerciseKey('')]).toEqual([null, null, null]);
});
