import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { projectTruth } from './camera/project-truth.ts';
import { tableCamera } from './camera/view.ts';
import { averageBody } from './figure/body.ts';
import { createPerformance, type Order } from './motion/performance.ts';

/** What the figure does, one thing after the other; idleness lasts as long as told. */
export type Act = { do: 'idle'; headingDegrees?: number; ms: number } | Omit<Order & { do: 'perform' }, 'atMs'>;

interface FramesOptions {
  fps?: number;
  /** Around the figure, to its left. */
  cameraYawDegrees?: number;
}

const ASPECT = 4 / 3;

/** The landmark frames a perfect pose model would report of these acts, without rendering or inference. */
export function makeFrames(
  acts: readonly Act[],
  { fps = 10, cameraYawDegrees = 0 }: FramesOptions = {},
): LandmarkFrame[] {
  const performance = createPerformance(averageBody);
  let untilMs = 0;
  for (const act of acts) {
    const { endMs } = performance.add({ ...act, atMs: untilMs });
    untilMs = act.do === 'idle' ? untilMs + act.ms : endMs;
  }
  const camera = { ...tableCamera, yawDegrees: cameraYawDegrees };
  return Array.from({ length: Math.floor((untilMs * fps) / 1000) }, (_, i) => {
    const captureMs = (i * 1000) / fps;
    const { image, world } = projectTruth(performance.poseAt(captureMs), averageBody, camera, ASPECT);
    return { sequence: i, captureMs, widthPx: 640, heightPx: 480, image, world, people: 1, luma: 120 };
  });
}
