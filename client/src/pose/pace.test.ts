import { expect, test } from 'vitest';
import { createPace } from './pace.ts';

test.each([
  ['a fast device gets what is asked for', 20, 15, 1_000 / 15],
  ['one that needs 60 ms works six tenths of the time', 60, 15, 100],
  ['one that needs 90 ms too', 90, 15, 150],
  ['one that needs 120 ms keeps six pictures a second', 120, 15, 1_000 / 6],
  ['one that needs 300 ms does what it can', 300, 15, 300],
  ['the bench asks for all there are', 40, Number.POSITIVE_INFINITY, 0],
])('%s', (_what, detectMs, maxFps, periodMs) => {
  const pace = createPace(maxFps);
  for (let i = 0; i < 5; i++) pace.looked(detectMs);
  expect(pace.periodMs).toBeCloseTo(periodMs, 5);
});

test('one slow look does not slow the pace much', () => {
  const pace = createPace(15);
  for (let i = 0; i < 20; i++) pace.looked(30);
  pace.looked(130);
  expect(pace.periodMs).toBeLessThan(90);
});
