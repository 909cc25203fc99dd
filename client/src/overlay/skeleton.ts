import { type AngleName, POINT, pointOf, type Side } from '@plumbline/shared/measurement';

/** The lines of the skeleton, as pairs of points. */
export const BONES: readonly (readonly [number, number])[] = [
  [POINT.leftShoulder, POINT.rightShoulder],
  [POINT.leftHip, POINT.rightHip],
  [POINT.leftShoulder, POINT.leftHip],
  [POINT.rightShoulder, POINT.rightHip],
  ...(['left', 'right'] as const).flatMap((side) =>
    (
      [
        ['Shoulder', 'Elbow'],
        ['Elbow', 'Wrist'],
        ['Hip', 'Knee'],
        ['Knee', 'Ankle'],
        ['Ankle', 'Heel'],
        ['Heel', 'Toe'],
      ] as const
    ).map(([a, b]) => [pointOf(side, a), pointOf(side, b)] as const),
  ),
];

/** The points of a goniometer: `zero` is the arm of the instrument at 0°, drawn onwards from the joint where `onward`. */
export interface Goniometer {
  joint: number;
  zero: number;
  onward: boolean;
  moving: number;
}

/** Where a goniometer for this angle lies; null for angles that have none in the picture. */
export function goniometerFor(angle: AngleName, side: Side): Goniometer | null {
  const on = (part: Parameters<typeof pointOf>[1]) => pointOf(side, part);
  switch (angle) {
    case 'shoulder-abduction':
    case 'shoulder-flexion':
      return { joint: on('Shoulder'), zero: on('Hip'), onward: false, moving: on('Elbow') };
    case 'elbow-flexion':
      return { joint: on('Elbow'), zero: on('Shoulder'), onward: true, moving: on('Wrist') };
    case 'hip-flexion':
    case 'hip-abduction':
      return { joint: on('Hip'), zero: on('Shoulder'), onward: true, moving: on('Knee') };
    case 'knee-flexion':
      return { joint: on('Knee'), zero: on('Hip'), onward: true, moving: on('Ankle') };
    default:
      return null;
  }
}
