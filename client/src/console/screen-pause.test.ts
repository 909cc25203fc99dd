import { makeEvent, play } from '@plumbline/shared/testing';
import { expect, test } from 'vitest';
import { screenPause } from './screen-pause.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const steps = [
  { protocol: 'shoulder-abduction@1', side: 'left' as const },
  { protocol: 'shoulder-flexion@1', side: 'left' as const },
];
const screen = { screenId: id(1), step: 0 };
const started = play([
  makeEvent('patient.arrived'),
  makeEvent('patient.admitted'),
  makeEvent('screen.started', { screenId: id(1), steps, trialsPerStep: 2 }),
]);
const arm = (n: number) => makeEvent('trial.armed', { trialId: id(n), ...steps[0], screen });
const record = (n: number) => makeEvent('trial.recorded', { trialId: id(n) });

test('the rest is longer where the patient has to turn', () => {
  const once = play([arm(2), record(2)], started);
  const twice = play([arm(3), record(3)], once);
  const [again, turned] = [screenPause(once), screenPause(twice)];
  expect([again?.next, turned?.next]).toEqual([
    { step: 0, trial: 2 },
    { step: 1, trial: 1 },
  ]);
  expect(turned?.restMs ?? 0).toBeGreaterThan(again?.restMs ?? 0);
});

test('each trial is waited for once, even when the one before was not seen', () => {
  const sample = record(2);
  const unseen = { ...sample, body: { ...sample.body, result: { ...sample.body.result, valueDegrees: null } } };
  const [before, after] = [screenPause(started), screenPause(play([arm(2), unseen], started))];
  expect(after?.next).toEqual(before?.next);
  expect(after?.key).not.toBe(before?.key);
});

test('nothing is waited for while the patient moves, after STOP, or while the screen is paused', () => {
  expect(screenPause(play([arm(2)], started))).toBeNull();
  expect(screenPause(play([makeEvent('stop.pressed')], started))).toBeNull();
  expect(screenPause(play([makeEvent('screen.paused', { screenId: id(1) })], started))).toBeNull();
});
