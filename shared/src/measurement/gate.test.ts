import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointsNeeded } from './angles.ts';
import { refusalsOf } from './gate.ts';
import { POINT } from './landmarks.ts';
import { type FrameOptions, makeFrame, mirrored } from './make-frame.ts';
import { PROTOCOLS } from './protocols.ts';
import type { Refusal } from './results.ts';

const read = (options: FrameOptions) => refusalsOf(makeFrame(options), 'elbow-flexion', 'left');

describe('a frame is refused', () => {
  test.each<[string, Refusal[], FrameOptions]>([
    ['where nobody is', ['no-person'], { empty: true }],
    ['where nobody is seen in the dark', ['no-person', 'too-dark'], { empty: true, luma: 20 }],
    ['where it is too dark', ['too-dark'], { luma: 34 }],
    ['where the elbow is hidden', ['joint-hidden'], { hidden: [POINT.leftElbow] }],
    ['where all is hardly seen', ['joint-hidden'], { visibility: 0.4 }],
    ['where the wrist is beyond the edge', ['not-in-frame'], { at: { x: 0.95, y: 0.9 } }],
    ['where the person is a fifth of the picture high', ['too-far'], { scale: 0.1 }],
    ['for everything at once', ['joint-hidden', 'too-dark', 'too-far'], { scale: 0.1, luma: 5, visibility: 0.1 }],
  ])('%s: %j', (_, refusals, options) => {
    expect(read(options)).toEqual(refusals);
  });
});

describe('a frame is not refused', () => {
  test.each<[string, FrameOptions]>([
    ['in good light, all in the picture', {}],
    ['where nobody measured the light', { luma: null }],
    ['where the other arm is hidden', { hidden: [POINT.rightElbow, POINT.rightWrist] }],
    ['where the feet are below the picture', { at: { x: 0.5, y: 1.3 }, scale: 0.7 }],
    ['where a second person is about', { people: 2 }],
    ['in a picture that stands upright', { widthPx: 480, heightPx: 640 }],
  ])('%s', (_, options) => {
    expect(read(options)).toEqual([]);
  });
});

test('what a protocol’s angle needs and nothing else decides whether its joint is hidden', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PROTOCOLS), fc.integer({ min: 0, max: 32 }), ({ angle }, hidden) => {
      const needed = pointsNeeded(angle, 'right').includes(hidden);
      expect(refusalsOf(makeFrame({ hidden: [hidden] }), angle, 'right')).toEqual(needed ? ['joint-hidden'] : []);
    }),
  );
});

test('the mirrored frame is refused alike on the other side', () => {
  const options = fc.record({
    at: fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1.4, noNaN: true }) }),
    scale: fc.double({ min: 0.05, max: 1, noNaN: true }),
    luma: fc.integer({ min: 0, max: 255 }),
    hidden: fc.array(fc.integer({ min: 0, max: 32 }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.constantFrom(...PROTOCOLS), options, ({ angle }, over) => {
      const frame = makeFrame(over);
      expect(refusalsOf(mirrored(frame), angle, 'right')).toEqual(refusalsOf(frame, angle, 'left'));
    }),
  );
});
