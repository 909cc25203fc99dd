import { describe, expect, test } from 'vitest';
import { makeEvent, play } from './make-event.ts';
import { next } from './next.ts';
import type { Party } from './parties.ts';
import { EMPTY_STATE, type EncounterState, upcastState } from './state.ts';
import { timedValue, wasModified } from './timed.ts';

const T0 = makeEvent('timed.went').happenedAt.serverMs;
const GO = makeEvent('timed.went').body.goMs;
/** The server's time so many ms after "Go". */
const after = (ms: number) => ({ happenedAt: { ...makeEvent('timed.went').happenedAt, serverMs: T0 + ms } });

const open = play([makeEvent('patient.arrived'), makeEvent('patient.admitted')]);
const armed = play([makeEvent('timed.armed')], open);
const called = play([makeEvent('timed.called')], armed);
const running = play([makeEvent('timed.went')], called);
const recorded = play([makeEvent('timed.recorded')], running);
const only = (state: EncounterState) => state.timed[0]!;

const walking = {
  test: 'timed-up-and-go@1',
  conditions: ['seat-46-cm', 'taped-3-m', 'second-person', 'usual-shoes'],
} as const;
const upAndGo = play(
  [
    makeEvent('timed.armed', { ...walking, conditions: [...walking.conditions] }),
    makeEvent('timed.called'),
    makeEvent('timed.went'),
  ],
  open,
);

const refusal = (state: EncounterState, event: Parameters<typeof next>[1], by: Party = 'therapist') => {
  const result = next(state, event, by);
  return result.ok ? null : result.code;
};

test('a timed test goes from its conditions over “Go” to one result and a decision', () => {
  const accepted = play([makeEvent('timed.accepted')], recorded);
  expect([armed, called, running, recorded, accepted].map((state) => only(state).status)).toEqual([
    'armed',
    'called',
    'running',
    'unreviewed',
    'accepted',
  ]);
  expect([running.active, recorded.active]).toEqual([{ kind: 'timed', testId: only(running).testId }, null]);
});

describe('a test is not begun', () => {
  test.each([
    ['that nobody knows', { test: 'plank@1' }, 'unknown-test'],
    ['without the chair against a wall', { conditions: ['arms-crossed'] }, 'condition-missing'],
    ['alone, where it walks', { ...walking, conditions: ['taped-3-m'] }, 'condition-missing'],
    ['without the falls screen, where it walks', { ...walking, falls: 'not-asked' }, 'falls-not-asked'],
    ['alone, by whoever may fall', { falls: 'risk' }, 'condition-missing'],
    ['with a side that it has not', { side: 'left' }, 'side'],
    ['without the leg that stands', { test: 'single-leg-stance@1', conditions: ['support-in-reach'] }, 'side'],
  ] as const)('%s', (_what, body, code) => {
    expect(refusal(open, makeEvent('timed.armed', body as never))).toBe(code);
  });

  test.each([
    ['while another runs', running],
    ['while a set runs', play([makeEvent('set.started')], open)],
  ])('%s', (_while, state) => {
    expect(refusal(state, makeEvent('timed.armed', { testId: '00000000-0000-4000-8000-00000000000b' }))).toBe('busy');
  });

  test('after STOP', () => {
    expect(refusal(play([makeEvent('stop.pressed')], open), makeEvent('timed.armed'))).toBe('stopped');
  });
});

describe('“Go”', () => {
  test('before the therapist asked for it is refused', () => {
    expect(refusal(armed, makeEvent('timed.went'), 'patient')).toBe('not-called');
  });

  test('is said once', () => {
    expect(refusal(running, makeEvent('timed.went'), 'patient')).toBe('already-begun');
    expect(refusal(running, makeEvent('timed.called'))).toBe('already-begun');
  });

  test('can be asked for again while the device has not said it', () => {
    expect(only(play([makeEvent('timed.called', {}, after(9_000))], called)).calledAtMs).toBe(T0 + 9_000);
  });

  test('is the patient’s device’s to say', () => {
    expect(refusal(called, makeEvent('timed.went'), 'therapist')).toBe('not-yours');
  });
});

describe('a result', () => {
  test('before “Go” is refused', () => {
    expect(refusal(called, makeEvent('timed.recorded'), 'patient')).toBe('not-begun');
    expect(refusal(called, makeEvent('timed.ended'))).toBe('not-begun');
  });

  test('is recorded once, whoever is first', () => {
    expect(refusal(recorded, makeEvent('timed.recorded'), 'patient')).toBe('already-recorded');
    const keyed = play([makeEvent('timed.ended', { how: 'seated-again' }, after(11_000))], upAndGo);
    expect(refusal(keyed, makeEvent('timed.recorded'), 'patient')).toBe('already-recorded');
    expect(only(keyed).result).toMatchObject({ timedBy: 'therapist', endedBy: 'seated-again' });
  });

  test('by the key is dated back from the frame on the screen, however late that came', () => {
    const ended = makeEvent('timed.ended', { how: 'seated-again', shownMs: GO + 10_000 }, after(11_200));
    expect(only(play([ended], upAndGo)).result).toMatchObject({ value: 9.55, uncertaintySeconds: 0.25 });
  });

  test.each([
    ['without a picture', null],
    ['when the picture stands still', GO + 2_000],
  ])('by the key %s goes by the server’s time, with the wider ± of both clocks', (_when, shownMs) => {
    const ended = makeEvent('timed.ended', { how: 'seated-again', shownMs }, after(11_000));
    expect(only(play([ended], upAndGo)).result).toMatchObject({ value: 10.55, uncertaintySeconds: 0.29 });
  });

  test('by the key is only of an end that the test has', () => {
    expect(refusal(running, makeEvent('timed.ended', { how: 'seated-again' }))).toBe('other-end');
  });
});

