import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { type ClipSpec, clipTruth } from '../virtual-patient/index.ts';

/** What a pose source would see of the virtual patient, 15 times a second; for tests. */
export function makeFrames(script: ClipSpec['script']): LandmarkFrame[] {
  const clip = clipTruth({ script, fps: 15, width: 640, height: 480 });
  const points = (flat: readonly number[]) =>
    Array.from({ length: flat.length / 3 }, (_, i) => {
      const [x = 0, y = 0, z = 0] = flat.slice(3 * i, 3 * i + 3);
      return { x, y, z, visibility: 0.99 };
    });
  return clip.perFrame.map(({ timeMs, image, world }, sequence) => ({
    sequence,
    captureMs: 1_000 + timeMs,
    widthPx: 640,
    heightPx: 480,
    image: points(image),
    world: points(world),
    people: 1,
    luma: 120,
  }));
}
