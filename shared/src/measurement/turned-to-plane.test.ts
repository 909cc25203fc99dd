import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { turnedToPlane } from './turned-to-plane.ts';
import { between, minus, type Vector } from './vectors.ts';

const ASPECT = 4 / 3;
/** The lens turnedToPlane takes for granted, in frame heights. */
const FOCAL = (28 / 43.27) * Math.hypot(ASPECT, 1);
const RADIANS = Math.PI / 180;

/** Where a level camera sees a point of a vertical plane: `across` and `down` metres in it, the plane turned and so far away. */
function seen(across: number, down: number, { turn, x, awayM }: { turn: number; x: number; awayM: number }): Vector {
  const depth = awayM - across * Math.sin(turn * RADIANS);
  const right = x + across * Math.cos(turn * RADIANS);
  return { x: ASPECT / 2 + (FOCAL * right) / depth, y: 0.5 + (FOCAL * down) / depth, z: 0 };
}

/** The angle a limb makes with a vertical line above it. */
function angleAt([top, joint, end]: readonly Vector[]): number {
  return top && joint && end ? between(minus(top, joint), minus(end, joint)) : Number.NaN;
}

const place = fc.record({
  turn: fc.integer({ min: -30, max: 30 }),
  x: fc.double({ min: -0.8, max: 0.8, noNaN: true }),
  awayM: fc.double({ min: 2, max: 5, noNaN: true }),
});

describe('an angle in a plane that is turned from the camera', () => {
  test('is read as it is, wherever in the picture, near or far', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 5, max: 175 }), (where, degrees) => {
        const limb = { across: 0.5 * Math.sin(degrees * RADIANS), down: -0.5 * Math.cos(degrees * RADIANS) };
        const points = [seen(0, -0.5, where), seen(0, 0, where), seen(limb.across, limb.down, where)];
        expect(angleAt(turnedToPlane(points, ASPECT, where.turn))).toBeCloseTo(degrees, 6);
      }),
    );
  });

  test('seen in a mirror and turned the other way is the same', () => {
    fc.assert(
      fc.property(place, ({ turn, ...where }) => {
        const points = [
          seen(0, -0.5, { turn, ...where }),
          seen(0, 0, { turn, ...where }),
          seen(0.4, 0.2, { turn, ...where }),
        ];
        const mirror = points.map(({ x, y }) => ({ x: ASPECT - x, y, z: 0 }));
        const [straight, mirrored] = [turnedToPlane(points, ASPECT, turn), turnedToPlane(mirror, ASPECT, -turn)];
        expect(angleAt(mirrored)).toBeCloseTo(angleAt(straight), 6);
      }),
    );
  });
});

test('a plane that faces the camera keeps its shape', () => {
  const points = [seen(0.3, -0.5, { turn: 0, x: 0.4, awayM: 3 }), seen(0, 0, { turn: 0, x: 0.4, awayM: 3 })];
  const [a, b] = turnedToPlane(points, ASPECT, 0) as [Vector, Vector];
  expect((a.x - b.x) / (a.y - b.y)).toBeCloseTo(0.3 / -0.5, 6);
});
