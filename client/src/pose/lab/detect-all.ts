import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { openPoseEngine, spawnPoseWorker } from '../pose-main.ts';
import type { PoseAssets } from '../pose-shared.ts';
import { readPictures, toVideoFrame } from './frame-stream.ts';

/** Sends every picture of the stream through the client's own pose worker, one after the other; none is dropped. */
export async function detectAll(
  assets: PoseAssets,
  picturesUrl: string,
  onFrame: (frame: LandmarkFrame) => void,
): Promise<void> {
  let settle = { resolve() {}, reject(_error: Error) {} };
  const engine = await openPoseEngine(
    {
      assets,
      version: 'lab',
      storage: null,
      // Not the GPU: it may be another one tomorrow, and the same file shall give the same numbers.
      delegate: 'CPU',
      spawn: spawnPoseWorker,
      onProgress() {},
      onFrame(frame) {
        onFrame(frame);
        settle.resolve();
      },
      onEnded() {},
      onFailed: (error) => settle.reject(error),
    },
    new AbortController().signal,
  );
  try {
    let underWay: Promise<void> | null = null;
    for await (const picture of readPictures(picturesUrl)) {
      await underWay;
      underWay = new Promise<void>((resolve, reject) => {
        settle = { resolve, reject };
      });
      engine.look(toVideoFrame(picture), picture.captureMs);
    }
    await underWay;
  } finally {
    engine.close();
  }
}
