import { EMPTY_STATE, type EncounterState, type EventType, next } from '@plumbline/shared/encounter';
import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { makeEvent, play } from '@plumbline/shared/testing';
import { describe, expect, test } from 'vitest';
import { DeviceRunner } from './device-runner.ts';
import { makeFrames } from './make-frames.ts';

const SET = '00000000-0000-4000-8000-00000000000a';
const TRIAL = '00000000-0000-4000-8000-00000000000b';

const squats = makeFrames([
  { idleMs: 2_000 },
  { id: 'squat', options: { repetitions: 4, tempo: '2-0-2-1' } },
  { idleMs: 1_500 },
]);
const raise = makeFrames([
  { idleMs: 3_000 },
  { id: 'shoulder-abduction', options: { side: 'right', repetitions: 2, tempo: '3-2-3-2' } },
  { idleMs: 2_000 },
]);
const open = play([makeEvent('patient.arrived'), makeEvent('patient.admitted')], EMPTY_STATE);
const counting = play([makeEvent('set.started', { setId: SET, exercise: 'squat' })], open);
const armed = play([makeEvent('trial.armed', { trialId: TRIAL, protocol: 'shoulder-abduction', side: 'right' })], open);

/** A device that forgets nothing but what it never saw. */
function makeDevice(start: EncounterState) {
  let state = start;
  const told: EventType[] = [];
  const disk = new Map<string, unknown>();
  const boot = () => {
    const runner: DeviceRunner = new DeviceRunner({
      async append(type, body) {
        const after = next(state, makeEvent(type, body as never), 'patient');
        if (!after.ok) throw new Error(after.code);
        told.push(type);
        state = after.state;
        runner.setState(state);
      },
      checkpoints: {
        save: async (setId, fold) => void disk.set(setId, structuredClone(fold)),
        load: async (setId) => (disk.get(setId) ?? null) as never,
        remove: async (setId) => void disk.delete(setId),
      },
      sendLive() {},
      onReading() {},
      device: 'patient-device',
      source: 'track',
      info: () => null,
    });
    runner.setState(state);
    return runner;
  };
  let runner = boot();
  return {
    told,
    get trial() {
      return state.trials[0];
    },
    get rows() {
      return state.sets[0]?.repetitions ?? [];
    },
    async see(frames: readonly LandmarkFrame[]): Promise<void> {
      await runner.settled();
      for (const frame of frames) {
        runner.onFrame(frame);
        await Promise.resolve();
      }
      await runner.settled();
    },
    /** As when the camera is changed: another source, another runner. */
    async changeCamera(): Promise<void> {
      runner.stop();
      await Promise.resolve();
      runner = boot();
      await runner.settled();
    },
  };
}

const later = (frames: readonly LandmarkFrame[], ms: number) =>
  frames.map((frame) => ({ ...frame, captureMs: frame.captureMs + ms }));
/** The picture of a phone that was turned: what was wide is high. */
const turned = (frames: readonly LandmarkFrame[]) =>
  frames.map((frame) => ({ ...frame, widthPx: frame.heightPx, heightPx: frame.widthPx }));
const at = (frames: readonly LandmarkFrame[], seconds: number) => {
  const cut = seconds * 15;
  return [frames.slice(0, cut), frames.slice(cut)] as const;
};
const LIFTING_S = 4.5;
const SQUATTING_S = 8;

describe('a trial whose movement was under way', () => {
  test.each([
    ['when the tab was in the background', (rest: LandmarkFrame[]) => later(rest, 8_000), 'interrupted'],
    ['when the phone was turned', (rest: LandmarkFrame[]) => turned(rest), 'camera-moved'],
  ] as const)('%s has no value, and says why', async (_when, after, why) => {
    const device = makeDevice(armed);
    const [before, rest] = at(raise, LIFTING_S);
    await device.see(before);
    await device.see(after([...rest]));
    expect(device.told).toEqual(['trial.recorded']);
    expect(device.trial).toMatchObject({ status: 'unreviewed', result: { valueDegrees: null } });
    expect(device.trial?.result?.refusals).toContain(why);
  });

  test('when the camera was changed has none either: the same trial is not begun again unseen', async () => {
    const device = makeDevice(armed);
    const [before, rest] = at(raise, LIFTING_S);
    await device.see(before);
    await device.changeCamera();
    await device.see(later(rest, 1_000));
    expect(device.told).toEqual(['trial.recorded']);
    expect(device.trial?.result?.refusals).toContain('interrupted');
  });
});

describe('a trial whose movement had not begun', () => {
  test.each([
    ['the tab was in the background', async () => {}, (rest: LandmarkFrame[]) => later(rest, 8_000)],
    [
      'the camera was changed',
      (device: ReturnType<typeof makeDevice>) => device.changeCamera(),
      (r: LandmarkFrame[]) => r,
    ],
    ['the phone was turned', async () => {}, (rest: LandmarkFrame[]) => turned(rest)],
  ] as const)('waits for it anew after %s', async (_what, happens, after) => {
    const device = makeDevice(armed);
    const [before, rest] = at(raise, 1);
    await device.see(before);
    await happens(device);
    await device.see(after([...rest]));
    expect(device.trial?.result?.valueDegrees).toBeGreaterThan(60);
  });
});

describe('in a set', () => {
  const whole = async () => {
    const device = makeDevice(counting);
    await device.see(squats);
    return device.rows.length;
  };

  test.each([
    ['the tab was in the background', async () => {}, (rest: LandmarkFrame[]) => later(rest, 8_000)],
    ['the phone was turned', async () => {}, (rest: LandmarkFrame[]) => turned(rest)],
    [
      'the camera was changed',
      (device: ReturnType<typeof makeDevice>) => device.changeCamera(),
      (r: LandmarkFrame[]) => r,
    ],
  ] as const)('the movement under way when %s is interrupted, the others count', async (_what, happens, after) => {
    const device = makeDevice(counting);
    const [before, rest] = at(squats, SQUATTING_S);
    await device.see(before);
    await happens(device);
    await device.see(after([...rest]));
    expect(device.rows.filter(({ validity }) => validity === 'interrupted')).toHaveLength(1);
    expect(device.rows.filter(({ validity }) => validity === 'complete').length).toBeGreaterThanOrEqual(
      (await whole()) - 1,
    );
  });

  test('a tab that slept between two movements interrupts none', async () => {
    const device = makeDevice(counting);
    const standing = device;
    await standing.see(squats.slice(0, 20));
    await standing.see(later(squats.slice(20), 60_000));
    expect(standing.rows.map(({ validity }) => validity)).toEqual(Array(4).fill('complete'));
  });
});
