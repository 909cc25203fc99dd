import type { LiveReading } from '@plumbline/shared/measurement';
import { describe, expect, test } from 'vitest';
import { steadyReading } from './steady-reading.ts';

function makeReading(captureMs: number, angleDegrees: number | null): LiveReading {
  return {
    captureMs,
    angleDegrees,
    uncertaintyDegrees: angleDegrees === null ? null : 5,
    refusals: angleDegrees === null ? ['joint-hidden'] : [],
    count: 0,
    step: 'move',
    progress: null,
  };
}

describe('the number on the stage', () => {
  test('is held while the joint is hidden for a moment', () => {
    expect(steadyReading(makeReading(1000, 90), makeReading(1500, null))?.angleDegrees).toBe(90);
  });

  test('gives way to the reason when the joint stays hidden', () => {
    let shown = steadyReading(null, makeReading(1000, 90));
    for (let ms = 1100; ms <= 1700; ms += 100) shown = steadyReading(shown, makeReading(ms, null));
    expect(shown).toMatchObject({ angleDegrees: null, refusals: ['joint-hidden'] });
  });

  test('is not held over a device that began anew', () => {
    expect(steadyReading(makeReading(90_000, 90), makeReading(100, null))?.angleDegrees).toBeNull();
  });

  test('goes when no reading comes any more', () => {
    expect(steadyReading(makeReading(1000, 90), null)).toBeNull();
  });
});
