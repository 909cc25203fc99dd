import type { Position } from './protocols.ts';
import type { SetUp } from './set-up.ts';

/** A point of the picture, as fractions of its width and height. */
type Point = readonly [x: number, y: number];

/** The outline of somebody standing where a set-up was taken: where to draw it, nothing that was measured. */
export interface Ghost {
  /** Width of the picture by its height. */
  shape: number;
  /** Centre, and radius as a fraction of the picture's height. */
  head: { at: Point; radius: number };
  /** The way they look: a point on the head's edge, in its middle when they face the camera. */
  nose: Point;
  /** Closed outlines: trunk, and legs where they stand. */
  outlines: readonly (readonly Point[])[];
}

/** Lengths in trunk lengths (shoulder to hip 0.288 of the height), after Drillis and Contini 1966 as in Winter 2009. */
const BODY = { shoulders: 0.9, hips: 0.66, depth: 0.45, head: 0.24, neckToHead: 0.41, leg: 1.7, foot: 0.3 };

/** The outline for a set-up; null for lying, whose direction a set-up does not hold. */
export function ghostOf(setUp: SetUp, position: Position): Ghost | null {
  if (position === 'lying') return null;
  const { x, y, trunk, yaw, shape } = setUp;
  const radians = (yaw * Math.PI) / 180;
  const [facing, aside] = [Math.abs(Math.cos(radians)), Math.sin(radians)];
  const at = (across: number, down: number): Point => [x + (across * trunk) / shape, y + down * trunk];
  const half = (width: number) => Math.hypot(width * facing, BODY.depth * aside) / 2;
  const [shoulders, hips] = [half(BODY.shoulders), half(BODY.hips)];
  const body: Point[] = [at(-shoulders, -0.5), at(shoulders, -0.5), at(hips, 0.5), at(-hips, 0.5)];
  // With the left side to the camera one looks to the left of the picture.
  const toe = -aside * BODY.foot;
  const legs: Point[] = [
    at(-hips, 0.5),
    at(hips, 0.5),
    at(hips * 0.8 + Math.max(0, toe), 0.5 + BODY.leg),
    at(-hips * 0.8 + Math.min(0, toe), 0.5 + BODY.leg),
  ];
  const down = -0.5 - BODY.neckToHead;
  return {
    shape,
    head: { at: at(0, down), radius: BODY.head * trunk },
    nose: at(-aside * BODY.head, down),
    outlines: position === 'standing' ? [body, legs] : [body],
  };
}
