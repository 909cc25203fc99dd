import { describe, expect, test } from 'vitest';
import { type ClockSample, DeviceClock, estimateClock } from './clock.ts';

/** A question asked at `askedMs` to a server `aheadMs` ahead of us; the answer takes `thereMs` and `backMs`. */
function makeSample(askedMs: number, { aheadMs = 1_000, thereMs = 10, backMs = 10 } = {}): ClockSample {
  return { askedMs, answeredMs: askedMs + thereMs + backMs, serverMs: askedMs + thereMs + aheadMs };
}

describe("the device's clock", () => {
  test('is exact where both ways take the same time', () => {
    expect(estimateClock([makeSample(0)], 20)?.offsetMs).toBe(1_000);
  });

  test.each([
    [5, 195],
    [195, 5],
    [0, 200],
  ])('is never further off than it says, with %i ms there and %i ms back', (thereMs, backMs) => {
    const estimate = estimateClock([makeSample(0, { thereMs, backMs })], 200);
    expect(Math.abs((estimate?.offsetMs ?? 0) - 1_000)).toBeLessThanOrEqual(estimate?.uncertaintyMs ?? 0);
  });

  test('believes the shortest round trip', () => {
    const samples = [makeSample(0, { thereMs: 300 }), makeSample(400), makeSample(800, { backMs: 500 })];
    expect(estimateClock(samples, 1_400)?.offsetMs).toBe(1_000);
  });

  test('grows less sure with time', () => {
    const [soon, later] = [20, 3_600_000].map((nowMs) => estimateClock([makeSample(0)], nowMs)?.uncertaintyMs ?? 0);
    expect(later).toBeGreaterThan((soon ?? 0) + 100);
  });

  test('knows nothing before it has asked, and says so', () => {
    expect(estimateClock([], 0)).toBeNull();
    expect(new DeviceClock().at(0).uncertaintyMs).toBeGreaterThanOrEqual(5_000);
  });

  test('forgets what it knew when the device slept and its clock stood still', () => {
    const clock = new DeviceClock();
    clock.add(makeSample(0, { thereMs: 1, backMs: 1 }));
    // An hour asleep: the server is an hour further ahead of us; the new answer took longer.
    clock.add(makeSample(5_000, { aheadMs: 3_601_000, thereMs: 80, backMs: 80 }));
    const { serverMs, uncertaintyMs } = clock.at(10_000);
    expect(Math.abs(serverMs - (10_000 + 3_601_000))).toBeLessThanOrEqual(uncertaintyMs);
  });
});
