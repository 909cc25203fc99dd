import { Euler, Matrix4, Quaternion, Vector3 } from 'three';
import type { Measures } from './body.ts';
import { type JointAngles, type Root, SIDES, sided } from './pose-spec.ts';

const SIDED_BONES = ['clavicle', 'upperArm', 'forearm', 'hand', 'thigh', 'shank', 'foot', 'toes'] as const;
type SidedBone = (typeof SIDED_BONES)[number];
export type BoneName = 'pelvis' | 'lumbar' | 'chest' | 'neck' | 'head' | `${'left' | 'right'}${Capitalize<SidedBone>}`;

/** A bone's joint in metres and its orientation; y points up the body, z ahead, x to the patient's left. */
export interface Bone {
  at: Vector3;
  turn: Quaternion;
}

export type Bones = Record<BoneName, Bone>;

const RAD = Math.PI / 180;

/** The name of a sided bone, such as `leftThigh`. */
export function boneOf(side: 'left' | 'right', bone: SidedBone): BoneName {
  return `${side}${bone[0]!.toUpperCase()}${bone.slice(1)}` as BoneName;
}

/** +1 for the left side, −1 for the right: turns outward angles into rotations. */
export function outward(side: 'left' | 'right'): 1 | -1 {
  return side === 'left' ? 1 : -1;
}

/** Orientation of a ball joint: first rotation about the bone, then abduction, then flexion. */
export function ballTurn(
  angles: { flexion: number; abduction: number; rotation: number },
  side: 'left' | 'right',
): Quaternion {
  const out = outward(side);
  return new Quaternion().setFromEuler(
    new Euler(-angles.flexion * RAD, out * angles.rotation * RAD, out * angles.abduction * RAD, 'XZY'),
  );
}

/** The clinical angles of a ball joint's orientation: the inverse of `ballTurn`. */
export function ballAngles(turn: Quaternion, side: 'left' | 'right') {
  const euler = new Euler().setFromQuaternion(turn, 'XZY');
  const out = outward(side);
  return { flexion: -euler.x / RAD, abduction: (out * euler.z) / RAD, rotation: (out * euler.y) / RAD };
}

/** Rotation in degrees about x: positive tips the top forward. */
export function tip(degrees: number): Quaternion {
  return new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), degrees * RAD);
}

function spineTurn(angles: { flexion: number; sideBend: number; rotation: number }, share: number): Quaternion {
  return new Quaternion().setFromEuler(
    new Euler(angles.flexion * share * RAD, angles.rotation * share * RAD, -angles.sideBend * share * RAD, 'YXZ'),
  );
}

/** Where every bone is when the pelvis stands at `root`, in the figure's own frame. */
export function placeBones(angles: JointAngles, root: Root & { y: number }, m: Measures): Bones {
  const bones = {} as Bones;
  const put = (name: BoneName, parent: Bone | null, offset: [number, number, number], turn: Quaternion): Bone => {
    const from = parent ?? { at: new Vector3(root.x, root.y, root.z), turn: new Quaternion() };
    const at = new Vector3(...offset).applyQuaternion(from.turn).add(from.at);
    const bone = { at, turn: from.turn.clone().multiply(turn) };
    bones[name] = bone;
    return bone;
  };
  const lean = new Quaternion().setFromEuler(new Euler(root.tilt * RAD, 0, -root.roll * RAD, 'XYZ'));
  const pelvis = put('pelvis', null, [0, 0, 0], lean);
  const lumbar = put('lumbar', pelvis, [0, m.lumbarUp, -0.012], spineTurn(angles.trunk, 0.5));
  const chest = put('chest', lumbar, [0, m.chestUp - m.lumbarUp, -0.004], spineTurn(angles.trunk, 0.5));
  const neck = put('neck', chest, [0, m.neckUp - m.chestUp, -0.014], spineTurn(angles.neck, 0.5));
  put('head', neck, [0, m.neck, 0.016], spineTurn(angles.neck, 0.5));
  for (const side of SIDES) placeLimbs(side, angles, m, put, bones);
  return bones;
}

type Put = (name: BoneName, parent: Bone | null, offset: [number, number, number], turn: Quaternion) => Bone;

function placeLimbs(side: 'left' | 'right', angles: JointAngles, m: Measures, put: Put, bones: Bones): void {
  const out = outward(side);
  const sternal: [number, number, number] = [out * 0.03, m.shoulderUp - m.chestUp, 0.0];
  const rise = angles[sided(side, 'clavicle')].elevation;
  const girdle = new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), out * rise * RAD);
  const clavicle = put(boneOf(side, 'clavicle'), bones.chest, sternal, girdle);
  const shoulder = ballTurn(angles[sided(side, 'shoulder')], side);
  const onGirdle = girdle.clone().invert().multiply(shoulder);
  const upperArm = put(boneOf(side, 'upperArm'), clavicle, [out * (m.shoulderHalf - 0.03), 0, -0.01], onGirdle);
  const forearm = put(
    boneOf(side, 'forearm'),
    upperArm,
    [0, -m.upperArm, 0],
    tip(-angles[sided(side, 'elbow')].flexion),
  );
  const wrist = new Quaternion()
    .setFromAxisAngle(new Vector3(0, 1, 0), -out * angles[sided(side, 'forearm')].pronation * RAD)
    .multiply(tip(-angles[sided(side, 'wrist')].flexion));
  put(boneOf(side, 'hand'), forearm, [0, -m.forearm, 0], wrist);

  const thigh = put(
    boneOf(side, 'thigh'),
    bones.pelvis,
    [out * m.hipHalf, 0, 0],
    ballTurn(angles[sided(side, 'hip')], side),
  );
  const shank = put(boneOf(side, 'shank'), thigh, [0, -m.thigh, 0], tip(angles[sided(side, 'knee')].flexion));
  const foot = put(boneOf(side, 'foot'), shank, [0, -m.shank, 0], tip(-angles[sided(side, 'ankle')].dorsiflexion));
  const ballDown = -(m.ankleHeight - 0.022);
  put(boneOf(side, 'toes'), foot, [0, ballDown, m.ball], tip(-angles[sided(side, 'toes')].extension));
}

/** A rigid transform of all bones: turns about the vertical through the origin, then moves. */
export function carry(bones: Bones, headingDegrees: number, x: number, z: number): Bones {
  const turn = new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), headingDegrees * RAD);
  const shift = new Vector3(x, 0, z);
  return Object.fromEntries(
    Object.entries(bones).map(([name, bone]) => [
      name,
      { at: bone.at.clone().applyQuaternion(turn).add(shift), turn: turn.clone().multiply(bone.turn) },
    ]),
  ) as Bones;
}

/** Orientation whose y axis is `up` and whose z axis leans towards `ahead`. */
export function frame(up: Vector3, ahead: Vector3): Quaternion {
  const y = up.clone().normalize();
  const x = y.clone().cross(ahead).normalize();
  const z = x.clone().cross(y);
  return new Quaternion().setFromRotationMatrix(new Matrix4().makeBasis(x, y, z));
}
