import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { openPoseEngine, type PoseEngine, spawnPoseWorker } from '../pose-main.ts';
import type { PoseAssets } from '../pose-shared.ts';
import { readPictures } from './frame-stream.ts';

/** What the command-line measurement calls on the page it opens. */
export interface PoseLab {
  /** Sends every picture of the stream through the client's own pose worker, one after the other, and hands each result to labFrame. */
  detectAll(assets: PoseAssets, picturesUrl: string): Promise<void>;
}

declare global {
  interface Window {
    poseLab: PoseLab;
    labFrame(frame: LandmarkFrame, detectMs: number): Promise<void>;
  }
}

window.poseLab = {
  async detectAll(assets, picturesUrl) {
    let settle: { resolve(): void; reject(error: Error): void } | null = null;
    const told: Promise<void>[] = [];
    const engine = await openPoseEngine(
      {
        assets,
        version: 'lab',
        storage: null,
        // Not the GPU: it may be another one tomorrow, and the same file shall give the same numbers.
        delegate: 'CPU',
        spawn: spawnPoseWorker,
        onProgress() {},
        onFrame(frame, detectMs) {
          told.push(window.labFrame(frame, detectMs));
          settle?.resolve();
        },
        onEnded() {},
        onFailed: (error) => settle?.reject(error),
      },
      new AbortController().signal,
    );
    try {
      await feed(
        engine,
        picturesUrl,
        () =>
          new Promise((resolve, reject) => {
            settle = { resolve, reject };
          }),
      );
      await Promise.all(told);
    } finally {
      engine.close();
    }
  },
};

async function feed(engine: PoseEngine, picturesUrl: string, nextResult: () => Promise<void>): Promise<void> {
  const response = await fetch(picturesUrl);
  if (!response.ok || !response.body) throw new Error(`no pictures: HTTP ${response.status}`);
  let underWay: Promise<void> | null = null;
  for await (const { image, captureMs } of readPictures(response.body)) {
    await underWay;
    underWay = nextResult();
    engine.look(image, captureMs);
  }
  await underWay;
}
