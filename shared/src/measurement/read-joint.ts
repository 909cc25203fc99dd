import type { AngleName } from './angles.ts';
import type { LandmarkFrame, Side } from './landmarks.ts';
import { readAngle } from './read-angle.ts';
import { between, middle, minus, pointOf, type Vector } from './vectors.ts';

const FRONTAL: ReadonlySet<AngleName> = new Set([
  'shoulder-abduction',
  'hip-abduction',
  'trunk-side-bend',
  'neck-side-bend',
]);

/** How far a joint is that is not the one exercised, degrees: an arm by the metres, since it may go any way. */
export function readJoint(
  frame: LandmarkFrame,
  angle: AngleName | 'thigh-ahead',
  side: Side,
  yaw: number | null,
): number | null {
  if (angle === 'thigh-ahead') return frame.world && thighAhead(frame.world, side);
  const method = angle === 'shoulder-flexion' ? '3d' : angle === 'elbow-flexion' ? 'mean' : 'fused';
  return readAngle(frame, angle, side, { method, plane: FRONTAL.has(angle) ? 'frontal' : 'sagittal', yaw });
}

/** How far a thigh points forward (positive) out of the plane of hips and shoulders, from the model's metres, degrees. */
function thighAhead(world: readonly Vector[], side: Side): number | null {
  const at = (part: 'Shoulder' | 'Hip' | 'Knee', one: Side) => world[pointOf(one, part)] ?? NOWHERE;
  const across = minus(at('Hip', 'left'), at('Hip', 'right'));
  const up = minus(
    middle(at('Shoulder', 'left'), at('Shoulder', 'right')),
    middle(at('Hip', 'left'), at('Hip', 'right')),
  );
  const ahead = {
    x: across.y * up.z - across.z * up.y,
    y: across.z * up.x - across.x * up.z,
    z: across.x * up.y - across.y * up.x,
  };
  const degrees = 90 - between(minus(at('Knee', side), at('Hip', side)), ahead);
  return Number.isFinite(degrees) ? degrees : null;
}

const NOWHERE: Vector = { x: Number.NaN, y: Number.NaN, z: Number.NaN };
