import {
  EMPTY_STATE,
  type EncounterState,
  type EventType,
  type MeasuringDevice,
  next,
  type Party,
} from '@plumbline/shared/encounter';
import { CODED_VIDEO_DEGREES, decodeFrames, type LandmarkFrame } from '@plumbline/shared/measurement';
import { makeEvent, play } from '@plumbline/shared/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DeviceRunner } from './device-runner.ts';
import { makeFrames } from './make-frames.ts';

const SET = '00000000-0000-4000-8000-00000000000a';
const TRIAL = '00000000-0000-4000-8000-00000000000b';

const squats = makeFrames([
  { idleMs: 2_000 },
  { id: 'squat', options: { repetitions: 6, tempo: '1-0-1-1' } },
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

const SOURCES = { 'patient-device': 'patient-browser', 'therapist-browser': 'therapist-browser' } as const;
const PARTIES: Record<MeasuringDevice, Party> = { 'patient-device': 'patient', 'therapist-browser': 'therapist' };

/** A visit with both devices: each frame reaches both, as the camera reaches one and its video the other. */
function makeVisit(start: EncounterState) {
  let state = start;
  let nowMs = 0;
  const refused: string[] = [];
  const live: Record<MeasuringDevice, Uint8Array[]> = { 'patient-device': [], 'therapist-browser': [] };
  const disk = new Map<string, unknown>();
  const runners = new Map<MeasuringDevice, DeviceRunner>();

  function tell(party: Party, type: EventType, body: object): void {
    const happenedAt = { bootId: SET, monotonicMs: nowMs, serverMs: nowMs, uncertaintyMs: 0 };
    const after = next(state, makeEvent(type, body as never, { happenedAt }), party);
    if (after.ok) state = after.state;
    else refused.push(after.code);
    for (const runner of runners.values()) runner.setState(state);
  }

  function boot(device: MeasuringDevice): void {
    const at = (setId: string) => `${device} ${setId}`;
    const runner: DeviceRunner = new DeviceRunner({
      async append(type, body) {
        if (runners.get(device) === runner) tell(PARTIES[device], type, body);
      },
      checkpoints: {
        save: async (setId, fold) => void disk.set(at(setId), structuredClone(fold)),
        load: async (setId) => (structuredClone(disk.get(at(setId))) ?? null) as never,
        remove: async (setId) => void disk.delete(at(setId)),
      },
      sendLive: (bytes) => live[device].push(bytes),
      onReading() {},
      device,
      source: SOURCES[device],
      info: () => null,
    });
    runners.set(device, runner);
    runner.setState(state);
  }

  async function settle(): Promise<void> {
    for (const runner of runners.values()) await runner.settled();
  }

  boot('patient-device');
  boot('therapist-browser');
  return {
    refused,
    live,
    disk,
    reload: boot,
    get state() {
      return state;
    },
    get rows() {
      return state.sets[0]?.repetitions ?? [];
    },
    async choose(by: MeasuringDevice): Promise<void> {
      tell('therapist', 'measuring.chosen', { by, reason: 'by-choice' });
      await settle();
    },
    async see(frames: readonly LandmarkFrame[]): Promise<void> {
      await settle();
      for (const frame of frames) {
        nowMs = frame.captureMs;
        for (const runner of runners.values()) runner.onFrame(frame);
        await Promise.resolve();
      }
      await settle();
    },
  };
}

describe('a set', () => {
  const whole = async () => {
    const visit = makeVisit(counting);
    await visit.see(squats);
    return visit.rows;
  };

  test('is counted by one device at a time', async () => {
    const visit = makeVisit(counting);
    await visit.see(squats);
    expect(visit.live['therapist-browser']).toHaveLength(0);
    expect(visit.rows.filter(({ validity }) => validity === 'complete')).toHaveLength(6);
  });

  test('goes over at any moment and back: nothing is counted twice, at most the movement under way is lost', async () => {
    const undisturbed = await whole();
    await fc.assert(
      fc.asyncProperty(fc.nat(squats.length), fc.nat(squats.length), fc.boolean(), async (a, b, reloads) => {
        const [over, back] = [Math.min(a, b), Math.max(a, b)];
        const visit = makeVisit(counting);
        await visit.see(squats.slice(0, over));
        await visit.choose('therapist-browser');
        const middle = Math.round((over + back) / 2);
        await visit.see(squats.slice(over, middle));
        if (reloads) visit.reload('therapist-browser');
        await visit.see(squats.slice(middle, back));
        await visit.choose('patient-device');
        await visit.see(squats.slice(back));
        expect(visit.refused).toEqual([]);
        const { rows } = visit;
        expect(rows.map(({ index }) => index)).toEqual(rows.map((_, i) => i + 1));
        for (const [i, row] of rows.entries())
          expect(row.startMs).toBeGreaterThanOrEqual((rows[i - 1]?.endMs ?? 0) - 1);
        const complete = rows.filter(({ validity }) => validity === 'complete').length;
        expect(complete).toBeLessThanOrEqual(undisturbed.length);
        expect(complete).toBeGreaterThanOrEqual(undisturbed.length - (reloads ? 3 : 2));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('leaves nothing of it on the device that was relieved', async () => {
    const visit = makeVisit(counting);
    await visit.see(squats.slice(0, 60));
    expect(visit.disk.size).toBe(1);
    await visit.choose('therapist-browser');
    expect(visit.disk.size).toBe(0);
  });
});

describe('a trial that is handed over', () => {
  test('begins anew on the other device, is recorded once, says who measured it, and is less sure', async () => {
    const here = makeVisit(armed);
    await here.see(raise);
    const there = makeVisit(armed);
    await there.see(raise.slice(0, 20));
    await there.choose('therapist-browser');
    await there.see(raise.slice(20));
    expect(there.refused).toEqual([]);
    const [own, received] = [here.state.trials[0], there.state.trials[0]];
    expect([own?.provenance?.source, received?.provenance?.source]).toEqual(['patient-browser', 'therapist-browser']);
    expect(received?.result?.valueDegrees).toBeCloseTo(own?.result?.valueDegrees ?? 0, 0);
    const wider = Math.hypot(own?.result?.uncertaintyDegrees ?? 0, CODED_VIDEO_DEGREES);
    expect(received?.result?.uncertaintyDegrees).toBeCloseTo(wider, 1);
  });

  test("shows the patient the therapist's numbers, and stops sending its own", async () => {
    const visit = makeVisit(armed);
    await visit.see(raise.slice(0, 20));
    await visit.choose('therapist-browser');
    await visit.see(raise.slice(20, 90));
    expect([visit.live['patient-device'].length, visit.live['therapist-browser'].length]).toEqual([20, 70]);
    const reading = decodeFrames(visit.live['therapist-browser'].at(-1) ?? new Uint8Array())[0]?.reading;
    expect(reading?.progress).toBeGreaterThan(0);
  });
});
