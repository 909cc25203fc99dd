import { describe, expect, test } from 'vitest';
import { fitFrames } from './frame-size.ts';

describe('the two frames', () => {
  test.each([
    [1366, 640],
    [1920, 900],
    [900, 1100],
  ])('stand side by side within %i × %i', (width, height) => {
    const { stacked, therapist, patient } = fitFrames({ width, height });
    expect(stacked).toBe(false);
    expect(therapist.width * therapist.scale + patient.width * patient.scale).toBeLessThanOrEqual(width);
    expect(Math.max(therapist.height * therapist.scale, patient.height * patient.scale)).toBeLessThanOrEqual(height);
  });

  test('stand one above the other on a phone, no wider than it', () => {
    const { stacked, therapist, patient } = fitFrames({ width: 360, height: 700 });
    expect(stacked).toBe(true);
    expect(therapist.width * therapist.scale).toBeLessThanOrEqual(360);
    expect(patient.width * patient.scale).toBeLessThanOrEqual(360);
  });

  test('are never enlarged', () => {
    const { therapist, patient } = fitFrames({ width: 4000, height: 3000 });
    expect([therapist.scale, patient.scale]).toEqual([1, 1]);
  });
});
