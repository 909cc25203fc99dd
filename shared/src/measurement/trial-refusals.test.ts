import { describe, expect, test } from 'vitest';
import { POINT } from './landmarks.ts';
import type { FrameOptions } from './make-frame.ts';
import { framesOfTrial, playTrial, type TrialOptions } from './play-frames.ts';
import type { Refusal } from './results.ts';
import { readTrial } from './trial.ts';

/** One trunk length across the picture, as a fraction of its width. */
const TRUNK = (0.5 * 0.42) / (640 / 480);
/** The movement begins after 2.5 s; the arm is up from 4.3 s to 5.8 s. */
const MOVING_MS = 2_500;

const from = (fromMs: number, then: FrameOptions) => (atMs: number) => (atMs >= fromMs ? then : {});

function play(options: TrialOptions, id = 'shoulder-abduction') {
  return playTrial(id, framesOfTrial(id, options));
}

describe('no value, and the reason', () => {
  const cases: [string, Refusal, TrialOptions][] = [
    ['seen from the side', 'wrong-view', { change: () => ({ view: 'side-left' }) }],
    ['turned by 45°', 'wrong-view', { change: () => ({ yaw: 45 }) }],
    ['in the dark', 'too-dark', { change: () => ({ luma: 20 }) }],
    ['dark from the moment the arm is up', 'too-dark', { change: from(3_800, { luma: 20 }) }],
    ['six metres away', 'too-far', { change: () => ({ scale: 0.1 }) }],
    ['with the hand’s elbow out of the picture at the top', 'not-in-frame', { change: () => ({ scale: 0.6 }) }],
    [
      'with the elbow hidden once the arm moves',
      'joint-hidden',
      { change: from(3_300, { hidden: [POINT.leftElbow] }) },
    ],
    ['gone once the arm moves', 'no-person', { change: from(3_300, { empty: true }) }],
    [
      'with a stranger two trunk lengths away in the patient’s stead',
      'people-unclear',
      { change: from(3_000, { at: { x: 0.5 + 2 * TRUNK, y: 0.9 } }) },
    ],
    [
      'when the camera is pushed aside',
      'camera-moved',
      { change: from(3_300, { at: { x: 0.5 + 0.8 * TRUNK, y: 0.9 } }) },
    ],
    ['when the phone is turned upright', 'camera-moved', { change: from(3_300, { widthPx: 480, heightPx: 640 }) }],
    ['at 3 pictures a second', 'too-slow', { fps: 3 }],
    ['when the arm is not moved', 'no-movement', { reach: 4 }],
  ];

  test.each(cases)('%s: %s', (_, reason, options) => {
    const { result } = play(options);
    expect(result.refusals).toContain(reason);
    expect(result).toMatchObject({ valueDegrees: null, uncertaintyDegrees: null, peakMs: null });
  });

  test('a sagittal protocol from the front', () => {
    expect(play({ change: () => ({ view: 'front' }) }, 'knee-flexion').result.refusals).toEqual(['wrong-view']);
  });

  test('interrupted, though the arm was already up', () => {
    const { result } = playTrial('shoulder-abduction', framesOfTrial('shoulder-abduction', { stays: true }), {
      how: 'interrupted',
    });
    expect(result.valueDegrees).toBeNull();
    expect(result.refusals[0]).toBe('interrupted');
    expect(result.startDegrees).not.toBeNull();
  });

  test('a trial without a single frame', () => {
    expect(playTrial('knee-flexion', []).result).toMatchObject({
      valueDegrees: null,
      startMs: 0,
      endMs: 0,
      poseFps: 0,
    });
  });

  test('with the elbow hidden from the beginning, it is told', () => {
    expect(play({ change: () => ({ hidden: [POINT.leftElbow] }) }).result.refusals).toEqual(['joint-hidden']);
  });

  test('with nobody there from the beginning, it is told', () => {
    expect(play({ change: () => ({ empty: true }) }).result.refusals).toEqual(['no-person']);
  });
});

describe('a value all the same', () => {
  test.each<[string, TrialOptions]>([
    ['turned by 20°', { change: () => ({ yaw: 20 }) }],
    ['while a second person is in the picture', { change: () => ({ people: 2 }) }],
    [
      'though a stranger passes for 0.3 s',
      { change: (ms) => (ms > 2_900 && ms < 3_200 ? { at: { x: 0.9, y: 0.9 } } : {}) },
    ],
    [
      'though the elbow is hidden for a moment on the way',
      { change: (ms) => (ms > 3_000 && ms < 3_400 ? { hidden: [POINT.leftElbow] } : {}) },
    ],
    ['though the other arm is hidden', { change: () => ({ hidden: [POINT.rightElbow, POINT.rightWrist] }) }],
    ['at 5 pictures a second', { fps: 5 }],
  ])('%s', (_, options) => {
    const { result } = play(options);
    expect(result.refusals).toEqual([]);
    expect(Math.abs((result.valueDegrees ?? 0) - 136)).toBeLessThan(3);
  });

  test('who leans is told so with the value', () => {
    const { result } = play({ change: from(3_300, { trunkSideBend: -15 }) });
    expect(result.valueDegrees).not.toBeNull();
    expect(result.findings).toEqual([{ code: 'trunk-lean', degrees: expect.closeTo(15, 0) as number }]);
  });

  test('has a wider ± off the plane', () => {
    const [straight, turned] = [0, 25].map((yaw) => play({ change: () => ({ yaw }) }).result.uncertaintyDegrees ?? 0);
    expect(turned).toBeGreaterThan(straight ?? 999);
  });
});

describe('before the movement', () => {
  test('ready and still begin again when somebody else stands there', () => {
    const { steps, result } = play({ change: (ms) => (ms < 1_000 ? { at: { x: 0.5 - 2 * TRUNK, y: 0.9 } } : {}) });
    expect(steps.slice(0, 4)).toEqual(['get-ready', 'hold-still', 'get-ready', 'hold-still']);
    expect(result.refusals).toEqual([]);
  });

  test('what cannot be seen is shown at once, and no angle with it', () => {
    const [frame] = framesOfTrial('shoulder-abduction', { change: () => ({ hidden: [POINT.leftElbow] }) });
    const { fold } = playTrial('shoulder-abduction', frame ? [frame] : []);
    expect(readTrial(fold)).toMatchObject({ refusals: ['joint-hidden'], angleDegrees: null, uncertaintyDegrees: null });
  });

  test('one glimpse of a person is not ready: it takes 0.6 s', () => {
    const frames = framesOfTrial('shoulder-abduction', { change: (ms) => ({ empty: ms < MOVING_MS - 1_000 }) });
    const seen = frames.filter(({ captureMs }) => captureMs < 1_000 + MOVING_MS - 900);
    expect(playTrial('shoulder-abduction', seen).steps).toEqual(['get-ready']);
  });
});
