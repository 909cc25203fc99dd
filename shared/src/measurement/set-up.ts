import type { LandmarkFrame } from './landmarks.ts';
import { type Standpoint, shapeOf } from './look.ts';
import { placeOf } from './person.ts';
import { bodyYaw, yawBetween } from './view.ts';

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
export function setUpOf({ place, yaw, shape }: Pick<Standpoint, 'place' | 'yaw' | 'shape'>): SetUp | null {
  if (!place || yaw === null || shape === null) return null;
  return { x: place.x / shape, y: place.y, trunk: place.size, yaw, shape };
}

/** How somebody stands in one frame; null without a person. */
export function setUpIn(frame: LandmarkFrame): SetUp | null {
  return setUpOf({ place: placeOf(frame), yaw: bodyYaw(frame), shape: shapeOf(frame) });
}

/** In what two set-ups can differ. */
export const SET_UP_PARTS = ['place', 'distance', 'turn', 'picture'] as const;
export type SetUpPart = (typeof SET_UP_PARTS)[number];

/** Differences at which a set-up is no longer called the same. */
const LIMITS = { place: 0.2, distance: Math.log(1.3), turn: 15, picture: 0.1 };

/** Where two set-ups differ most, and how near that is to its limit: 0 the same, 1 and more another set-up. */
export function mostDifferent(a: SetUp, b: SetUp): { part: SetUpPart; share: number } {
  const shares: Record<SetUpPart, number> = {
    place: Math.hypot(a.x - b.x, a.y - b.y) / LIMITS.place,
    distance: Math.abs(Math.log(a.trunk / b.trunk)) / LIMITS.distance,
    turn: yawBetween(a.yaw, b.yaw) / LIMITS.turn,
    picture: Math.abs(a.shape - b.shape) / LIMITS.picture,
  };
  const part = SET_UP_PARTS.reduce((most, one) => (shares[one] > shares[most] ? one : most));
  return { part, share: shares[part] };
}

/**
 * How alike two set-ups are: 1 the same, 0 at or past the limit of any one difference (a fifth of the picture, a third
 * nearer or further, 15° of turn, another shape of picture).
 */
export function likeness(a: SetUp, b: SetUp): number {
  return Math.max(0, 1 - mostDifferent(a, b).share);
}

/** Whether values of two set-ups may stand on one line. */
export function isComparable(a: SetUp | null, b: SetUp | null): boolean {
  return a !== null && b !== null && likeness(a, b) > 0;
}
