import { POINT, type Side } from './landmarks.ts';
import { between, lengthOf, middle, minus, type PartName, pointAt, pointOf, type Vector } from './vectors.ts';

/**
 * What stands for the pelvis, which has no landmarks but the hips. trunk: its line, from mid-shoulders to mid-hips, and each
 * hip for its own thigh. pelvis: half-way between the trunk's line and the plumb line, in people who stand; from the side,
 * where the two hips are estimates of nearly one place, a knee's thigh begins half-way between its own hip and their middle.
 */
export type Reference = 'trunk' | 'pelvis';

/** Where an arm or a leg points and where it would hang in anatomical position, in one space. */
export interface Swing {
  limb: Vector;
  rest: Vector;
}

/**
 * The two directions of a shoulder's or a hip's angle. A leg, of which only its way out to the side is read, is read down
 * to the ankle: a knee bends square to that. A thigh is read alone: forwards and backwards a bent knee would add to it.
 */
export function swingOf(
  points: readonly Vector[],
  which: 'arm' | 'leg' | 'thigh',
  side: Side,
  reference: Reference,
): Swing {
  const on = (part: PartName) => pointAt(points, pointOf(side, part));
  const trunk = trunkDown(points);
  if (which === 'arm') return { limb: limbLine(on('Shoulder'), on('Elbow'), on('Wrist')), rest: trunk };
  const rest = reference === 'pelvis' ? pelvisDown(trunk) : trunk;
  const [hip, knee] = [on('Hip'), on('Knee')];
  return { limb: which === 'leg' ? limbLine(hip, knee, on('Ankle')) : minus(knee, hip), rest };
}

/** Thigh and shank, both pointing down. */
export function kneeOf(points: readonly Vector[], side: Side, reference: Reference): { thigh: Vector; shank: Vector } {
  const on = (part: PartName) => pointAt(points, pointOf(side, part));
  const hip = reference === 'pelvis' ? middle(on('Hip'), midHips(points)) : on('Hip');
  return { thigh: minus(on('Knee'), hip), shank: minus(on('Ankle'), on('Knee')) };
}

/** From mid-shoulders to mid-hips. */
export function trunkDown(points: readonly Vector[]): Vector {
  const shoulders = middle(pointAt(points, POINT.leftShoulder), pointAt(points, POINT.rightShoulder));
  return minus(midHips(points), shoulders);
}

function midHips(points: readonly Vector[]): Vector {
  return middle(pointAt(points, POINT.leftHip), pointAt(points, POINT.rightHip));
}

/**
 * Where the pelvis points, half-way between the trunk's line and the plumb line: of a trunk's lean about half is the
 * pelvis' and half the lumbar spine's (lumbar to hip 1.9 up to 30° of lean, 0.9 up to 60°, Esola 1996, Spine 21:71).
 */
function pelvisDown(trunk: Vector): Vector {
  return { x: trunk.x, y: trunk.y + lengthOf(trunk), z: trunk.z };
}

/** A limb bent less than the first at its middle joint is straight; bent more than the second its end says nothing of its root. Degrees. */
const STRAIGHT = 30;
const BENT = 50;

/**
 * Where a limb points: along its upper segment, and, as far as it is straight, half along the line from root to end. That
 * line is nearly twice as long, so that a landmark's error turns it half as much.
 */
function limbLine(root: Vector, joint: Vector, end: Vector): Vector {
  const upper = minus(joint, root);
  const whole = minus(end, root);
  const bent = between(upper, minus(end, joint));
  const trust = Math.max(0, Math.min(1, (BENT - bent) / (BENT - STRAIGHT))) || 0;
  const share = trust * (lengthOf(upper) / (lengthOf(whole) || 1));
  return { x: upper.x + share * whole.x, y: upper.y + share * whole.y, z: upper.z + share * whole.z };
}
