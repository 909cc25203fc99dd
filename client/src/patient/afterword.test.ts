import { makeEvent, play, SAMPLE_BODIES } from '@plumbline/shared/testing';
import { expect, test } from 'vitest';
import { afterwordFor } from './afterword.ts';

const open = play([makeEvent('patient.arrived'), makeEvent('patient.admitted')]);
const trial = play([makeEvent('trial.armed')], open);
const squats = play([makeEvent('set.started')], open);
const { result } = SAMPLE_BODIES['trial.recorded'];
const unseen = { ...result, valueDegrees: null, uncertaintyDegrees: null, refusals: ['not-in-frame'] };

test.each([
  ['a trial that gave a value', trial, play([makeEvent('trial.recorded')], trial), 'measured'],
  ['a trial that gave none', trial, play([makeEvent('trial.recorded', { result: unseen })], trial), 'notSeen'],
  ['a set that is over', squats, play([makeEvent('set.ended')], squats), 'setDone'],
  ['a trial that was taken back', trial, play([makeEvent('trial.cancelled')], trial), null],
  ['a set that was stopped', squats, play([makeEvent('stop.pressed')], squats), null],
  ['a set that goes on', squats, play([makeEvent('repetition.recorded')], squats), null],
  ['a visit that ended meanwhile', squats, play([makeEvent('visit.ended')], squats), null],
] as const)('after %s: %s', (_what, before, now, expected) => {
  expect(afterwordFor(before, now)).toBe(expected);
});
