import { makeEvent, play } from '@plumbline/shared/testing';
import { describe, expect, test } from 'vitest';
import { METHOD_KEYS, measurementFor, measuresOf, measureToBeginWith, regionOf } from './by-hand-choice.ts';
import { REGIONS } from './movement-choice.ts';

test.each(REGIONS)('in the region %s no key means two things', (region) => {
  const keys = [...measuresOf(region).map(({ key }) => key), ...Object.values(METHOD_KEYS), 'l', 'r'];
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).not.toContain('');
});

test('a measure that the camera does not see has its region', () => {
  expect([regionOf('neck-rotation@1'), regionOf('hip-flexion')]).toEqual(['neck', 'hip']);
});

test('the panel opens with what the screen that waits leaves to the hand', () => {
  const open = [makeEvent('patient.arrived'), makeEvent('patient.admitted')];
  expect(measureToBeginWith(play(open))).toBe('shoulder-abduction');
  expect(measureToBeginWith(play([...open, makeEvent('screen.started', { screen: 'neck@1' })]))).toBe('neck-rotation');
});

describe('a value by hand', () => {
  const state = play([makeEvent('patient.arrived'), makeEvent('patient.admitted'), makeEvent('trial.armed')]);
  const [trial] = state.trials;

  test('belongs to the measurement of the same thing on the same side', () => {
    expect(measurementFor(state, 'shoulder-abduction@1', 'right')).toBe(trial?.measurementId);
  });

  test('is a measurement of its own otherwise', () => {
    expect(measurementFor(state, 'shoulder-abduction@1', 'left')).toBeNull();
    expect(measurementFor(state, 'hand-behind-back@1', 'right')).toBeNull();
  });
});
