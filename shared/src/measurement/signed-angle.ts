import { type AngleName, angleOf, middle, minus, pointOf, type Vector } from './angles.ts';
import { POINT, type Side } from './landmarks.ts';

/**
 * Which way the person looks in the picture, seen from the side: +1 where the front of the body is to the right of the
 * trunk's downward direction turned a quarter towards the viewer's left (upright: +1 looks right, −1 looks left). From
 * feet and face together, so that one bent knee does not turn it round. 0 where they do not tell.
 */
export function facingOf(points: readonly Vector[]): 1 | -1 | 0 {
  const down = trunkDown(points);
  const foot = (side: Side) => minus(at(points, pointOf(side, 'Toe')), at(points, pointOf(side, 'Heel')));
  const ears = middle(at(points, POINT.leftEar), at(points, POINT.rightEar));
  const face = minus(at(points, POINT.nose), ears);
  const ahead = -cross(down, foot('left')) - cross(down, foot('right')) - cross(down, face);
  return Number.isFinite(ahead) ? (Math.sign(ahead) as 1 | -1 | 0) : 0;
}

/** Past this an arm is overhead: which side of the trunk's line it is on does not make it extension. Degrees. */
const OVERHEAD = 140;

/**
 * An angle with its sign, from image points: flexion positive and what goes beyond zero the other way negative (an
 * elbow that bends backwards, a thigh behind the trunk); side bends and abduction positive to the side asked. `facing`
 * is facingOf's answer for the sagittal ones, and ignored by the frontal ones. Null where the points do not tell.
 */
export function signedAngleOf(
  points: readonly Vector[],
  name: AngleName,
  side: Side,
  facing: 1 | -1 | 0,
): number | null {
  const size = angleOf(points, name, side);
  if (size === null) return null;
  const on = (part: Parameters<typeof pointOf>[1]) => at(points, pointOf(side, part));
  const down = trunkDown(points);
  switch (name) {
    case 'shoulder-flexion':
    case 'shoulder-extension': {
      const forward = size > OVERHEAD ? 1 : Math.sign(-cross(down, minus(on('Elbow'), on('Shoulder'))) * (facing || 1));
      return name === 'shoulder-flexion' ? size * forward : -size * forward;
    }
    case 'elbow-flexion':
      return (
        size * Math.sign(-cross(minus(on('Elbow'), on('Shoulder')), minus(on('Wrist'), on('Elbow'))) * (facing || 1))
      );
    case 'knee-flexion':
      return size * Math.sign(cross(minus(on('Knee'), on('Hip')), minus(on('Ankle'), on('Knee'))) * (facing || 1));
    case 'hip-flexion':
    case 'hip-extension': {
      const forward = Math.sign(-cross(down, minus(on('Knee'), on('Hip'))) * (facing || 1));
      return name === 'hip-flexion' ? size * forward : -size * forward;
    }
    case 'trunk-inclination':
      return size * Math.sign(-down.x * (facing || 1));
    case 'trunk-side-bend':
      return size * towards(points, side, -down.x);
    case 'neck-side-bend':
      return size * neckTowards(points, side);
    case 'shoulder-abduction':
      return size > OVERHEAD ? size : size * towards(points, side, outOf(down, minus(on('Elbow'), on('Shoulder'))));
    case 'hip-abduction':
      return size * towards(points, side, outOf(down, minus(on('Knee'), on('Hip'))));
    default:
      return size;
  }
}

/** +1 where `right`, positive to the right of the picture, is towards the patient's named side. */
function towards(points: readonly Vector[], side: Side, right: number): number {
  const across = at(points, POINT.leftShoulder).x - at(points, POINT.rightShoulder).x;
  return Math.sign(right * across * (side === 'left' ? 1 : -1)) || 1;
}

function neckTowards(points: readonly Vector[], side: Side): number {
  const ears = minus(at(points, POINT.leftEar), at(points, POINT.rightEar));
  const shoulders = minus(at(points, POINT.leftShoulder), at(points, POINT.rightShoulder));
  // Seen from the front the left ear is to the right; it sinks (y grows) in a bend to the left. From behind both turn round.
  const turn = cross(shoulders, ears) * Math.sign(shoulders.x || 1);
  return Math.sign(turn * (side === 'left' ? 1 : -1)) || 1;
}

/** How far `limb` points to the right of `rest`, both pointing down. */
function outOf(rest: Vector, limb: Vector): number {
  return -cross(rest, limb);
}

function trunkDown(points: readonly Vector[]): Vector {
  const hips = middle(at(points, POINT.leftHip), at(points, POINT.rightHip));
  const shoulders = middle(at(points, POINT.leftShoulder), at(points, POINT.rightShoulder));
  return minus(hips, shoulders);
}

function cross(a: Vector, b: Vector): number {
  return a.x * b.y - a.y * b.x;
}

function at(points: readonly Vector[], index: number): Vector {
  return points[index] ?? { x: Number.NaN, y: Number.NaN, z: Number.NaN };
}
