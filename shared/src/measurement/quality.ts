import type { QualityCode } from '../programme/index.ts';
import { compensationOf } from './compensation.ts';
import { POINT, type Side } from './landmarks.ts';
import { heelRiseOf } from './signal.ts';
import { minus, pointOf, type Vector } from './vectors.ts';

const DEGREES = 180 / Math.PI;

/** How much something that helps along shows in one frame's image points, degrees; what counts is the change since rest. Null where it does not show. Asymmetry is not of one frame's one limb. */
export function helpOf(points: readonly Vector[], code: QualityCode, side: Side): number | null {
  switch (code) {
    case 'knee-valgus':
      return kneeIn(points, side);
    case 'hip-hike':
      return pelvisTilt(points, side);
    case 'heel-rise':
      return heelRiseOf(points, side);
    case 'asymmetry':
      return null;
    default:
      return compensationOf(points, code, side);
  }
}

/** The points something is told by. */
export function pointsOfHelp(code: QualityCode, side: Side): number[] {
  const on = (...parts: Parameters<typeof pointOf>[1][]) => parts.map((part) => pointOf(side, part));
  const trunk = [POINT.leftShoulder, POINT.rightShoulder, POINT.leftHip, POINT.rightHip];
  switch (code) {
    case 'trunk-lean':
    case 'asymmetry':
      return trunk;
    case 'shoulder-hike':
      return trunk.slice(0, 2);
    case 'hip-hike':
      return trunk.slice(2);
    case 'knee-valgus':
      return on('Knee', 'Ankle');
    case 'heel-rise':
      return on('Heel', 'Toe');
    case 'elbow-bend':
      return on('Shoulder', 'Elbow', 'Wrist');
    case 'knee-bend':
      return on('Hip', 'Knee', 'Ankle');
  }
}

/**
 * The shank's lean towards the other leg, degrees: the knee goes in over a foot that stays. The shank and not the angle
 * of thigh and shank, because a thigh that points at the camera has no direction.
 */
function kneeIn(points: readonly Vector[], side: Side): number | null {
  const [knee, ankle] = [points[pointOf(side, 'Knee')], points[pointOf(side, 'Ankle')]];
  const other = points[pointOf(side === 'left' ? 'right' : 'left', 'Ankle')];
  if (!knee || !ankle || !other) return null;
  const up = minus(knee, ankle);
  const inward = Math.sign(other.x - ankle.x) * up.x;
  return up.y >= 0 ? null : Math.atan2(inward, -up.y) * DEGREES;
}

/** How much higher the hip of a side is than the other, as the angle of the line between them, degrees. */
function pelvisTilt(points: readonly Vector[], side: Side): number | null {
  const [hip, other] = [points[pointOf(side, 'Hip')], points[pointOf(side === 'left' ? 'right' : 'left', 'Hip')]];
  if (!hip || !other) return null;
  const across = Math.abs(hip.x - other.x);
  return across === 0 ? null : Math.atan2(other.y - hip.y, across) * DEGREES;
}
