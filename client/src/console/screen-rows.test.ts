import { makeEvent, play } from '@plumbline/shared/testing';
import { expect, test } from 'vitest';
import { screenRows, toAccept } from './screen-rows.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const screenId = id(1);
const { steps } = makeEvent('screen.started').body;
const started = play([
  makeEvent('patient.arrived'),
  makeEvent('patient.admitted'),
  makeEvent('screen.started', { screenId }),
]);
const sample = makeEvent('trial.recorded').body.result;
const arm = (n: number, step: number) =>
  makeEvent('trial.armed', { trialId: id(n), measurementId: id(n), ...steps[step], screen: { screenId, step } });
const record = (n: number, valueDegrees: number | null = 92) =>
  makeEvent('trial.recorded', { trialId: id(n), result: { ...sample, valueDegrees } });
const rows = (state: typeof started) => screenRows(state.screens[0]!, state);

test('each step says how it stands', () => {
  const running = play([arm(2, 0), record(2), arm(3, 1)], started);
  expect(rows(started).map(({ status }) => status)).toEqual(['waiting', 'waiting']);
  expect(rows(running).map(({ status }) => status)).toEqual(['done', 'under']);
  const unseen = play([record(3, null)], running);
  expect(rows(unseen).map(({ status }) => status)).toEqual(['done', 'notSeen']);
  const skipped = play([makeEvent('screen.skipped', { screenId, step: 1 })], running);
  expect(rows(skipped).map(({ status }) => status)).toEqual(['done', 'skipped']);
  const leftOut = play(
    [makeEvent('screen.skipped', { screenId, step: 0 }), makeEvent('trial.declined', { trialId: id(2) })],
    skipped,
  );
  expect(rows(leftOut).map(({ status }) => status)).toEqual(['leftOut', 'skipped']);
});

test('one acceptance is for the values that nobody has decided', () => {
  const state = play([arm(2, 0), record(2), arm(3, 1), record(3, null)], started);
  expect(toAccept(state.screens[0]!, state)).toEqual([id(2)]);
  expect(rows(state)[0]).toMatchObject({ kept: null, unreviewed: { degrees: 92 } });
});
