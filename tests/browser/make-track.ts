import { type LandmarkFrame, toTrack } from '@plumbline/shared/measurement';
import { averageBody, createPerformance, projectTruth, tableCamera } from '../../client/src/virtual-patient/index.ts';

const FPS = 15;

/** A landmark track of the virtual patient's truth: `seconds` of one motion, without rendering or inference. */
export function makeTrack(id: string, options: object, seconds: number): string {
  const performance = createPerformance(averageBody);
  performance.add({ atMs: 0, do: 'perform', id, options });
  const frames = Array.from({ length: seconds * FPS }, (_, i): LandmarkFrame => {
    const captureMs = (i * 1000) / FPS;
    const { image, world } = projectTruth(performance.poseAt(captureMs), averageBody, tableCamera, 4 / 3);
    return { sequence: i, captureMs, widthPx: 640, heightPx: 480, image, world, people: 1, luma: 120 };
  });
  return JSON.stringify(
    toTrack(frames, { source: 'truth', model: 'full', modelSha256: 'truth', poseFps: FPS, durationS: seconds }),
  );
}
