import type { PoseSpec } from '../figure/pose-spec.ts';
import { motionFor } from '../motion/motion-for.ts';
import { completeStudio, type SomeStudio, type Studio } from '../studio/studio.ts';

/** Someone else who walks through the picture behind the figure, from its left to its right. The truth knows nothing of them. */
export interface PasserBy {
  atMs: number;
  /** How far behind the figure's place; the back wall is at 1.35. */
  behindM?: number;
  /** Body, clothes, skin and hair; room, light and camera are the clip's. */
  look?: SomeStudio;
}

const stranger: SomeStudio = {
  body: { heightM: 1.79, girth: 1.1 },
  clothes: { shirt: '#8a6d4f', bottoms: '#2f3337' },
  hair: { style: 'short', colour: '#15110e' },
};

/** How a passer-by looks, and walks: null while they are not in the room. */
export function openPasserBy({ atMs, behindM = 0.8, look = stranger }: PasserBy): {
  studio: Studio;
  poseAt(timeMs: number): PoseSpec | null;
} {
  const studio = completeStudio(look);
  const walk = motionFor('walk-through', { body: studio.body });
  return {
    studio,
    poseAt(timeMs) {
      const t = timeMs - atMs;
      if (t < 0 || t > walk.durationMs) return null;
      const pose = walk.poseAt(t);
      return { ...pose, placement: { ...pose.placement, z: -behindM } };
    },
  };
}
