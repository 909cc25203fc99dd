import { makeEvent, play } from '@plumbline/shared/testing';
import { expect, test } from 'vitest';
import { canRepeat, nextTrialOf } from './next-trial.ts';

const open = [makeEvent('patient.arrived'), makeEvent('patient.admitted')];
const sample = makeEvent('trial.recorded').body.result;
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

interface How {
  irritable?: boolean;
  decline?: boolean;
  valueDegrees?: number | null;
}

function afterTrials(count: number, { irritable = false, decline = false, valueDegrees = 92 }: How = {}) {
  const trials = Array.from({ length: count }, (_, i) => [
    makeEvent('trial.armed', { trialId: id(i + 1), irritable }),
    makeEvent('trial.recorded', { trialId: id(i + 1), result: { ...sample, valueDegrees } }),
    ...(decline ? [makeEvent('trial.declined', { trialId: id(i + 1) })] : []),
  ]);
  const state = play([...open, ...trials.flat()]);
  return { state, trial: state.trials.at(-1)! };
}

test.each([
  [1, 2],
  [2, 3],
  [3, null],
])('after %i trials the next one offered is %s', (count, next) => {
  const { state, trial } = afterTrials(count);
  expect(nextTrialOf(state, trial)).toBe(next);
});

test('after a declined trial, or one without a value, nothing is offered: it is repeated', () => {
  for (const how of [{ decline: true }, { valueDegrees: null }]) {
    const { state, trial } = afterTrials(1, how);
    expect(nextTrialOf(state, trial)).toBeNull();
  }
});

test('high irritability has one trial, and that one is not repeated once it was seen', () => {
  const { state, trial } = afterTrials(1, { irritable: true });
  expect([nextTrialOf(state, trial), canRepeat(state, trial)]).toEqual([null, false]);
});

test('after an exercise the measurement is not gone on with: what is measured then is another moment', () => {
  const { state, trial } = afterTrials(1);
  const later = { happenedAt: { ...makeEvent('set.started').happenedAt, serverMs: trial.armedAtMs + 60_000 } };
  expect(nextTrialOf(play([makeEvent('set.started', {}, later)], state), trial)).toBeNull();
});
