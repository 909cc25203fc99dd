import { EMPTY_STATE, type EncounterState, type EventType, next } from '@plumbline/shared/encounter';
import {
  createSet,
  decodeFrames,
  foldSet,
  type LandmarkFrame,
  type SetUp,
  setUpIn,
} from '@plumbline/shared/measurement';
import { findExercise } from '@plumbline/shared/programme';
import { makeEvent, play } from '@plumbline/shared/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Checkpoints } from './checkpoints.ts';
import { resume } from './continuation.ts';
import { DeviceRunner } from './device-runner.ts';
import { makeFrames } from './make-frames.ts';

const SET = '00000000-0000-4000-8000-00000000000a';
const TRIAL = '00000000-0000-4000-8000-00000000000b';

const squats = makeFrames([
  { idleMs: 2_000 },
  { id: 'squat', options: { repetitions: 4, tempo: '1-0-1-1' } },
  { idleMs: 1_500 },
]);

const open = play([makeEvent('patient.arrived'), makeEvent('patient.admitted')], EMPTY_STATE);
const counting = play([makeEvent('set.started', { setId: SET, exercise: 'squat' })], open);

/** A patient's device: its state, its disk, and a runner that is replaced at every reload. */
function makeDevice(start: EncounterState) {
  const disk = new Map<string, unknown>();
  const checkpoints: Checkpoints = {
    save: async (setId, fold) => void disk.set(setId, structuredClone(fold)),
    load: async (setId) => (structuredClone(disk.get(setId)) ?? null) as never,
    remove: async (setId) => void disk.delete(setId),
  };
  const told: { type: EventType; outcome: string }[] = [];
  const live: Uint8Array[] = [];
  let state = start;
  let runner = boot();

  function boot(): DeviceRunner {
    const booted: DeviceRunner = new DeviceRunner({
      async append(type, body) {
        const after = next(state, makeEvent(type, body as never), 'patient');
        told.push({ type, outcome: after.ok ? 'applied' : after.code });
        if (after.ok) state = after.state;
        if (runner === booted) booted.setState(state);
      },
      checkpoints,
      sendLive: (bytes) => live.push(bytes),
      onReading() {},
      device: 'patient-device',
      source: 'track',
      info: () => null,
    });
    booted.setState(state);
    return booted;
  }

  return {
    told,
    live,
    disk,
    get state() {
      return state;
    },
    get rows() {
      return state.sets[0]?.repetitions ?? [];
    },
    settle: () => runner.settled(),
    async see(frames: readonly LandmarkFrame[]): Promise<void> {
      await runner.settled();
      for (const frame of frames) {
        runner.onFrame(frame);
        await Promise.resolve();
      }
      await runner.settled();
    },
    async hear(event: ReturnType<typeof makeEvent>): Promise<void> {
      state = play([event], state);
      runner.setState(state);
      await runner.settled();
      await runner.settled();
    },
    reload(): void {
      runner = boot();
    },
  };
}

