import { type AngleName, angleOf } from './angles.ts';
import { POINT, type Side } from './landmarks.ts';
import { kneeOf, type Reference, swingOf, trunkDown } from './swing.ts';
import { pointAt as at, middle, minus, pointOf, type Vector } from './vectors.ts';

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
  reference: Reference = 'trunk',
): number | null {
  const size = angleOf(points, name, side, reference);
  if (size === null) return null;
  const on = (part: Parameters<typeof pointOf>[1]) => at(points, pointOf(side, part));
  /** How far the limb points to the right of where it would hang. */
  const swung = (which: 'arm' | 'leg' | 'thigh') => {
    const { limb, rest } = swingOf(points, which, side, reference);
    return -cross(rest, limb);
  };
  switch (name) {
    case 'shoulder-flexion':
    case 'shoulder-extension': {
      const forward = size > OVERHEAD ? 1 : Math.sign(swung('arm') * (facing || 1));
      return name === 'shoulder-flexion' ? size * forward : -size * forward;
    }
    case 'elbow-flexion':
      return (
        size * Math.sign(-cross(minus(on('Elbow'), on('Shoulder')), minus(on('Wrist'), on('Elbow'))) * (facing || 1))
      );
    case 'knee-flexion': {
      const { thigh, shank } = kneeOf(points, side, reference);
      return size * Math.sign(cross(thigh, shank) * (facing || 1));
    }
    case 'hip-flexion':
    case 'hip-extension': {
      const forward = Math.sign(swung('thigh') * (facing || 1));
      return name === 'hip-flexion' ? size * forward : -size * forward;
    }
    case 'trunk-inclination':
      return size * Math.sign(-trunkDown(points).x * (facing || 1));
    case 'trunk-side-bend':
      return size * towards(points, side, -trunkDown(points).x);
    case 'neck-side-bend':
      return size * neckTowards(points, side);
    case 'shoulder-abduction':
      return size > OVERHEAD ? size : size * towards(points, side, swung('arm'));
    case 'hip-abduction':
      return size * towards(points, side, swung('leg'));
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
  const eyes = minus(at(points, POINT.leftEye), at(points, POINT.rightEye));
  const shoulders = minus(at(points, POINT.leftShoulder), at(points, POINT.rightShoulder));
  // Seen from the front the left eye is to the right; it sinks (y grows) in a bend to the left. From behind both turn round.
  const turn = cross(shoulders, eyes) * Math.sign(shoulders.x || 1);
  return Math.sign(turn * (side === 'left' ? 1 : -1)) || 1;
}

function cross(a: Vector, b: Vector): number {
  return a.x * b.y - a.y * b.x;
}
