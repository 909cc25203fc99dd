import type { Side } from '@plumbline/shared/measurement';
import { type FootContact, type PoseSpec, SIDES, type SomeJointAngles } from '../figure/pose-spec.ts';

export const here = { x: 0, z: 0, headingDegrees: 0 };

/** Ankles this far from the middle of the body, in metres. */
export const STANCE = 0.11;

/** Both feet on the floor, `first` deciding the height; `stance` is half the distance of the ankles in metres. */
export function feetOnFloor(first: Side = 'left', stance = STANCE, toeOutDegrees = 7, z = 0): FootContact[] {
  const order = first === 'left' ? SIDES : ([...SIDES].reverse() as Side[]);
  return order.map((side) => ({ kind: 'foot', side, x: side === 'left' ? stance : -stance, z, toeOutDegrees }));
}

/** Standing at ease with both feet planted. */
export function standing(joints: SomeJointAngles = {}, first: Side = 'left'): PoseSpec {
  return {
    root: { x: 0, z: 0, tilt: 0, roll: 0 },
    joints,
    contacts: feetOnFloor(first),
    placement: here,
  };
}
