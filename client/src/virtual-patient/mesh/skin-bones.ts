import { type Matrix4, Quaternion, Vector3 } from 'three';
import type { Measures } from '../figure/body.ts';
import { type Bone, type BoneName, type Bones, boneOf, outward, placeBones } from '../figure/bones.ts';
import { completeAngles } from '../figure/joint-angles.ts';
import { type JointAngles, SIDES, sided } from '../figure/pose-spec.ts';

const HELPERS = ['shoulderHalf', 'elbowHalf', 'forearmTwist', 'hipHalf', 'kneeHalf'] as const;
type Helper = (typeof HELPERS)[number];
export type SkinBone = BoneName | `${'left' | 'right'}${Capitalize<Helper>}`;

const middle: SkinBone[] = ['pelvis', 'lumbar', 'chest', 'neck', 'head'];
const limb = ['clavicle', 'upperArm', 'forearm', 'hand', 'thigh', 'shank', 'foot', 'toes', ...HELPERS];

/** The bones the mesh follows, in the order of its skin indices: the skeleton's and halfway ones that keep joints round. */
export const skinBones: readonly SkinBone[] = [
  ...middle,
  ...SIDES.flatMap((side) => limb.map((name) => `${side}${name[0]!.toUpperCase()}${name.slice(1)}` as SkinBone)),
];

/** Index of a bone in `skinBones`. */
export function skinIndex(bone: SkinBone): number {
  return skinBones.indexOf(bone);
}

/** The angles in which the mesh is built: arms and legs apart, so that no two parts grow together. */
export function restAngles(): JointAngles {
  const side = {
    clavicle: { elevation: 4 },
    shoulder: { flexion: 0, abduction: 55, rotation: 0 },
    elbow: { flexion: 8 },
    forearm: { pronation: 0 },
    wrist: { flexion: 0 },
    hip: { flexion: 0, abduction: 7, rotation: 4 },
    knee: { flexion: 4 },
    ankle: { dorsiflexion: 0 },
    toes: { extension: 0 },
  };
  const joints: Record<string, object> = {};
  for (const s of SIDES) {
    for (const [joint, value] of Object.entries(side))
      joints[`${s}${joint[0]!.toUpperCase()}${joint.slice(1)}`] = value;
  }
  return completeAngles(joints);
}

/** The skeleton in the mesh's rest pose, standing at the origin. */
export function restBones(m: Measures): Bones {
  const y = m.ankleHeight + m.thigh + m.shank;
  return placeBones(restAngles(), { x: 0, y, z: 0, tilt: 0, roll: 0 }, m);
}

/** For each skin bone the transform that carries its part of the mesh from rest into the pose. */
export function skinTransforms(bones: Bones, angles: JointAngles, rest: Bones, into: readonly Matrix4[]): void {
  const turned = (name: BoneName) => bones[name].turn.clone().multiply(rest[name].turn.clone().invert());
  skinBones.forEach((name, i) => {
    const matrix = into[i]!;
    if (name in rest) {
      carryPart(matrix, rest[name as BoneName].at, bones[name as BoneName].at, turned(name as BoneName));
      return;
    }
    const side = name.startsWith('left') ? 'left' : 'right';
    const helper = name.slice(side.length);
    if (helper === 'ForearmTwist') {
      twist(matrix, side, bones, rest, angles);
      return;
    }
    const [parent, child] = PAIRS[helper]!;
    const joint = boneOf(side, child);
    const above = turned(parent === 'pelvis' ? 'pelvis' : boneOf(side, parent));
    carryPart(matrix, rest[joint].at, bones[joint].at, above.slerp(turned(joint), 0.5));
  });
}

const PAIRS: Record<
  string,
  ['pelvis' | 'clavicle' | 'upperArm' | 'thigh', 'upperArm' | 'forearm' | 'thigh' | 'shank']
> = {
  ShoulderHalf: ['clavicle', 'upperArm'],
  ElbowHalf: ['upperArm', 'forearm'],
  HipHalf: ['pelvis', 'thigh'],
  KneeHalf: ['thigh', 'shank'],
};

function twist(matrix: Matrix4, side: 'left' | 'right', bones: Bones, rest: Bones, angles: JointAngles): void {
  const forearm: Bone = bones[boneOf(side, 'forearm')];
  const atRest = rest[boneOf(side, 'forearm')];
  const half = (-outward(side) * angles[sided(side, 'forearm')].pronation * Math.PI) / 360;
  const turn = forearm.turn
    .clone()
    .multiply(new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), half))
    .multiply(atRest.turn.clone().invert());
  carryPart(matrix, atRest.at, forearm.at, turn);
}

const one = new Vector3(1, 1, 1);

function carryPart(matrix: Matrix4, from: Vector3, to: Vector3, turn: Quaternion): void {
  const shift = from.clone().applyQuaternion(turn).negate().add(to);
  matrix.compose(shift, turn, one);
}
