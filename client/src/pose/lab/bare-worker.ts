import { FilesetResolver, PoseLandmarker } from '@mediapipe/tasks-vision';
import type { PoseAssets } from '../pose-shared.ts';
import type { RawPicture } from './frame-stream.ts';

/** The plainest loop one can write with the engine: the yardstick for ours. It looks at each picture and drops the result. */
export type ToBareWorker = { assets: PoseAssets; people: number } | { pictures: readonly RawPicture[] };

const worker = self as unknown as DedicatedWorkerGlobalScope;
let landmarker: PoseLandmarker | null = null;
let timeMs = 0;

worker.onmessage = async ({ data }: MessageEvent<ToBareWorker>) => {
  if ('assets' in data) {
    landmarker = await PoseLandmarker.createFromOptions(
      await FilesetResolver.forVisionTasks(data.assets.wasmBase, true),
      {
        baseOptions: { modelAssetPath: data.assets.modelUrl, delegate: 'CPU' },
        runningMode: 'VIDEO',
        numPoses: data.people,
      },
    );
    worker.postMessage(0);
    return;
  }
  const startedMs = performance.now();
  for (const { rgba, widthPx, heightPx } of data.pictures) {
    timeMs += 33;
    const image = new VideoFrame(rgba, {
      format: 'RGBX',
      codedWidth: widthPx,
      codedHeight: heightPx,
      timestamp: timeMs * 1_000,
    });
    landmarker?.detectForVideo(image, timeMs);
    image.close();
  }
  worker.postMessage(performance.now() - startedMs);
};
