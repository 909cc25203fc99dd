import { type Landmark, type LandmarkFrame, POINT } from './landmarks.ts';
import { AVERAGE_BUILD, type Build, from, makeSkeleton, type Pose } from './make-skeleton.ts';
import type { Vector } from './vectors.ts';

/** Where the patient is turned: to the camera, or showing it the patient's own left or right side. */
export type Facing = 'front' | 'back' | 'side-left' | 'side-right';

const YAW: Record<Facing, number> = { front: 0, back: 180, 'side-left': 90, 'side-right': -90 };
const RADIANS = Math.PI / 180;

/** One frame of one stick figure before one camera; everything has a default. */
export interface FrameOptions extends Pose {
  view?: Facing;
  /** Added to the view's turn, degrees; towards +90 the patient's left side comes to the camera. */
  yaw?: number;
  /** Turn of the camera about its own axis, degrees; the picture turns clockwise. */
  roll?: number;
  /** Frame heights per metre: how near the camera is. */
  scale?: number;
  /** Where the standing foot is, as fractions of the frame. */
  at?: { x: number; y: number };
  widthPx?: number;
  heightPx?: number;
  build?: Build;
  visibility?: number;
  /** Points the model does not see (visibility 0.1), by index. */
  hidden?: readonly number[];
  captureMs?: number;
  sequence?: number;
  luma?: number | null;
  people?: number;
  /** Nobody is in the picture. */
  empty?: boolean;
}

/** The frame a pose worker would hand over for this pose. The foot that stands keeps its place; the camera sees in parallel. */
export function makeFrame(options: FrameOptions = {}): LandmarkFrame {
  const { view = 'front', yaw = 0, roll = 0, scale = 0.42, at = { x: 0.5, y: 0.9 } } = options;
  const { widthPx = 640, heightPx = 480, build = AVERAGE_BUILD, visibility = 0.95, hidden = [] } = options;
  const { captureMs = 0, sequence = 0, luma = 120, people = 1, empty = false } = options;
  const header = { sequence, captureMs, widthPx, heightPx, luma };
  if (empty) return { ...header, image: null, world: null, people: 0 };
  const body = makeSkeleton(options, build);
  const root = standingOn(body);
  const seen = (index: number) => (hidden.includes(index) ? 0.1 : visibility);
  const turn = turnedBy(YAW[view] + yaw, roll);
  const aspect = widthPx / heightPx;
  const world = body.map((point, index): Landmark => ({ ...turn(point), visibility: seen(index) }));
  const image = body.map((point, index): Landmark => {
    const { x, y, z } = turn(from(point, -1, root));
    return { x: at.x + (scale * x) / aspect, y: at.y + scale * y, z: (scale * z) / aspect, visibility: seen(index) };
  });
  return { ...header, image, world, people };
}

/** The ground under the lower foot, half-way between the hips: it does not move while one foot stands. */
function standingOn(body: readonly Vector[]): Vector {
  const [left, right] = [POINT.leftAnkle, POINT.rightAnkle].map((index) => body[index]) as [Vector, Vector];
  const { y, z } = left.y > right.y ? left : right;
  return { x: 0, y: y + 0.08, z };
}

/** From the body's axes to the camera's (x right, y down, z away), turned about the vertical, then about the camera's axis. */
function turnedBy(yaw: number, roll: number): (point: Vector) => Vector {
  const [cos, sin] = [Math.cos(yaw * RADIANS), Math.sin(yaw * RADIANS)];
  const [upright, tilted] = [Math.cos(roll * RADIANS), Math.sin(roll * RADIANS)];
  return ({ x, y, z }) => {
    const across = x * cos - z * sin;
    return { x: across * upright - y * tilted, y: across * tilted + y * upright, z: -x * sin - z * cos };
  };
}

/** What a mirror shows: the picture flipped, and the left limb taken for the right. */
export function mirrored(frame: LandmarkFrame): LandmarkFrame {
  const flip = (points: readonly Landmark[] | null, width: number) =>
    points?.map((point, index) => {
      const other = points[counterpart(index)] ?? point;
      return { ...other, x: width - other.x };
    }) ?? null;
  return { ...frame, image: flip(frame.image, 1), world: flip(frame.world, 0) };
}

/** The same point on the other side of the body: eyes 1–3 and 4–6, from the ears on left is odd. */
function counterpart(index: number): number {
  if (index === 0) return 0;
  if (index <= 6) return index <= 3 ? index + 3 : index - 3;
  return index % 2 === 1 ? index + 1 : index - 1;
}
