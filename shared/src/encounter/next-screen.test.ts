import { describe, expect, test } from 'vitest';
import { makeEvent, play } from './make-event.ts';
import { next } from './next.ts';
import { nextInScreen } from './screen.ts';
import { type EncounterState, upcastState } from './state.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const screenId = id(1);
const open = play([makeEvent('patient.arrived'), makeEvent('patient.admitted')]);
const started = play([makeEvent('screen.started', { trialsPerStep: 2 })], open);
const sample = makeEvent('trial.recorded').body.result;

function arm(n: number, step: number) {
  const side = step === 0 ? ('left' as const) : ('right' as const);
  const wanted = { protocol: 'shoulder-abduction@1', side, screen: { screenId, step } };
  return makeEvent('trial.armed', { trialId: id(n), measurementId: id(100 + step), ...wanted });
}
const record = (n: number, valueDegrees: number | null = 92) =>
  makeEvent('trial.recorded', { trialId: id(n), result: { ...sample, valueDegrees } });
const trial = (n: number, step: number, value: number | null = 92) => [arm(n, step), record(n, value)];
const whole = play([...trial(10, 0), ...trial(11, 0), ...trial(12, 1), ...trial(13, 1)], started);

const asked = (state: EncounterState) => nextInScreen(state.screens[0]!, state.trials);
const refusal = (state: EncounterState, event: Parameters<typeof next>[1]) => {
  const after = next(state, event, 'therapist');
  return after.ok ? null : after.code;
};

describe('a screen asks', () => {
  test('for the trials of one step after those of the other, and then for nothing', () => {
    const asks = [asked(started)];
    for (const n of [10, 11, 12]) {
      const state = play(
        [10, 11, 12].filter((one) => one <= n).flatMap((one) => trial(one, one === 12 ? 1 : 0)),
        started,
      );
      asks.push(asked(state));
    }
    expect([...asks, asked(whole)]).toEqual([
      { step: 0, trial: 1 },
      { step: 0, trial: 2 },
      { step: 1, trial: 1 },
      { step: 1, trial: 2 },
      null,
    ]);
  });

  test('once more for what was not seen, but not for ever', () => {
    const once = play(trial(10, 0, null), started);
    const twice = play(trial(11, 0, null), once);
    expect([asked(once), asked(twice)]).toEqual([
      { step: 0, trial: 1 },
      { step: 1, trial: 1 },
    ]);
  });

  test('not for a step that was skipped; what it has recorded stays', () => {
    const state = play([...trial(10, 0), arm(11, 0), makeEvent('screen.skipped', { screenId, step: 0 })], started);
    expect(asked(state)).toEqual({ step: 1, trial: 1 });
    expect(state).toMatchObject({ active: null, trials: [{ status: 'unreviewed' }, { status: 'cancelled' }] });
  });

  test('anew for a step that is to be repeated', () => {
    const state = play([makeEvent('screen.repeated', { screenId, step: 0 })], whole);
    expect(asked(state)).toEqual({ step: 0, trial: 1 });
    expect(state.trials.map(({ status }) => status)).toEqual(['declined', 'declined', 'unreviewed', 'unreviewed']);
  });
});

