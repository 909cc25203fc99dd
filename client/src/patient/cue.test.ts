import type { LiveReading } from '@plumbline/shared/measurement';
import { makeEvent, play } from '@plumbline/shared/testing';
import { describe, expect, test } from 'vitest';
import { cueFor, cueKey, measuringNow, shouldSay } from './cue.ts';

const open = play([makeEvent('patient.arrived'), makeEvent('patient.admitted')]);
const trial = play([makeEvent('trial.armed', { protocol: 'shoulder-abduction', side: 'right' })], open);
const squats = play([makeEvent('set.started')], open);

function makeReading(change: Partial<LiveReading> = {}): LiveReading {
  return {
    captureMs: 0,
    angleDegrees: null,
    uncertaintyDegrees: null,
    refusals: [],
    count: 0,
    step: 'get-ready',
    progress: null,
    ...change,
  };
}

const keyFor = (...args: Parameters<typeof cueFor>) => {
  const cue = cueFor(...args);
  return cue && cueKey(cue);
};

describe('the cue', () => {
  test('is none while nothing is asked', () => {
    expect(cueFor(open, makeReading())).toBeNull();
  });

  test('leads to where they stood last time before they get ready, what the camera cannot see first', () => {
    const likeLast = { likeness: 0.2, cue: 'closer' } as const;
    expect(keyFor(trial, makeReading({ likeLast }))).toBe('setUp.closer');
    expect(keyFor(trial, makeReading({ likeLast, refusals: ['not-in-frame'] }))).toBe('refusal.not-in-frame');
    expect(keyFor(trial, makeReading({ likeLast: { likeness: 0.8, cue: null } }))).toBe('trial.ready');
  });

  test('says which way to turn, where only turning mends it', () => {
    const refusals = ['wrong-view'] as const;
    const turned = { likeness: 0, cue: 'turn-left' } as const;
    expect(keyFor(trial, makeReading({ refusals, likeLast: turned }))).toBe('setUp.turn-left');
    expect(keyFor(trial, makeReading({ refusals, likeLast: { ...turned, cue: 'closer' } }))).toBe('refusal.wrong-view');
  });

  test.each([
    ['get-ready', 'trial.ready'],
    ['hold-still', 'trial.still'],
    ['move', 'move.shoulder-abduction'],
    ['hold-end', 'trial.hold'],
    ['done', 'trial.done'],
  ] as const)('of a trial at %s is %s', (step, key) => {
    expect(keyFor(trial, makeReading({ step }))).toBe(key);
  });

  test('tells what to mend first, before anything else', () => {
    expect(keyFor(trial, makeReading({ step: 'move', refusals: ['too-dark', 'not-in-frame'] }))).toBe(
      'refusal.not-in-frame',
    );
  });

  test('does not stop a set for a view in which it still counts', () => {
    expect(keyFor(squats, makeReading({ refusals: ['wrong-view'] }))).toBe('exercise.squat');
    expect(keyFor(squats, makeReading({ refusals: ['no-person'] }))).toBe('refusal.no-person');
  });

  test('says which one is the last', () => {
    const two = play(
      [
        makeEvent('set.started', { dosage: { repetitions: 2, tempo: null, targetDegrees: null } }),
        makeEvent('repetition.recorded'),
      ],
      open,
    );
    expect(keyFor(two, makeReading({ step: 'moving' }))).toBe('set.last');
  });

  test.each([
    ['loading', 'wait.loading', 'wait.loading'],
    ['cannot', 'wait.cannot', 'exercise.squat'],
    ['no-camera', 'wait.no-camera', 'exercise.squat'],
    ['running', 'trial.ready', 'exercise.squat'],
  ] as const)('while the measuring is %s is %s in a trial, %s in a set', (measuring, inTrial, inSet) => {
    expect(keyFor(trial, null, measuring)).toBe(inTrial);
    expect(keyFor(squats, null, measuring)).toBe(inSet);
  });

  test('says when the target is reached', () => {
    const one = play(
      [
        makeEvent('set.started', { dosage: { repetitions: 1, tempo: null, targetDegrees: null } }),
        makeEvent('repetition.recorded'),
      ],
      open,
    );
    expect(keyFor(one, makeReading({ step: 'moving' }))).toBe('set.reached');
  });
});

describe('in a timed test', () => {
  const armed = play([makeEvent('timed.armed')], open);
  const called = play([makeEvent('timed.called')], armed);
  const running = play([makeEvent('timed.went')], called);
  test.each([
    ['how to get ready', armed, 'timed.ready.chair-stand-30s@1'],
    ['“Ready”', called, 'timed.steady.chair-stand-30s@1'],
    ['the task', running, 'timed.go.chair-stand-30s@1'],
  ] as const)('the patient is told %s', (_what, state, key) => {
    expect(keyFor(state, makeReading())).toBe(key);
  });

  test('what is to be mended is told before “Ready”, never while the clock runs', () => {
    const hidden = makeReading({ refusals: ['not-in-frame'] });
    expect([armed, called, running].map((state) => keyFor(state, hidden))).toEqual([
      'refusal.not-in-frame',
      'timed.steady.chair-stand-30s@1',
      'timed.go.chair-stand-30s@1',
    ]);
  });
});

describe('the device', () => {
  const camera = { phase: 'open', video: {} } as const;
  const none = { phase: 'open', video: null } as const;
  const failed = (retryInMs: number | null) =>
    ({ kind: 'failed', code: 'engine-failed', detail: '', retryInMs }) as const;
  test.each([
    ['running', camera, { kind: 'running' }],
    ['loading', camera, { kind: 'loading', progress: 0.4 }],
    ['loading', { phase: 'opening', video: null }, { kind: 'idle' }],
    ['loading', camera, failed(5_000)],
    ['cannot', camera, failed(null)],
    ['no-camera', none, { kind: 'idle' }],
  ] as const)('is %s', (expected, devices, pose) => {
    expect(measuringNow(devices, pose)).toBe(expected);
  });
});

describe('the voice', () => {
  const said = { key: 'trial.still', atMs: 0 };
  test.each([
    ['speaks at once', null, 'trial.still', 0, true],
    ['does not interrupt itself', said, 'move.x', 1000, false],
    ['says the next thing after a pause', said, 'move.x', 2600, true],
    ['does not repeat an instruction', said, 'trial.still', 60_000, false],
    [
      'repeats what is to be mended, now and then',
      { key: 'refusal.no-person', atMs: 0 },
      'refusal.no-person',
      9_500,
      true,
    ],
  ] as const)('%s', (_what, before, key, nowMs, expected) => {
    expect(shouldSay(key, before, nowMs)).toBe(expected);
  });
});