describe('a set on the device', () => {
  test('has a row for each repetition, told as soon as its end is seen', async () => {
    const device = makeDevice(counting);
    await device.see(squats);
    expect(device.rows.map(({ index, validity }) => [index, validity])).toEqual(
      [1, 2, 3, 4].map((index) => [index, 'complete']),
    );
  });

  test('is the same after a reload at any moment: nothing complete is lost or doubled, the one under way is interrupted', async () => {
    const undisturbed = makeDevice(counting);
    await undisturbed.see(squats);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: squats.length - 1 }), async (cut) => {
        const device = makeDevice(counting);
        await device.see(squats.slice(0, cut));
        const before = device.rows;
        device.reload();
        await device.see(squats.slice(cut));
        const { rows } = device;
        expect(device.told.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'applied'));
        expect(rows.slice(0, before.length)).toEqual(before);
        expect(rows.map(({ index }) => index)).toEqual(rows.map((_, i) => i + 1));
        expect(rows.filter(({ validity }) => validity === 'interrupted').length).toBeLessThanOrEqual(1);
        const complete = rows.filter(({ validity }) => validity === 'complete');
        expect(complete.length).toBeGreaterThanOrEqual(undisturbed.rows.length - 1);
        expect(complete.length).toBeLessThanOrEqual(undisturbed.rows.length);
        for (const [i, row] of rows.entries()) {
          expect(row.startMs).toBeGreaterThanOrEqual((rows[i - 1]?.endMs ?? 0) - 1);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('stores a row that was counted but not yet written down when the page went away', () => {
    const exercise = findExercise('squat');
    if (!exercise) throw new Error('no squat');
    const fresh = createSet(exercise);
    const saved = squats.reduce(foldSet, fresh);
    const stored = saved.ledger.slice(0, 2);
    const resumed = resume(fresh, { repetitions: structuredClone(stored) as never }, saved);
    expect(resumed.ledger.map(({ index }) => index)).toEqual([1, 2, 3, 4]);
  });

  test('stops with STOP: the movement under way is interrupted; resumed, it goes on counting', async () => {
    const first = makeDevice(counting);
    await first.see(squats);
    const turning = first.rows[1]?.peakMs ?? 0;
    const cut = squats.findIndex((frame) => frame.captureMs + performance.timeOrigin > turning);
    const device = makeDevice(counting);
    await device.see(squats.slice(0, cut));
    await device.hear(makeEvent('stop.pressed'));
    expect(device.rows.map(({ validity }) => validity)).toEqual(['complete', 'interrupted']);
    expect(device.disk.size).toBe(0);
    await device.hear(makeEvent('stop.resolved', { choice: 'resume' }));
    await device.see(squats.slice(cut));
    expect(device.rows.filter(({ validity }) => validity === 'complete').length).toBeGreaterThanOrEqual(3);
    expect(device.told.every(({ outcome }) => outcome === 'applied')).toBe(true);
  });

  test('sends every frame with what the patient sees', async () => {
    const device = makeDevice(counting);
    await device.see(squats);
    expect(device.live).toHaveLength(squats.length);
    const readings = device.live.map((bytes) => decodeFrames(bytes)[0]?.reading);
    expect(readings.at(-1)?.count).toBe(4);
    expect(Math.max(...device.live.map((bytes) => bytes.length))).toBeLessThan(300);
  });
});

describe('a trial on the device', () => {
  const raise = makeFrames([
    { idleMs: 3_000 },
    { id: 'shoulder-abduction', options: { side: 'right', repetitions: 2, tempo: '3-2-3-2' } },
    { idleMs: 2_000 },
  ]);
  const armed = play(
    [makeEvent('trial.armed', { trialId: TRIAL, protocol: 'shoulder-abduction', side: 'right' })],
    open,
  );

  test('is told once, with its value and where that came from', async () => {
    const device = makeDevice(armed);
    await device.see(raise);
    expect(device.told).toEqual([{ type: 'trial.recorded', outcome: 'applied' }]);
    expect(device.state.trials[0]).toMatchObject({ status: 'unreviewed', provenance: { source: 'track' } });
    expect(device.state.trials[0]?.result?.valueDegrees).toBeGreaterThan(60);
  });

  describe('where the patient was measured before', () => {
    const here = setUpIn(raise[0] as LandmarkFrame) as SetUp;
    const armedAfter = (lastSetUp: SetUp) =>
      play(
        [makeEvent('trial.armed', { trialId: TRIAL, protocol: 'shoulder-abduction', side: 'right', lastSetUp })],
        open,
      );
    const readings = ({ live }: ReturnType<typeof makeDevice>) => live.map((bytes) => decodeFrames(bytes)[0]?.reading);

    test('begins at once for who stands as then, and no more is said of it once it has begun', async () => {
      const device = makeDevice(armedAfter(here));
      await device.see(raise);
      expect(device.told).toHaveLength(1);
      expect(readings(device)[1]?.likeLast).toEqual({ likeness: 1, cue: null });
      const begun = readings(device).filter((reading) => reading?.step !== 'get-ready');
      expect(begun.every((reading) => reading?.likeLast === undefined)).toBe(true);
    });

    test('waits a while for who stands elsewhere, and says what mends it', async () => {
      const device = makeDevice(armedAfter({ ...here, x: here.x + 0.3 }));
      await device.see(raise.slice(0, 45));
      expect(readings(device).at(-1)).toMatchObject({ step: 'get-ready', likeLast: { likeness: 0, cue: 'left' } });
      const undisturbed = makeDevice(armed);
      await undisturbed.see(raise.slice(0, 45));
      expect(readings(undisturbed).at(-1)?.step).not.toBe('get-ready');
    });
  });

  test('that is cancelled tells nothing', async () => {
    const device = makeDevice(armed);
    await device.see(raise.slice(0, 60));
    await device.hear(makeEvent('trial.cancelled', { trialId: TRIAL }));
    await device.see(raise.slice(60));
    expect(device.told).toEqual([]);
  });
});

describe('a timed test on the device', () => {
  const stands = makeFrames([
    { idleMs: 500 },
    { id: 'sit-to-stand', options: { repetitions: 20, tempo: '1-0-1-0', leadInMs: 2_000 } },
  ]);
  const GO_MS = 4_000;
  const go = makeEvent('timed.went', { goMs: performance.timeOrigin + GO_MS });
  const armed = play([makeEvent('timed.armed'), makeEvent('timed.called')], open);
  const [before, after] = [
    stands.filter(({ captureMs }) => captureMs < GO_MS),
    stands.filter(({ captureMs }) => captureMs >= GO_MS),
  ];

  test('counts from “Go” and tells its one result, by the clock, with where that came from', async () => {
    const device = makeDevice(armed);
    await device.see(before);
    await device.hear(go);
    await device.see([...after, ...after]);
    expect(device.told).toEqual([{ type: 'timed.recorded', outcome: 'applied' }]);
    expect(device.state.timed[0]).toMatchObject({
      status: 'unreviewed',
      result: { value: 15, endedBy: 'clock', timedBy: 'clock' },
      provenance: { source: 'track' },
    });
  });

  test('is told once as interrupted after a reload, however often the page comes back', async () => {
    const device = makeDevice(armed);
    await device.see(before);
    await device.hear(go);
    await device.see(after.slice(0, 100));
    for (let reloads = 0; reloads < 3; reloads++) {
      device.reload();
      await device.see(after.slice(100));
    }
    expect(device.told).toEqual([{ type: 'timed.recorded', outcome: 'applied' }]);
    expect(device.state.timed).toMatchObject([{ status: 'interrupted', result: { value: null } }]);
  });

  test('in which the camera was away for seconds is interrupted: what it missed is not counted as if it had seen it', async () => {
    const device = makeDevice(armed);
    await device.see(before);
    await device.hear(go);
    await device.see([...after.slice(0, 100), ...after.slice(200)]);
    expect(device.told).toEqual([{ type: 'timed.recorded', outcome: 'applied' }]);
    expect(device.state.timed).toMatchObject([{ status: 'interrupted', result: { value: null } }]);
  });

  test('that was reloaded before “Go” goes on as if nothing had been', async () => {
    const device = makeDevice(armed);
    device.reload();
    await device.see(before);
    await device.hear(go);
    await device.see(after);
    expect(device.state.timed[0]?.result?.value).toBe(15);
  });

  test('that STOP broke off tells nothing more', async () => {
    const device = makeDevice(armed);
    await device.see(before);
    await device.hear(go);
    await device.see(after.slice(0, 100));
    await device.hear(makeEvent('stop.pressed'));
    await device.see(after.slice(100));
    expect(device.told).toEqual([]);
    expect(device.state.timed).toMatchObject([{ status: 'interrupted' }]);
  });

  test('of a stance tells when the foot left the floor, and its time from there', async () => {
    const stance = makeFrames([
      { idleMs: 1_500 },
      { id: 'single-leg-stance', options: { side: 'left', repetitions: 1, tempo: '1-0-1-5' } },
      { idleMs: 1_500 },
    ]);
    const asked = makeEvent('timed.armed', {
      test: 'single-leg-stance@1',
      side: 'right',
      conditions: ['eyes-open', 'support-in-reach'],
    });
    const device = makeDevice(play([asked, makeEvent('timed.called')], open));
    await device.see(stance.slice(0, 8));
    await device.hear(makeEvent('timed.went', { goMs: performance.timeOrigin + 1_600 }));
    await device.see(stance.slice(8));
    expect(device.told).toEqual([
      { type: 'timed.lifted', outcome: 'applied' },
      { type: 'timed.recorded', outcome: 'applied' },
    ]);
    const [{ result, lifted }] = device.state.timed as [NonNullable<(typeof device.state.timed)[0]>];
    expect(result).toMatchObject({ unit: 'seconds', endedBy: 'touch-down', timedBy: 'camera' });
    expect(lifted?.deviceMs).toBeGreaterThan(performance.timeOrigin + 1_600);
    expect(Math.abs((result?.value ?? 0) - 6)).toBeLessThan(0.8);
  });
});
