import { describe, expect, test } from 'vitest';
import { asAmended, isCounted } from './amended.ts';
import type { DeviceEvent } from './events.ts';
import { makeEvent, play } from './make-event.ts';
import { next } from './next.ts';
import type { EncounterState } from './state.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const trialId = id(2);
const open = play([makeEvent('patient.arrived'), makeEvent('patient.admitted')]);
const recorded = play(
  [makeEvent('trial.armed', { trialId, measurementId: id(3) }), makeEvent('trial.recorded', { trialId })],
  open,
);
const trialOf = (state: EncounterState) => state.trials[0]!;

function refusal(state: EncounterState, event: DeviceEvent) {
  const after = next(state, event, 'therapist');
  return after.ok ? null : after.code;
}

const amend = (change: Parameters<typeof makeEvent<'trial.amended'>>[1]) =>
  makeEvent('trial.amended', { trialId, ...change });
const value = { kind: 'value', valueDegrees: 80, uncertaintyDegrees: null, method: 'by-eye' } as const;

describe('an override', () => {
  test('is what counts, while the recorded result stays as it was', () => {
    const after = trialOf(play([amend({ change: value, reason: 'compensation' })], recorded));
    expect(asAmended(after)).toMatchObject({ valueDegrees: 80, method: 'by-eye', isAmended: true });
    expect(after.result).toEqual(trialOf(recorded).result);
    expect(after.status).toBe('kept');
  });

  test('that is taken back leaves the recorded value, and both stay in the list', () => {
    const after = trialOf(
      play(
        [
          amend({ change: value, reason: 'compensation' }),
          amend({ change: { kind: 'as-recorded' }, reason: 'taken-back' }),
        ],
        recorded,
      ),
    );
    expect(asAmended(after)).toMatchObject({ valueDegrees: 92, method: 'camera', isAmended: false });
    expect(after.amendments).toHaveLength(2);
  });
});

test('a wrong side is corrected and the value stays', () => {
  const after = trialOf(play([amend({ change: { kind: 'side', side: 'left' }, reason: 'wrong-side' })], recorded));
  expect([after.side, asAmended(after)]).toMatchObject(['right', { side: 'left', valueDegrees: 92, method: 'camera' }]);
});

test('what was measured on another person counts for nothing, even if it was kept', () => {
  const after = trialOf(
    play(
      [makeEvent('trial.kept', { trialId }), amend({ change: { kind: 'wrong-patient' }, reason: 'wrong-patient' })],
      recorded,
    ),
  );
  expect(isCounted(after)).toBe(false);
});

test.each([
  ['another trial', { trialId: id(8) }, 'unknown-trial'],
  ['a reason that does not fit', { change: value, reason: 'wrong-side' }, 'other-reason'],
  ['the side it has already', { change: { kind: 'side', side: 'right' }, reason: 'wrong-side' }, 'same-side'],
  ['nothing to take back', { change: { kind: 'as-recorded' }, reason: 'taken-back' }, 'not-amended'],
] as const)('an amendment of %s is refused', (_what, body, code) => {
  expect(refusal(recorded, amend(body))).toBe(code);
});

test('a trial without a value is not overridden: a value by hand is entered instead', () => {
  const sample = makeEvent('trial.recorded', { trialId });
  const result = { ...sample.body.result, valueDegrees: null };
  const state = play([makeEvent('trial.armed', { trialId }), makeEvent('trial.recorded', { trialId, result })], open);
  expect(refusal(state, amend({ change: value, reason: 'joint-hidden' }))).toBe('no-value');
});

describe('pain', () => {
  const mark = makeEvent('pain.marked').body.mark;
  const marks = (...given: Partial<typeof mark>[]) =>
    given.map((one) => makeEvent('pain.marked', { trialId, mark: { ...mark, ...one } }));

  test('has its onset and its limit apart, and an arc from and to', () => {
    const state = play(
      marks(
        {},
        { what: 'arc-from', angleDegrees: 75 },
        { what: 'arc-to', angleDegrees: 110 },
        { what: 'P2', angleDegrees: 130 },
      ),
      recorded,
    );
    expect(trialOf(state).pain.map(({ what, angleDegrees }) => [what, angleDegrees])).toEqual([
      ['P1', 70],
      ['arc-from', 75],
      ['arc-to', 110],
      ['P2', 130],
    ]);
  });

  test('marked again replaces the earlier mark, and a mark can be taken away', () => {
    const state = play(marks({}, { angleDegrees: 60, how: 'pause' }), recorded);
    expect(trialOf(state).pain).toMatchObject([{ angleDegrees: 60, how: 'pause' }]);
    const without = play([makeEvent('pain.unmarked', { trialId })], state);
    expect(trialOf(without).pain).toEqual([]);
    expect(refusal(without, makeEvent('pain.unmarked', { trialId }))).toBe('not-marked');
  });

  test('is marked while the trial is under way', () => {
    const armed = play([makeEvent('trial.armed', { trialId })], open);
    const state = play([...marks({}), makeEvent('trial.recorded', { trialId })], armed);
    expect(trialOf(state)).toMatchObject({ status: 'unreviewed', pain: [{ what: 'P1' }] });
  });
});

describe('a value by hand', () => {
  test('is entered with its method and counts at once', () => {
    expect(play([makeEvent('value.entered')], open).values).toMatchObject([
      { measure: 'hand-behind-back@1', method: 'by-eye', value: 3, takenBack: null },
    ]);
  });

  test.each([
    ['of an unknown measure', { measure: 'jaw-opening' }, 'unknown-measure'],
    ['out of its range', { value: 9 }, 'out-of-range'],
    ['by a method that is not its own', { method: 'tape' }, 'wrong-method'],
    ['without its side', { side: null }, 'wrong-side'],
  ] as const)('%s is refused', (_what, body, code) => {
    expect(refusal(open, makeEvent('value.entered', body))).toBe(code);
  });

  test('may stand beside the camera’s value of the same measurement, not of another', () => {
    const body = { measurementId: id(3), measure: 'shoulder-abduction@1', method: 'goniometer', value: 90 } as const;
    expect(refusal(recorded, makeEvent('value.entered', body))).toBeNull();
    expect(refusal(recorded, makeEvent('value.entered', { ...body, side: 'left' }))).toBe('other-measurement');
    expect(refusal(recorded, makeEvent('value.entered', { ...body, measure: 'elbow-flexion' }))).toBe(
      'other-measurement',
    );
  });

  test('is taken back with a reason and stays in the record', () => {
    const state = play([makeEvent('value.entered'), makeEvent('value.taken-back')], open);
    expect(state.values).toMatchObject([{ value: 3, takenBack: { reason: 'mistyped' } }]);
    expect(refusal(state, makeEvent('value.taken-back'))).toBe('already-taken-back');
  });
});
