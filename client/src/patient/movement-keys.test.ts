import { PROTOCOLS } from '@plumbline/shared/measurement';
import { EXERCISES } from '@plumbline/shared/programme';
import { expect, test } from 'vitest';
import { limbOf, measuredKey, moveKey, readyKey, taskKey } from './movement-keys.ts';

test.each(PROTOCOLS.map(({ id }) => id))('the patient is told how to do %s', (id) => {
  expect([moveKey(id), moveKey(`${id}@1`)]).toEqual([id, id]);
});

test.each(EXERCISES.map(({ id }) => id))('the patient is told how to do the exercise %s', (id) => {
  expect([taskKey(id), taskKey(`${id}@1`)]).toEqual([id, id]);
});

test.each([
  ['shoulder-abduction', 'front.standing', 'arm'],
  ['hip-extension@1', 'side.standing', 'leg'],
  ['knee-flexion', 'side.standing', 'knee'],
  ['neck-side-bend', 'front.sitting', 'shoulder'],
  ['ankle-dorsiflexion', 'side.sitting', 'foot'],
])('before %s the patient gets ready %s, and moves the %s', (protocol, ready, limb) => {
  expect([readyKey(protocol), limbOf(protocol)]).toEqual([ready, limb]);
});

test.each([
  ['knee-extension', 12.4, 'knee-extension'],
  ['knee-extension', 0.4, 'straight'],
  ['elbow-extension@1', -6, 'straight'],
  ['knee-flexion', 0, 'knee-flexion'],
])('%s of %f degrees is told as %s', (protocol, degrees, key) => {
  expect(measuredKey(protocol, degrees)).toBe(key);
});

test('what is not known has general words', () => {
  expect([moveKey('jaw-opening'), taskKey('toString'), readyKey('jaw-opening')]).toEqual(['other', 'other', null]);
});
