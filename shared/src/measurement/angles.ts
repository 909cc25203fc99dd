import { type Landmark, type LandmarkFrame, POINT, type Side } from './landmarks.ts';

export interface Vector {
  x: number;
  y: number;
  z: number;
}

/** Where an angle is taken: in the image plane (aspect corrected) or in the model's metres. */
export type Space = 'planar' | '3d';

/** The angles we read, each with anatomical zero: joints straight and arms at the side are 0. */
export type AngleName =
  | 'shoulder-abduction'
  | 'shoulder-flexion'
  | 'shoulder-extension'
  | 'elbow-flexion'
  | 'hip-flexion'
  | 'hip-extension'
  | 'hip-abduction'
  | 'knee-flexion'
  | 'ankle-dorsiflexion'
  | 'ankle-plantarflexion'
  | 'trunk-inclination'
  | 'trunk-side-bend'
  | 'neck-side-bend';

const DEGREES = 180 / Math.PI;

/** The points of one frame in one space: image points in frame heights (z left out), or metres. Null without a person. */
export function pointsIn(frame: LandmarkFrame, space: Space): readonly Vector[] | null {
  if (space === '3d') return frame.world;
  if (!frame.image) return null;
  const aspect = frame.widthPx / frame.heightPx;
  return frame.image.map(({ x, y }) => ({ x: x * aspect, y, z: 0 }));
}

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

type PartName = 'Shoulder' | 'Elbow' | 'Wrist' | 'Hip' | 'Knee' | 'Ankle' | 'Heel' | 'Toe' | 'Ear';

/** The index of a point on one side of the body. */
export function pointOf(side: Side, part: PartName): number {
  return POINT[`${side}${part}`];
}

/** The points an angle is made of, for the gate. */
export function pointsNeeded(name: AngleName, side: Side): number[] {
  const on = (...parts: PartName[]) => parts.map((part) => pointOf(side, part));
  switch (name) {
    case 'shoulder-abduction':
    case 'shoulder-flexion':
    case 'shoulder-extension':
      return on('Shoulder', 'Elbow', 'Hip');
    case 'elbow-flexion':
      return on('Shoulder', 'Elbow', 'Wrist');
    case 'hip-flexion':
    case 'hip-extension':
    case 'hip-abduction':
      return on('Shoulder', 'Hip', 'Knee');
    case 'knee-flexion':
      return on('Hip', 'Knee', 'Ankle');
    case 'ankle-dorsiflexion':
    case 'ankle-plantarflexion':
      return on('Knee', 'Ankle', 'Toe');
    case 'trunk-inclination':
    case 'trunk-side-bend':
      return [POINT.leftShoulder, POINT.rightShoulder, POINT.leftHip, POINT.rightHip];
    case 'neck-side-bend':
      return [POINT.leftEar, POINT.rightEar, POINT.leftShoulder, POINT.rightShoulder];
  }
}

/** Degrees of one angle from the points of one space, never negative; null where they do not tell. */
export function angleOf(points: readonly Vector[], name: AngleName, side: Side): number | null {
  const at = (index: number): Vector => points[index] ?? { x: Number.NaN, y: Number.NaN, z: Number.NaN };
  const on = (part: PartName) => at(pointOf(side, part));
  const hips = middle(at(POINT.leftHip), at(POINT.rightHip));
  const shoulders = middle(at(POINT.leftShoulder), at(POINT.rightShoulder));
  const degrees = ((): number => {
    switch (name) {
      case 'shoulder-abduction':
      case 'shoulder-flexion':
      case 'shoulder-extension':
        return between(armLine(on('Shoulder'), on('Elbow'), on('Wrist')), minus(hips, shoulders));
      case 'elbow-flexion':
        return 180 - between(minus(on('Shoulder'), on('Elbow')), minus(on('Wrist'), on('Elbow')));
      case 'hip-flexion':
      case 'hip-extension':
      case 'hip-abduction':
        return between(minus(on('Knee'), on('Hip')), minus(hips, shoulders));
      case 'knee-flexion':
        return 180 - between(minus(on('Hip'), on('Knee')), minus(on('Ankle'), on('Knee')));
      case 'ankle-dorsiflexion':
        return 90 - between(minus(on('Knee'), on('Ankle')), minus(on('Toe'), on('Heel')));
      case 'ankle-plantarflexion':
        return between(minus(on('Knee'), on('Ankle')), minus(on('Toe'), on('Heel'))) - 90;
      case 'trunk-inclination':
      case 'trunk-side-bend':
        return between(minus(shoulders, hips), { x: 0, y: -1, z: 0 });
      case 'neck-side-bend':
        return sideBend(at(POINT.leftEar), at(POINT.rightEar), at(POINT.leftShoulder), at(POINT.rightShoulder));
    }
  })();
  return Number.isFinite(degrees) ? degrees : null;
}

/** An elbow bent less than the first is straight; bent more than the second the forearm says nothing of the upper arm. Degrees. */
const STRAIGHT_ELBOW = 30;
const BENT_ELBOW = 50;

/**
 * Where the arm points: along the upper arm, and, as far as the elbow is straight, half along the line from shoulder to
 * wrist. That line is nearly twice as long, so that a landmark's error turns it half as much.
 */
function armLine(shoulder: Vector, elbow: Vector, wrist: Vector): Vector {
  const upper = minus(elbow, shoulder);
  const whole = minus(wrist, shoulder);
  const bent = between(upper, minus(wrist, elbow));
  const trust = Math.max(0, Math.min(1, (BENT_ELBOW - bent) / (BENT_ELBOW - STRAIGHT_ELBOW))) || 0;
  const share = trust * (lengthOf(upper) / (lengthOf(whole) || 1));
  return { x: upper.x + share * whole.x, y: upper.y + share * whole.y, z: upper.z + share * whole.z };
}

function sideBend(leftEar: Vector, rightEar: Vector, leftShoulder: Vector, rightShoulder: Vector): number {
  const turn = between(minus(leftEar, rightEar), minus(leftShoulder, rightShoulder));
  return turn > 90 ? 180 - turn : turn;
}

/** The least visibility among these points, 0–1. */
export function visibilityOf(image: readonly Landmark[], indices: readonly number[]): number {
  return indices.reduce((least, index) => Math.min(least, image[index]?.visibility ?? 0), 1);
}
