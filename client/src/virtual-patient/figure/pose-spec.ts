import type { Side } from '@plumbline/shared/measurement';

/** A joint with three clinical angles in degrees; rotation is positive outward (external). */
export interface BallAngles {
  flexion: number;
  abduction: number;
  rotation: number;
}

/** Trunk or neck in degrees: flexion forward, side bend and rotation positive towards the patient's left. */
export interface SpineAngles {
  flexion: number;
  sideBend: number;
  rotation: number;
}

/** The angles of one arm and one leg in degrees from the anatomical zero (palms forward, everything straight). */
export interface LimbAngles {
  clavicle: { elevation: number };
  shoulder: BallAngles;
  elbow: { flexion: number };
  forearm: { pronation: number };
  wrist: { flexion: number };
  hip: BallAngles;
  knee: { flexion: number };
  ankle: { dorsiflexion: number };
  toes: { extension: number };
}

type Sided<S extends Side> = { [J in keyof LimbAngles as `${S}${Capitalize<J>}`]: LimbAngles[J] };

/** Every joint angle of the figure in degrees; left is the patient's left. */
export type JointAngles = { trunk: SpineAngles; neck: SpineAngles } & Sided<'left'> & Sided<'right'>;

/** Joint angles of which any may be left out: they keep the standing pose's value. */
export type SomeJointAngles = { [J in keyof JointAngles]?: Partial<JointAngles[J]> };

/** What holds the figure in place. Positions in metres in the figure's own frame: x to its left, y up, z ahead, floor at 0. */
export type Contact =
  | FootContact
  /** The pelvis rests on a seat of this height. */
  | { kind: 'seat'; heightM: number }
  /** The wrist is held at this place; the elbow points along `elbow`. */
  | { kind: 'hand'; side: Side; at: Point; elbow: Point; palm: 'down' | 'ahead' | 'free' };

/** A foot that stands still: its ankle above (x, z), toes turned out, heel lifted about the ball of the foot. */
export interface FootContact {
  kind: 'foot';
  side: Side;
  x: number;
  z: number;
  toeOutDegrees: number;
  heelLiftDegrees?: number;
  /** Height of what it stands on; 0 is the floor. */
  floorM?: number;
  /** The plane in which its knee bends turns inwards from the toes' direction by this much: a knee that falls in. */
  kneeInDegrees?: number;
}

export interface Point {
  x: number;
  y: number;
  z: number;
}

/** Pelvis: place in metres and lean in degrees. Without `y` the feet or the seat decide the height. */
export interface Root {
  x: number;
  y?: number;
  z: number;
  /** Forward lean of the pelvis; −90 lies on the back. */
  tilt: number;
  /** Lean towards the patient's left. */
  roll: number;
}

/** Where the figure stands in the room and which way it faces: 0 faces the camera, 90 shows it the right side. */
export interface Placement {
  x: number;
  z: number;
  headingDegrees: number;
}

/** One pose of the figure, before contacts are solved. The first foot contact decides the root's height and depth. */
export interface PoseSpec {
  root: Root;
  joints: SomeJointAngles;
  contacts: readonly Contact[];
  placement: Placement;
}

export const SIDES = ['left', 'right'] as const;

/** The name of a sided joint, such as `leftKnee`. */
export function sided<S extends Side, J extends keyof LimbAngles>(side: S, joint: J): `${S}${Capitalize<J>}` {
  return `${side}${joint[0]!.toUpperCase()}${joint.slice(1)}` as `${S}${Capitalize<J>}`;
}
