import { expect, test } from 'vitest';
import { CODED_VIDEO_DEGREES, fromCodedVideo } from './coded-video.ts';

test('what came over a video call has a wider ±, and the same value', () => {
  const seen = { valueDegrees: 92, uncertaintyDegrees: 7 };
  const { valueDegrees, uncertaintyDegrees } = fromCodedVideo(seen);
  expect(valueDegrees).toBe(92);
  expect(uncertaintyDegrees).toBeCloseTo(Math.hypot(7, CODED_VIDEO_DEGREES));
});

test('a value that was refused gets none', () => {
  const refused = { valueDegrees: null, uncertaintyDegrees: null };
  expect(fromCodedVideo(refused)).toBe(refused);
});
