import type { ClipTruth } from '../../../client/src/virtual-patient/file/clip.ts';
import { bodyYaw, type LandmarkFrame, turnOffPlane } from '../../../shared/src/measurement/index.ts';
import { median } from '../statistics.mjs';

/** How far a person who stands still before the movement is turned off a plane, degrees: in truth, and as the metres have it. */
export function turnsOf(
  frames: readonly LandmarkFrame[],
  { acts, perFrame }: ClipTruth,
  plane: 'frontal' | 'sagittal',
): { true: number; seen: number } {
  const untilMs = acts[0]?.repetitions[0]?.startMs ?? 0;
  const off = (yaws: (number | null)[]) =>
    median(yaws.flatMap((yaw) => (yaw === null ? [] : turnOffPlane(yaw, plane))));
  return {
    true: off(
      perFrame
        .filter(({ timeMs }) => timeMs < untilMs)
        .map(({ world }) => bodyYaw({ ...EMPTY, world: toPoints(world) })),
    ),
    seen: off(frames.filter(({ captureMs }) => captureMs < untilMs).map(bodyYaw)),
  };
}

const EMPTY = { sequence: 0, captureMs: 0, widthPx: 1, heightPx: 1, image: null, people: 1, luma: null };

function toPoints(flat: readonly number[]) {
  return Array.from({ length: flat.length / 3 }, (_, i) => ({
    x: flat[3 * i] ?? 0,
    y: flat[3 * i + 1] ?? 0,
    z: flat[3 * i + 2] ?? 0,
    visibility: 1,
  }));
}
