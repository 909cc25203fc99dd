import { POINT, type Side } from './landmarks.ts';

export interface Vector {
  x: number;
  y: number;
  z: number;
}

const DEGREES = 180 / Math.PI;

export function minus(a: Vector, b: Vector): Vector {
  return { x: a.x - b.x, y: a.y - b.y, z: a.z - b.z };
}

export function middle(a: Vector, b: Vector): Vector {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, z: (a.z + b.z) / 2 };
}

export function lengthOf({ x, y, z }: Vector): number {
  return Math.hypot(x, y, z);
}

/** The angle between two directions, 0–180 degrees; NaN where one has no length. */
export function between(a: Vector, b: Vector): number {
  const lengths = lengthOf(a) * lengthOf(b);
  if (lengths === 0) return Number.NaN;
  const cosine = (a.x * b.x + a.y * b.y + a.z * b.z) / lengths;
  return Math.acos(Math.max(-1, Math.min(1, cosine))) * DEGREES;
}

export type PartName = 'Shoulder' | 'Elbow' | 'Wrist' | 'Hip' | 'Knee' | 'Ankle' | 'Heel' | 'Toe' | 'Ear';

/** The index of a point on one side of the body. */
export function pointOf(side: Side, part: PartName): number {
  return POINT[`${side}${part}`];
}

/** A point of a frame; NaN where there is none. */
export function pointAt(points: readonly Vector[], index: number): Vector {
  return points[index] ?? { x: Number.NaN, y: Number.NaN, z: Number.NaN };
}
