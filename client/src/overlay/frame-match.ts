import type { Landmark, LandmarkFrame } from '@plumbline/shared/measurement';

/** Two landmark frames further apart than this are not joined. */
const LONGEST_JOIN_MS = 450;

export interface Timed {
  atMs: number;
}

export interface Match {
  /** The landmarks to draw, in fractions of the frame. */
  points: readonly Landmark[];
  /** exact: measured on this very frame. between: from the two around it. late: the newest there is, of an older frame. */
  kind: 'exact' | 'between' | 'late';
}

/**
 * The landmarks that belong on a frame captured at `atMs`: those measured on it (within half of the video's frame
 * interval), else between the two around it, else the newest. `poses` in the order of their times. Null without any.
 */
export function matchPose(poses: readonly LandmarkFrame[], atMs: number, frameIntervalMs: number): Match | null {
  const after = poses.findIndex((pose) => pose.captureMs >= atMs);
  const next = after < 0 ? undefined : poses[after];
  const before = after < 0 ? poses.at(-1) : poses[after - 1];
  const near = [before, next]
    .filter((pose): pose is LandmarkFrame => pose !== undefined)
    .sort((a, b) => Math.abs(a.captureMs - atMs) - Math.abs(b.captureMs - atMs))[0];
  if (!near) return null;
  if (Math.abs(near.captureMs - atMs) <= frameIntervalMs / 2)
    return near.image && { points: near.image, kind: 'exact' };
  if (before?.image && next?.image && next.captureMs - before.captureMs <= LONGEST_JOIN_MS) {
    const share = (atMs - before.captureMs) / (next.captureMs - before.captureMs);
    const { image } = next;
    const points = before.image.map((point, i) => mix(point, image[i] ?? point, share));
    return { points, kind: 'between' };
  }
  return before?.image ? { points: before.image, kind: 'late' } : null;
}

function mix(a: Landmark, b: Landmark, share: number): Landmark {
  const part = (from: number, to: number) => from + share * (to - from);
  return { x: part(a.x, b.x), y: part(a.y, b.y), z: part(a.z, b.z), visibility: Math.min(a.visibility, b.visibility) };
}

/** The frame to show now: the newest one whose landmarks can be known by now, never older than the ring allows. `frames` in the order of their times; null without any. */
export function frameToShow<F extends Timed>(
  frames: readonly F[],
  poses: readonly LandmarkFrame[],
  frameIntervalMs: number,
): F | null {
  const newestPose = poses.at(-1)?.captureMs;
  const newest = frames.at(-1);
  if (!newest || newestPose === undefined) return newest ?? null;
  const ready = frames.filter((frame) => frame.atMs <= newestPose + frameIntervalMs / 2);
  return ready.at(-1) ?? frames[0] ?? null;
}
