import type { Standpoint } from './look.ts';
import { yawBetween } from './view.ts';

/** How somebody stood before the camera when a value was taken; what makes two values comparable. */
export interface SetUp {
  /** Middle of the trunk, as fractions of the frame. */
  x: number;
  y: number;
  /** Trunk length in frame heights: the nearer, the larger. */
  trunk: number;
  /** Degrees from facing the camera, as view.ts has it. */
  yaw: number;
  /** Width of the picture by its height. */
  shape: number;
}

/** The set-up of the start pose; null before there was one. */
export function setUpOf({ place, yaw, shape }: Standpoint): SetUp | null {
  if (!place || yaw === null || shape === null) return null;
  return { x: place.x / shape, y: place.y, trunk: place.size, yaw, shape };
}

/** Differences at which a set-up is no longer called the same. */
const LIMITS = { place: 0.2, nearer: Math.log(1.3), yaw: 15, shape: 0.1 };

/**
 * How alike two set-ups are: 1 the same, 0 at or past the limit of any one difference (a fifth of the picture, a third
 * nearer or further, 15° of turn, another shape of picture).
 */
export function likeness(a: SetUp, b: SetUp): number {
  const shares = [
    Math.hypot(a.x - b.x, a.y - b.y) / LIMITS.place,
    Math.abs(Math.log(a.trunk / b.trunk)) / LIMITS.nearer,
    yawBetween(a.yaw, b.yaw) / LIMITS.yaw,
    Math.abs(a.shape - b.shape) / LIMITS.shape,
  ];
  return Math.max(0, 1 - Math.max(...shares));
}

/** Whether values of two set-ups may stand on one line. */
export function isComparable(a: SetUp | null, b: SetUp | null): boolean {
  return a !== null && b !== null && likeness(a, b) > 0;
}
