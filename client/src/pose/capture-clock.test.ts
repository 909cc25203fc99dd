import { expect, test } from 'vitest';
import { createCaptureClock } from './capture-clock.ts';

const ZERO_US = 1_967_615_700;

test('the least delayed frame tells the offset, so a late one keeps its true time', () => {
  const toMs = createCaptureClock();
  expect(toMs(ZERO_US, 1_000)).toBeCloseTo(1_000, 0);
  expect(toMs(ZERO_US + 33_000, 1_033 + 400)).toBeCloseTo(1_033, 0);
  expect(toMs(ZERO_US + 66_000, 1_066 + 20)).toBeCloseTo(1_066, 0);
});

test('a late first frame is corrected by the next one, and times never go back', () => {
  const toMs = createCaptureClock();
  const first = toMs(ZERO_US, 1_500);
  const second = toMs(ZERO_US + 33_000, 1_033);
  expect(second).toBeGreaterThan(first);
  expect(toMs(ZERO_US + 1_000_000, 2_000)).toBeCloseTo(2_000, 0);
});

test('follows a camera clock that runs 100 parts per million slow for an hour to within a frame', () => {
  const toMs = createCaptureClock();
  let error = 0;
  for (let s = 0; s <= 3_600; s += 0.1) {
    const trueMs = s * 1_000;
    error = Math.abs(toMs(trueMs * (1 - 1e-4) * 1_000, trueMs + 2) - trueMs);
  }
  expect(error).toBeLessThan(10);
});

test('a camera that starts its own clock anew is followed after a few frames', () => {
  const toMs = createCaptureClock();
  toMs(500_000_000, 1_000);
  let captureMs = 0;
  for (let i = 0; i < 10; i++) captureMs = toMs(i * 33_000, 2_000 + i * 33);
  expect(captureMs).toBeCloseTo(2_000 + 9 * 33, 0);
});