describe('a running screen', () => {
  test('lets nothing else begin', () => {
    expect(refusal(started, makeEvent('set.started'))).toBe('busy');
    expect(refusal(started, makeEvent('trial.armed', { trialId: id(20) }))).toBe('busy');
    expect(refusal(started, makeEvent('screen.started', { screenId: id(30) }))).toBe('busy');
  });

  test('takes only trials of its own steps', () => {
    const event = arm(10, 1);
    expect(refusal(started, { ...event, body: { ...event.body, side: 'left' } })).toBe('other-step');
  });

  test('asks for nothing while it is paused, and the trial under way is cancelled', () => {
    const paused = play([arm(10, 0), makeEvent('screen.paused')], started);
    expect(paused).toMatchObject({ active: null, screens: [{ status: 'paused' }], trials: [{ status: 'cancelled' }] });
    expect(refusal(paused, arm(11, 0))).toBe('screen-not-running');
    expect(refusal(play([makeEvent('screen.resumed')], paused), arm(11, 0))).toBeNull();
  });

  test('is paused by STOP and goes on only when the stop is resolved so', () => {
    const stopped = play([arm(10, 0), makeEvent('stop.pressed')], started);
    expect(stopped.screens).toMatchObject([{ status: 'paused' }]);
    const statusAfter = (choice: 'resume' | 'end-set') =>
      play([makeEvent('stop.resolved', { choice })], stopped).screens[0]?.status;
    expect([statusAfter('resume'), statusAfter('end-set')]).toEqual(['running', 'ended']);
  });

  test('of high irritability has one trial a step', () => {
    expect(refusal(open, makeEvent('screen.started', { irritable: true, trialsPerStep: 2 }))).toBe('one-trial-only');
  });
});

describe('one acceptance', () => {
  const all = whole.trials.map(({ trialId }) => trialId);

  test('keeps every value that was on the screen', () => {
    const state = play([makeEvent('screen.accepted', { trialIds: all })], whole);
    expect(state.trials.every(({ status }) => status === 'kept')).toBe(true);
    expect(state.screens).toMatchObject([{ status: 'accepted' }]);
  });

  test('leaves a value that came in meanwhile unreviewed, and declines what was not seen', () => {
    const state = play([...trial(10, 0), ...trial(11, 0, null), ...trial(12, 1)], started);
    const accepted = play([makeEvent('screen.accepted', { trialIds: [id(10)] })], state);
    expect(accepted.trials.map(({ status }) => status)).toEqual(['kept', 'declined', 'unreviewed']);
  });

  test.each([
    ['of a trial of another screen', [id(77)], 'unknown-trial'],
    ['of what has no value', [id(14)], 'no-value'],
  ] as const)('%s is refused', (_what, trialIds, code) => {
    const state = play([makeEvent('screen.repeated', { step: 1 }), ...trial(14, 1, null)], whole);
    expect(refusal(state, makeEvent('screen.accepted', { trialIds: [...trialIds] }))).toBe(code);
  });

  test('waits until the movement under way is over, and comes once', () => {
    const moving = play([makeEvent('screen.repeated', { step: 1 }), arm(14, 1)], whole);
    expect(refusal(moving, makeEvent('screen.accepted'))).toBe('busy');
    const accepted = play([makeEvent('screen.accepted', { trialIds: all })], whole);
    expect(refusal(accepted, makeEvent('screen.accepted'))).toBe('already-accepted');
  });

  test('may come after the end of the visit; until then the values are recorded and move nothing', () => {
    const ended = play([makeEvent('visit.ended')], whole);
    expect(ended.trials.every(({ status }) => status === 'unreviewed')).toBe(true);
    expect(play([makeEvent('screen.accepted', { trialIds: all })], ended).trials[0]?.status).toBe('kept');
  });
});

describe('high irritability', () => {
  const irritable = { irritable: true, measurementId: id(9) };
  const first = play([makeEvent('trial.armed', { trialId: id(10), ...irritable }), record(10)], open);

  test('gives a measurement one trial', () => {
    expect(refusal(first, makeEvent('trial.armed', { trialId: id(11), ...irritable }))).toBe('one-trial-only');
  });

  test('lets it be done again where it was declined or not seen', () => {
    const declined = play([makeEvent('trial.declined', { trialId: id(10) })], first);
    expect(refusal(declined, makeEvent('trial.armed', { trialId: id(11), ...irritable }))).toBeNull();
  });
});

test('a state that was stored before any of this is read with nothing of it in it', () => {
  const { values: _v, screens: _s, ...stored } = play([makeEvent('set.started')], open);
  const { struck: _st, added: _a, ...set } = stored.sets[0]!;
  const old = JSON.parse(JSON.stringify({ ...stored, sets: [set] })) as EncounterState;
  expect(upcastState(old)).toEqual(play([makeEvent('set.started')], open));
});
