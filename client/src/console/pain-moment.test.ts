import { expect, test } from 'vitest';
import { painMoment, type Sample } from './pain-moment.ts';

const TRANSIT_MS = 80;

/** An arm on its way: `angleAt` gives its angle, ten samples a second for six seconds; capture time is zero at the start. */
function makeWay(angleAt: (ms: number) => number | null, uncertaintyDegrees = 5): Sample[] {
  return Array.from({ length: 61 }, (_, i) => ({
    captureMs: i * 100,
    receivedMs: 10_000 + i * 100 + TRANSIT_MS,
    angleDegrees: angleAt(i * 100),
    uncertaintyDegrees: angleAt(i * 100) === null ? null : uncertaintyDegrees,
    isMoving: i > 5,
  }));
}

/** 20 degrees a second. */
const steady = makeWay((ms) => ms / 50);
/** The same with a stop at 60 degrees from second 3 to 4.2. */
const stopping = makeWay((ms) => (ms < 3000 ? ms / 50 : ms < 4200 ? 60 : 60 + (ms - 4200) / 50));
/** The press at which the frame of `captureMs` has been on the screen for `sinceMs`. */
const press = (captureMs: number, sinceMs = 100) => 10_000 + captureMs + TRANSIT_MS + sinceMs;

test('a key is dated back by the time the frame was on the screen and a press takes, with a wider ±', () => {
  const moment = painMoment(steady, press(4000), 4000);
  expect(moment).toMatchObject({ how: 'key', backdatedMs: 550 });
  expect(moment.angleDegrees).toBeCloseTo(70, -1);
  expect(moment.uncertaintyDegrees).toBeGreaterThan(5 + 3);
});

test('the ± grows with the speed of the limb', () => {
  const quick = painMoment(
    makeWay((ms) => ms / 20),
    press(4000),
    4000,
  );
  const slow = painMoment(
    makeWay((ms) => ms / 200),
    press(4000),
    4000,
  );
  expect(quick.uncertaintyDegrees ?? 0).toBeGreaterThan((slow.uncertaintyDegrees ?? 0) + 5);
});

test('what the screen showed counts, not what came in meanwhile', () => {
  const late = painMoment(steady, press(4000, 400), 4000);
  expect(late.angleDegrees).toBe(painMoment(steady, press(4000), 4000).angleDegrees);
  expect(late.backdatedMs).toBe(850);
});

test.each([
  ['while the patient stops', 4100],
  ['just after', 5200],
])('the angle is that of a one-second stop when the key comes %s', (_when, captureMs) => {
  const moment = painMoment(stopping, press(captureMs), captureMs);
  expect(moment.how).toBe('pause');
  expect(Math.abs((moment.angleDegrees ?? 0) - 60)).toBeLessThan(2);
  expect(moment.uncertaintyDegrees).toBeLessThan(8);
});

test('standing still before the movement is no stop on the way', () => {
  const waiting = makeWay(() => 10).map((sample) => ({ ...sample, isMoving: false }));
  expect(painMoment(waiting, press(4000), 4000).how).toBe('key');
});

test('a limb that has only just left its start pose did not stop there', () => {
  const leaving = makeWay((ms) => (ms < 3000 ? 6 : 6 + (ms - 3000) / 20));
  const moment = painMoment(leaving, press(4400), 4400);
  expect(moment.how).toBe('key');
  expect(moment.angleDegrees ?? 0).toBeGreaterThan(40);
});

test('without sight of the joint there is no angle, but there is the mark', () => {
  expect(
    painMoment(
      makeWay(() => null),
      press(4000),
      4000,
    ),
  ).toMatchObject({ angleDegrees: null, how: 'key' });
});

test('without a picture the newest frame stands for it', () => {
  expect(painMoment(steady, press(4000), null).angleDegrees).not.toBeNull();
});
