import { LANDMARK_COUNT, POINT, type Side } from './landmarks.ts';
import type { Vector } from './vectors.ts';

/** Joint angles of one side in degrees, anatomical zero; negative is the other way (extension, adduction, plantarflexion). */
export interface LimbPose {
  shoulderFlexion: number;
  shoulderAbduction: number;
  elbowFlexion: number;
  hipFlexion: number;
  hipAbduction: number;
  kneeFlexion: number;
  ankleDorsiflexion: number;
}

/** A pose: angles of both sides at once, of one side alone, and of the trunk; side bends are positive to the patient's left. */
export interface Pose extends Partial<LimbPose> {
  trunkInclination?: number;
  trunkSideBend?: number;
  neckSideBend?: number;
  left?: Partial<LimbPose>;
  right?: Partial<LimbPose>;
}

/** Half widths and lengths in metres. */
export interface Build {
  shoulder: number;
  hip: number;
  trunk: number;
  upperArm: number;
  forearm: number;
  thigh: number;
  shank: number;
}

export const AVERAGE_BUILD: Build = {
  shoulder: 0.17,
  hip: 0.11,
  trunk: 0.5,
  upperArm: 0.29,
  forearm: 0.25,
  thigh: 0.42,
  shank: 0.41,
};

const STRAIGHT: LimbPose = {
  shoulderFlexion: 0,
  shoulderAbduction: 0,
  elbowFlexion: 0,
  hipFlexion: 0,
  hipAbduction: 0,
  kneeFlexion: 0,
  ankleDorsiflexion: 0,
};

const MID_HIP: Vector = { x: 0, y: 0, z: 0 };
// The body's own axes: x to the patient's left, y down, z forward.
const LEFT: Vector = { x: 1, y: 0, z: 0 };
const DOWN: Vector = { x: 0, y: 1, z: 0 };
const FORWARD: Vector = { x: 0, y: 0, z: 1 };

const RADIANS = Math.PI / 180;

/** A place so far (metres) from another in a direction. */
export function from(place: Vector, far: number, { x, y, z }: Vector): Vector {
  return { x: place.x + far * x, y: place.y + far * y, z: place.z + far * z };
}

/** A direction turned by so many degrees towards another, which is square to it. */
function turned(direction: Vector, towards: Vector, degrees: number): Vector {
  const [cos, sin] = [Math.cos(degrees * RADIANS), Math.sin(degrees * RADIANS)];
  const { x, y, z } = direction;
  return { x: cos * x + sin * towards.x, y: cos * y + sin * towards.y, z: cos * z + sin * towards.z };
}

function opposite({ x, y, z }: Vector): Vector {
  return { x: -x, y: -y, z: -z };
}

/**
 * The 33 points of a stick figure in this pose, in metres along the body's axes (x to its left, y down, z forward),
 * origin mid-hip. Limbs first turn forward, then outward; elbows and knees bend in the plane of the forward turn.
 */
export function makeSkeleton(pose: Pose, build: Build = AVERAGE_BUILD): Vector[] {
  const { trunkInclination = 0, trunkSideBend = 0, neckSideBend = 0 } = pose;
  const leaning = turned(DOWN, FORWARD, -trunkInclination);
  const ahead = turned(FORWARD, DOWN, trunkInclination);
  const down = turned(leaning, LEFT, -trunkSideBend);
  const across = turned(LEFT, leaning, trunkSideBend);
  const chest = from(MID_HIP, -build.trunk, down);
  const head = from(chest, -0.22, down);
  const face = turned(across, down, neckSideBend);
  const points = new Array<Vector>(LANDMARK_COUNT).fill(from(head, 0.1, ahead));
  points[POINT.nose] = from(head, 0.12, ahead);
  points[POINT.leftEye] = from(from(head, 0.1, ahead), 0.032, face);
  points[POINT.rightEye] = from(from(head, 0.1, ahead), -0.032, face);
  points[POINT.leftEar] = from(head, 0.075, face);
  points[POINT.rightEar] = from(head, -0.075, face);
  for (const side of ['left', 'right'] as const) {
    const limb: LimbPose = { ...STRAIGHT, ...pose, ...pose[side] };
    const [outward, aside] = side === 'left' ? [across, LEFT] : [opposite(across), opposite(LEFT)];
    const shoulder = from(chest, build.shoulder, outward);
    placeArm(points, { limb, side, build, shoulder, down, ahead, outward });
    placeLeg(points, { limb, side, build, trunkInclination, outward: aside });
  }
  return points;
}

interface Limb {
  limb: LimbPose;
  side: Side;
  build: Build;
  outward: Vector;
}

function placeArm(
  points: Vector[],
  { limb, side, build, shoulder, down, ahead, outward }: Limb & { shoulder: Vector; down: Vector; ahead: Vector },
): void {
  const raised = turned(down, ahead, limb.shoulderFlexion);
  const bends = turned(ahead, down, -limb.shoulderFlexion);
  const upper = turned(raised, outward, limb.shoulderAbduction);
  const fore = turned(upper, bends, limb.elbowFlexion);
  const elbow = from(shoulder, build.upperArm, upper);
  const wrist = from(elbow, build.forearm, fore);
  points[POINT[`${side}Shoulder`]] = shoulder;
  points[POINT[`${side}Elbow`]] = elbow;
  points[POINT[`${side}Wrist`]] = wrist;
  for (const hand of [17, 19, 21]) points[side === 'left' ? hand : hand + 1] = from(wrist, 0.08, fore);
}

function placeLeg(
  points: Vector[],
  { limb, side, build, trunkInclination, outward }: Limb & { trunkInclination: number },
): void {
  const swing = limb.hipFlexion - trunkInclination;
  const ahead = turned(FORWARD, DOWN, -swing);
  const thigh = turned(turned(DOWN, FORWARD, swing), outward, limb.hipAbduction);
  const shank = turned(thigh, ahead, -limb.kneeFlexion);
  const instep = turned(ahead, thigh, limb.kneeFlexion);
  const foot = turned(instep, shank, -limb.ankleDorsiflexion);
  const hip = from(MID_HIP, build.hip, outward);
  const knee = from(hip, build.thigh, thigh);
  const ankle = from(knee, build.shank, shank);
  const heel = from(from(ankle, 0.05, shank), -0.05, foot);
  points[POINT[`${side}Hip`]] = hip;
  points[POINT[`${side}Knee`]] = knee;
  points[POINT[`${side}Ankle`]] = ankle;
  points[POINT[`${side}Heel`]] = heel;
  points[POINT[`${side}Toe`]] = from(heel, 0.22, foot);
}
