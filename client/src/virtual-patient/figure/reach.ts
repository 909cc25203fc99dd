import type { Vector3 } from 'three';

/** Two bones from `from` to as near `to` as they reach, the middle joint turned towards `bend`. */
export function reach(from: Vector3, to: Vector3, upper: number, lower: number, bend: Vector3) {
  const line = to.clone().sub(from);
  const longest = upper + lower;
  const distance = Math.min(Math.max(line.length(), Math.abs(upper - lower) + 1e-4), longest - 1e-7);
  line.normalize();
  const side = bend.clone().addScaledVector(line, -bend.dot(line)).normalize();
  const cosine = (upper * upper + distance * distance - lower * lower) / (2 * upper * distance);
  const along = Math.min(1, Math.max(-1, cosine));
  const direction = line
    .clone()
    .multiplyScalar(along)
    .addScaledVector(side, Math.sqrt(1 - along * along));
  const middle = direction.clone().multiplyScalar(upper).add(from);
  const inside = (upper * upper + lower * lower - distance * distance) / (2 * upper * lower);
  const flexionDegrees = 180 - (Math.acos(Math.min(1, Math.max(-1, inside))) * 180) / Math.PI;
  /** Direction square to the upper bone, in the plane of the two bones, on the side of the bend. */
  const bendSide = side
    .clone()
    .multiplyScalar(along)
    .addScaledVector(line, -Math.sqrt(1 - along * along))
    .normalize();
  return { direction, middle, flexionDegrees, bendSide };
}

/** Distance between the ends of two bones whose joint is bent by `flexionDegrees` from straight. */
export function span(upper: number, lower: number, flexionDegrees: number): number {
  const inside = Math.cos(((180 - flexionDegrees) * Math.PI) / 180);
  return Math.sqrt(upper * upper + lower * lower - 2 * upper * lower * inside);
}
