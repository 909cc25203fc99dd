import { type Landmark, type LandmarkFrame, POINT, type Side } from './landmarks.ts';
import { kneeOf, type Reference, swingOf } from './swing.ts';
import { between, middle, minus, type PartName, pointAt, pointOf, type Vector } from './vectors.ts';

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

/** The points of one frame in one space: image points in frame heights (z left out), or metres. Null without a person. */
export function pointsIn(frame: LandmarkFrame, space: Space): readonly Vector[] | null {
  if (space === '3d') return frame.world;
  if (!frame.image) return null;
  const aspect = frame.widthPx / frame.heightPx;
  return frame.image.map(({ x, y }) => ({ x: x * aspect, y, z: 0 }));
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
      return [POINT.leftEye, POINT.rightEye, POINT.leftShoulder, POINT.rightShoulder];
  }
}

/** Degrees of one angle from the points of one space, never negative; null where they do not tell. */
export function angleOf(
  points: readonly Vector[],
  name: AngleName,
  side: Side,
  reference: Reference = 'trunk',
): number | null {
  const at = (index: number) => pointAt(points, index);
  const on = (part: PartName) => at(pointOf(side, part));
  const hips = middle(at(POINT.leftHip), at(POINT.rightHip));
  const shoulders = middle(at(POINT.leftShoulder), at(POINT.rightShoulder));
  const degrees = ((): number => {
    switch (name) {
      case 'elbow-flexion':
        return 180 - between(minus(on('Shoulder'), on('Elbow')), minus(on('Wrist'), on('Elbow')));
      case 'shoulder-abduction':
      case 'shoulder-flexion':
      case 'shoulder-extension': {
        const { limb, rest } = swingOf(points, 'arm', side, reference);
        return between(limb, rest);
      }
      case 'hip-flexion':
      case 'hip-extension': {
        const { limb, rest } = swingOf(points, 'thigh', side, reference);
        return between(limb, rest);
      }
      case 'hip-abduction': {
        const { limb, rest } = swingOf(points, 'leg', side, reference);
        return between(limb, rest);
      }
      case 'knee-flexion': {
        const { thigh, shank } = kneeOf(points, side, reference);
        return between(thigh, shank);
      }
      case 'ankle-dorsiflexion':
        return 90 - between(minus(on('Knee'), on('Ankle')), minus(on('Toe'), on('Heel')));
      case 'ankle-plantarflexion':
        return between(minus(on('Knee'), on('Ankle')), minus(on('Toe'), on('Heel'))) - 90;
      case 'trunk-inclination':
      case 'trunk-side-bend':
        return between(minus(shoulders, hips), { x: 0, y: -1, z: 0 });
      case 'neck-side-bend':
        return sideBend(at(POINT.leftEye), at(POINT.rightEye), at(POINT.leftShoulder), at(POINT.rightShoulder));
    }
  })();
  return Number.isFinite(degrees) ? degrees : null;
}

function sideBend(leftEye: Vector, rightEye: Vector, leftShoulder: Vector, rightShoulder: Vector): number {
  const turn = between(minus(leftEye, rightEye), minus(leftShoulder, rightShoulder));
  return turn > 90 ? 180 - turn : turn;
}

/** The least visibility among these points, 0–1. */
export function visibilityOf(image: readonly Landmark[], indices: readonly number[]): number {
  return indices.reduce((least, index) => Math.min(least, image[index]?.visibility ?? 0), 1);
}
