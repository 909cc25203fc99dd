import { pointsIn, pointsNeeded, visibilityOf } from './angles.ts';
import { compensationOf } from './compensation.ts';
import { refusalsOf } from './gate.ts';
import { type LandmarkFrame, POINT, type Side } from './landmarks.ts';
import { apart, type Place, placeOf } from './person.ts';
import type { Protocol } from './protocols.ts';
import { readAngle } from './read-angle.ts';
import type { Refusal } from './results.ts';
import { facingOf } from './signed-angle.ts';
import type { Vector } from './vectors.ts';
import { offPlane } from './view.ts';

/** What one frame of a trial told; kept until its result. */
export interface Look {
  atMs: number;
  /** Clinical degrees, with sign; null where the joint was not to be read. */
  angle: number | null;
  /** Degrees off the protocol's plane. */
  off: number;
  visibility: number;
  /** One value for each of the protocol's compensations, degrees; NaN where unseen. */
  helps: readonly number[];
  refusals: readonly Refusal[];
}

/** What a trial knows of the person and the camera when a frame comes. */
export interface Standpoint {
  yaw: number | null;
  facing: 1 | -1 | 0;
  /** Whoever was there when stillness began. */
  place: Place | null;
  /** Where the feet were then, in frame heights, and the picture's shape. */
  feet: readonly Vector[] | null;
  shape: number | null;
}

/** Trunk lengths from the first person's place at which somebody is somebody else. */
const OTHER_PERSON = 1.6;
/** Trunk lengths both feet may drift before camera or person have moved away. */
const MOVED = 0.5;

/** Reads one frame under a protocol. */
export function lookAt(frame: LandmarkFrame, protocol: Protocol, side: Side, standpoint: Standpoint): Look {
  const { angle, plane, method, reference } = protocol;
  const { yaw, facing, place } = standpoint;
  const off = offPlane(yaw ?? 45, plane);
  const refusals = [...refusalsOf(frame, angle, side)];
  if (frame.image && off > protocol.refuseOffPlaneDegrees) refusals.push('wrong-view');
  const here = placeOf(frame);
  const stranger = here && place && apart(place, here) > OTHER_PERSON;
  if (stranger) refusals.push('people-unclear');
  else if (hasMoved(frame, standpoint)) refusals.push('camera-moved');
  const points = pointsIn(frame, 'planar');
  const isReadable = frame.image && !stranger && !refusals.includes('joint-hidden');
  return {
    atMs: frame.captureMs,
    angle: isReadable ? readAngle(frame, angle, side, { method, plane, yaw, facing, reference }) : null,
    off,
    visibility: frame.image ? visibilityOf(frame.image, pointsNeeded(angle, side)) : 0,
    helps: protocol.compensations.map((code) => (points && compensationOf(points, code, side)) ?? Number.NaN),
    refusals,
  };
}

/** Where the feet are in one frame, in frame heights; null without a person. */
export function feetOf(frame: LandmarkFrame): readonly Vector[] | null {
  const points = pointsIn(frame, 'planar');
  return points && [POINT.leftAnkle, POINT.rightAnkle].map((index) => points[index] ?? { x: 0, y: 0, z: 0 });
}

/** Which way the person looks in one frame; 0 without a person. */
export function facingIn(frame: LandmarkFrame): 1 | -1 | 0 {
  const points = pointsIn(frame, 'planar');
  return points ? facingOf(points) : 0;
}

/** Width by height. */
export function shapeOf({ widthPx, heightPx }: LandmarkFrame): number {
  return widthPx / heightPx;
}

/** In every protocol one foot stays: where both have moved, or the picture was turned, it is not the same view. */
function hasMoved(frame: LandmarkFrame, { feet, place, shape }: Standpoint): boolean {
  if (shape !== null && Math.abs(shape - shapeOf(frame)) > 0.05) return true;
  const now = feetOf(frame);
  if (!feet || !place || !now) return false;
  return feet.every((foot, i) => {
    const { x, y } = now[i] ?? foot;
    return Math.hypot(x - foot.x, y - foot.y) > MOVED * place.size;
  });
}

/** The refusals that stand in at least this share of the frames, the commonest first. */
export function mostSeen(looks: readonly Look[], share: number): Refusal[] {
  const counts = new Map<Refusal, number>();
  for (const { refusals } of looks) for (const code of refusals) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= share * looks.length)
    .sort((a, b) => b[1] - a[1])
    .map(([code]) => code);
}
