import { describe, expect, test } from 'vitest';
import { makeEvent, play } from './make-event.ts';
import { measurementsOf } from './measurements.ts';
import { EMPTY_STATE } from './state.ts';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const sample = makeEvent('trial.recorded').body;

function trial(
  n: number,
  value: number,
  decision: 'trial.kept' | 'trial.declined' | null,
  uncertainty = 5,
  protocol = 'shoulder-abduction',
) {
  const trialId = id(n);
  const result = { ...sample.result, valueDegrees: value, uncertaintyDegrees: uncertainty };
  return [
    makeEvent('trial.armed', { trialId, measurementId: id(9), protocol }),
    makeEvent('trial.recorded', { trialId, result }),
    ...(decision ? [makeEvent(decision, { trialId })] : []),
  ];
}

function measure(...events: Parameters<typeof play>[0][]) {
  const arrived = [makeEvent('patient.arrived'), makeEvent('patient.admitted')];
  return measurementsOf(play([...arrived, ...events.flat()], EMPTY_STATE))[0];
}

describe('the kept value', () => {
  test('is the mean of the kept trials, with the best beside it', () => {
    const value = measure(trial(1, 90, 'trial.kept'), trial(2, 96, 'trial.kept'))?.value;
    expect(value).toEqual({ degrees: 93, uncertaintyDegrees: 5, bestDegrees: 96, trials: 2 });
  });

  test('is best where least is missing to straight', () => {
    const deficit = (n: number, value: number) => trial(n, value, 'trial.kept', 5, 'knee-extension@1');
    expect(measure(deficit(1, 12), deficit(2, 4))?.value?.bestDegrees).toBe(4);
  });

  test('leaves out what was declined or is not reviewed yet', () => {
    const value = measure(trial(1, 90, 'trial.kept'), trial(2, 60, 'trial.declined'), trial(3, 150, null))?.value;
    expect(value?.degrees).toBe(90);
  });

  test('has a ± no smaller than any trial’s own', () => {
    expect(measure(trial(1, 90, 'trial.kept', 4), trial(2, 91, 'trial.kept', 8))?.value?.uncertaintyDegrees).toBe(8);
  });

  test('has a ± that covers trials which disagree', () => {
    expect(measure(trial(1, 80, 'trial.kept'), trial(2, 110, 'trial.kept'))?.value?.uncertaintyDegrees).toBe(15);
  });

  test('is missing while no trial is kept', () => {
    expect(measure(trial(1, 90, null))?.value).toBeNull();
  });
});

test('a trial that was cancelled is no trial', () => {
  const armed = [
    makeEvent('trial.armed', { trialId: id(1), measurementId: id(9) }),
    makeEvent('trial.cancelled', { trialId: id(1) }),
  ];
  expect(measure(armed)).toBeUndefined();
});

describe('what is corrected', () => {
  const amended = (n: number, change: Parameters<typeof makeEvent<'trial.amended'>>[1]) =>
    makeEvent('trial.amended', { trialId: id(n), ...change });

  test('by eye stands beside the camera’s mean and is no part of it', () => {
    const measured = measure(trial(1, 90, 'trial.kept'), trial(2, 140, null), [amended(2, {})]);
    expect(measured?.value).toMatchObject({ degrees: 90, trials: 1 });
    expect(measured?.overrides).toEqual([{ method: 'by-eye', degrees: 85, uncertaintyDegrees: 10, trials: 1 }]);
  });

  test('to the other side is a measurement of that side', () => {
    const side = { change: { kind: 'side', side: 'left' }, reason: 'wrong-side' } as const;
    const arrived = [makeEvent('patient.arrived'), makeEvent('patient.admitted')];
    const events = [...trial(1, 90, 'trial.kept'), ...trial(2, 95, 'trial.kept'), amended(1, side)];
    const all = measurementsOf(play([...arrived, ...events], EMPTY_STATE));
    expect(all.map((one) => [one.side, one.value?.degrees])).toEqual([
      ['left', 90],
      ['right', 95],
    ]);
  });

  test('as not of this patient counts for nothing', () => {
    const other = { change: { kind: 'wrong-patient' }, reason: 'wrong-patient' } as const;
    expect(measure(trial(1, 90, 'trial.kept'), [amended(1, other)])?.value).toBeNull();
  });
});

test('what is not decided is told apart from what is kept', () => {
  const measured = measure(trial(1, 90, 'trial.kept'), trial(2, 100, null));
  expect([measured?.value?.degrees, measured?.unreviewed?.degrees]).toEqual([90, 100]);
});
