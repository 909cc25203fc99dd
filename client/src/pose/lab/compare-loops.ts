import { openPoseEngine, type PoseEngine, spawnPoseWorker } from '../pose-main.ts';
import type { PoseAssets } from '../pose-shared.ts';
import type { ToBareWorker } from './bare-worker.ts';
import { type RawPicture, readPictures, toVideoFrame } from './frame-stream.ts';

export interface LoopTimes {
  /** Milliseconds for each round of the same pictures. */
  oursMs: number[];
  /** What of oursMs passed in the detector; the rest is waiting for the next picture. */
  oursDetectingMs: number[];
  bareMs: number[];
  bareOnePersonMs: number[];
  picturesPerRound: number;
}

const SETTLED_MS = 8_000;

/** Runs our pose loop and a bare one over the same pictures in turns, so that a slower minute of the machine hits both alike. */
export async function compareLoops(assets: PoseAssets, picturesUrl: string, rounds: number): Promise<LoopTimes> {
  const pictures: RawPicture[] = [];
  for await (const picture of readPictures(picturesUrl)) pictures.push(picture);
  const ours = await openOurs(assets);
  const bare = await openBare(assets, 2);
  const bareOnePerson = await openBare(assets, 1);
  const times: LoopTimes = {
    oursMs: [],
    oursDetectingMs: [],
    bareMs: [],
    bareOnePersonMs: [],
    picturesPerRound: pictures.length,
  };
  // Until ours has settled to following one person.
  for (const startedMs = performance.now(); performance.now() - startedMs < SETTLED_MS; ) await ours.run(pictures);
  // The first round of each warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const turns = [
      async () => {
        times.oursMs.push(await ours.run(pictures));
        times.oursDetectingMs.push(ours.detectingMs());
      },
      async () => times.bareMs.push(await bare.run(pictures)),
      async () => times.bareOnePersonMs.push(await bareOnePerson.run(pictures)),
    ];
    for (let i = 0; i < turns.length; i++) await turns[(i + round) % turns.length]?.();
  }
  for (const list of [times.oursMs, times.oursDetectingMs, times.bareMs, times.bareOnePersonMs]) list.shift();
  for (const loop of [ours, bare, bareOnePerson]) loop.close();
  return times;
}

interface Loop {
  run(pictures: readonly RawPicture[]): Promise<number>;
  close(): void;
}

/** The live path: a stream of VideoFrames read by the pose worker, landmarks posted back. */
async function openOurs(assets: PoseAssets): Promise<Loop & { detectingMs(): number }> {
  let ended = () => {};
  let detectingMs = 0;
  const engine: PoseEngine = await openPoseEngine(
    {
      assets,
      version: 'bench',
      storage: null,
      delegate: 'CPU',
      spawn: spawnPoseWorker,
      onProgress() {},
      onFrame(_frame, detectMs) {
        detectingMs += detectMs;
      },
      onEnded: () => ended(),
      onFailed(error) {
        throw error;
      },
    },
    new AbortController().signal,
  );
  return {
    async run(pictures) {
      const images: VideoFrame[] = [];
      let next = 0;
      const readable = new ReadableStream<VideoFrame>({
        pull(controller) {
          const picture = pictures[next];
          next += 1;
          if (!picture) return controller.close();
          // Stamped as a camera would: the loop looks for company by the clock, not by the number of pictures.
          const image = toVideoFrame({ ...picture, captureMs: performance.now() });
          images.push(image);
          controller.enqueue(image);
        },
      });
      const done = new Promise<void>((resolve) => {
        ended = resolve;
      });
      detectingMs = 0;
      const startedMs = performance.now();
      engine.follow(readable, Number.POSITIVE_INFINITY);
      await done;
      const tookMs = performance.now() - startedMs;
      for (const image of images) image.close();
      return tookMs;
    },
    /** Of the round before. */
    detectingMs: () => detectingMs,
    close: engine.close,
  };
}

async function openBare(assets: PoseAssets, people: number): Promise<Loop> {
  const worker = new Worker(new URL('./bare-worker.ts', import.meta.url), { type: 'module' });
  const ask = (message: ToBareWorker) =>
    new Promise<number>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
      worker.onerror = ({ message: text }) => reject(new Error(text));
      worker.postMessage(message);
    });
  await ask({ assets, people });
  return { run: (pictures) => ask({ pictures }), close: () => worker.terminate() };
}
