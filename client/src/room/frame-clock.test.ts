import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFrameClock } from './frame-clock.ts';

const ENCODE_MS = 4;
const WRAP = 2 ** 32;

describe("a frame's capture time", () => {
  test('does not tremble with the load of the sender', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 30, maxLength: 55 }),
        fc.integer({ min: 0, max: WRAP - 1 }),
        (delays, zero) => {
          const toCaptureMs = createFrameClock();
          // The first one is encoded at once; all others wait.
          for (const [i, delayMs] of [0, ...delays].entries()) {
            const capturedMs = 1_000_000 + i * 40;
            const rtp = (zero + i * 40 * 90) % WRAP;
            expect(toCaptureMs(rtp, capturedMs + ENCODE_MS + delayMs)).toBeCloseTo(capturedMs, 3);
          }
        },
      ),
    );
  });

  test('follows a sender whose clock was set back or forward', () => {
    for (const jumpMs of [-3_600_000, 3_600_000]) {
      const toCaptureMs = createFrameClock();
      let seen = 0;
      for (let i = 0; i < 200; i++) seen = toCaptureMs(i * 3_600, i * 40 + (i < 100 ? 0 : jumpMs) + ENCODE_MS);
      expect(seen).toBeCloseTo(199 * 40 + jumpMs, 3);
    }
  });
});