describe('a stance', () => {
  const standing = play(
    [
      makeEvent('timed.armed', { test: 'single-leg-stance@1', side: 'left', conditions: ['support-in-reach'] }),
      makeEvent('timed.called'),
      makeEvent('timed.went'),
    ],
    open,
  );
  const touch = (ms: number) => makeEvent('timed.ended', { how: 'hand-support', shownMs: GO + ms }, after(ms));

  test('is timed from lift-off, and has no time where nobody saw the foot leave', () => {
    const lifted = play([makeEvent('timed.lifted', { liftedMs: GO + 2_000 })], standing);
    expect(only(play([touch(12_450)], lifted)).result?.value).toBe(10);
    expect(only(play([touch(12_450)], standing)).result?.value).toBeNull();
  });

  test('that the therapist began and ended has the ± of both keys', () => {
    const lifted = play([makeEvent('timed.lifted', { liftedMs: null, shownMs: GO + 2_000 }, after(2_000))], standing);
    expect(only(play([touch(12_000)], lifted)).result).toMatchObject({ value: 10, uncertaintySeconds: 0.5 });
  });

  test('lasts no longer than its limit', () => {
    const lifted = play([makeEvent('timed.lifted', { liftedMs: GO })], standing);
    expect(only(play([touch(80_000)], lifted)).result?.value).toBe(45);
  });

  test('has one lift-off', () => {
    const lift = makeEvent('timed.lifted');
    expect(refusal(play([lift], standing), lift, 'patient')).toBe('already-lifted');
    expect(refusal(running, lift, 'patient')).toBe('starts-at-go');
  });
});

describe('a test that is broken off', () => {
  const reload = makeEvent('timed.recorded', {
    result: { ...makeEvent('timed.recorded').body.result, value: null, endedBy: 'interrupted' },
  });

  test.each([
    ['by STOP', [makeEvent('stop.pressed')]],
    ['by the therapist', [makeEvent('timed.ended')]],
    ['by a reload of the device', [reload]],
    ['by the end of the visit', [makeEvent('visit.ended')]],
    ['by a lost line, told by both', [makeEvent('stop.pressed'), makeEvent('stop.pressed')]],
  ] as const)('%s is one interrupted row without a value, and a late result adds nothing', (_how, events) => {
    const broken = play(events, running);
    expect(broken.timed).toHaveLength(1);
    expect([only(broken).status, timedValue(only(broken)), broken.active]).toEqual(['interrupted', null, null]);
    for (const event of [makeEvent('timed.recorded'), reload]) {
      expect(refusal(broken, event, 'patient')).toBe('already-recorded');
    }
    expect(refusal(broken, makeEvent('timed.accepted'))).toBe('interrupted');
  });

  test.each([armed, called])('before “Go” was none', (state) => {
    for (const event of [makeEvent('stop.pressed'), makeEvent('timed.cancelled')]) {
      expect(only(play([event], state))).toMatchObject({ status: 'cancelled', result: null });
    }
  });

  test('is not begun again by “Go on” after STOP', () => {
    const on = play([makeEvent('stop.pressed'), makeEvent('stop.resolved', { choice: 'resume' })], running);
    expect([on.active, only(on).status]).toEqual([null, 'interrupted']);
  });
});

describe('the therapist', () => {
  test('marks what was done otherwise, and takes it back', () => {
    const modified = play([makeEvent('timed.modified')], recorded);
    expect([wasModified(only(recorded)), wasModified(only(modified))]).toEqual([false, true]);
    expect(play([makeEvent('timed.modified', { modifications: [] })], modified)).toEqual(recorded);
    expect(refusal(recorded, makeEvent('timed.modified', { modifications: ['walking-aid'] }))).toBe(
      'other-modification',
    );
  });

  test('voids it with a reason; the record stays, and accepting takes the void back', () => {
    const voided = play([makeEvent('timed.voided')], recorded);
    expect(only(voided)).toMatchObject({ status: 'voided', voidReason: 'disturbed', result: { value: 12 } });
    expect(only(play([makeEvent('timed.accepted')], voided))).toMatchObject({ status: 'accepted', voidReason: null });
  });

  test('may void after the visit, but not accept what has no value', () => {
    const ended = play([makeEvent('visit.ended')], recorded);
    expect(only(play([makeEvent('timed.voided')], ended)).status).toBe('voided');
    const none = { ...makeEvent('timed.recorded').body.result, value: null, endedBy: 'key' as const };
    const empty = play([makeEvent('timed.recorded', { result: none })], running);
    expect(refusal(empty, makeEvent('timed.accepted'))).toBe('no-value');
    expect(only(play([makeEvent('timed.amended'), makeEvent('timed.accepted')], empty)).status).toBe('accepted');
  });

  test('amends the count beside the recorded one', () => {
    const amended = play([makeEvent('timed.amended')], recorded);
    expect([timedValue(only(amended)), only(amended).result?.value]).toEqual([13, 12]);
    const back = makeEvent('timed.amended', { value: null, reason: 'taken-back' });
    expect(play([back], amended)).toEqual(recorded);
    expect(refusal(recorded, makeEvent('timed.amended', { value: 12.5 }))).toBe('not-a-count');
  });
});

test('a state from before there were timed tests has none', () => {
  const { timed: _, ...old } = EMPTY_STATE;
  expect(upcastState(old as EncounterState).timed).toEqual([]);
});
