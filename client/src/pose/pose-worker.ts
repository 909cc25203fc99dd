import { createCaptureClock } from './capture-clock.ts';
import { isSoftwareRenderer, readRenderer } from './delegate.ts';
import { createDetector, type Detector } from './detector.ts';
import { assertSha256, fetchAsset, PoseError } from './fetch-asset.ts';
import { createPace } from './pace.ts';
import { DOWNLOAD_BYTES, type FromPoseWorker, type ToPoseWorker } from './pose-shared.ts';

const ALL_BYTES = DOWNLOAD_BYTES.model + DOWNLOAD_BYTES.engine;

/** Time for the frames that are still on their way to arrive and be closed. */
const DRAIN_MS = 500;

/** A frame this much too early is still taken: half the rate asked for must not become a third. */
const JITTER_MS = 8;

const worker = self as unknown as DedicatedWorkerGlobalScope;
const post = (message: FromPoseWorker) => worker.postMessage(message);

let detector: Detector | null = null;
/** Added to this worker's performance.now() it gives the page's. */
let toPageClockMs = 0;
let reader: ReadableStreamDefaultReader<VideoFrame> | null = null;
let following: Promise<void> = Promise.resolve();
let isHalting = false;

worker.onmessage = ({ data }: MessageEvent<ToPoseWorker>) => {
  switch (data.kind) {
    case 'open':
      open(data).catch(fail);
      break;
    case 'stream':
      following = follow(data.readable, data.maxFps).catch(fail);
      break;
    case 'image':
      void look(data.image, data.captureMs);
      break;
    case 'ping':
      post({ kind: 'pong' });
      break;
    case 'halt':
      halt().catch(() => worker.close());
      break;
  }
};

async function open({ assets, delegate, pageTimeOrigin }: Extract<ToPoseWorker, { kind: 'open' }>): Promise<void> {
  toPageClockMs = performance.timeOrigin - pageTimeOrigin;
  const received = { model: 0, wasm: 0 };
  const report = () => post({ kind: 'progress', progress: Math.min(1, (received.model + received.wasm) / ALL_BYTES) });
  const [model] = await Promise.all([
    fetchAsset(assets.modelUrl, 'model-not-loaded', (bytes) => {
      received.model = bytes;
      report();
    }),
    // Into the browser's cache, so that the engine's own fetch is not counted as a hanging GPU.
    fetchAsset(`${assets.wasmBase}/vision_wasm_module_internal.wasm`, 'engine-not-loaded', (bytes) => {
      received.wasm = bytes;
      report();
    }),
  ]);
  await assertSha256(model, assets.modelSha256);
  const used = delegate === 'GPU' && isSoftwareRenderer(readRenderer()) ? 'CPU' : delegate;
  post({ kind: 'starting' });
  detector = await createDetector({
    wasmBase: assets.wasmBase,
    model,
    delegate: used,
    onContextLost: () => fail(new PoseError('engine-failed', 'WebGL context lost')),
  });
  post({ kind: 'ready', delegate: used });
}

/** Detection blocks this thread, and the stream keeps only the newest frame meanwhile: there is no queue to fall behind in. */
async function follow(readable: ReadableStream<VideoFrame>, maxFps: number): Promise<void> {
  const toCaptureMs = createCaptureClock();
  reader = readable.getReader();
  const pace = createPace(maxFps);
  let nextMs = 0;
  for (;;) {
    const { done, value: image } = await reader.read();
    if (done) break;
    const nowMs = performance.now() + toPageClockMs;
    const captureMs = toCaptureMs(image.timestamp, nowMs);
    if (isHalting || nowMs < nextMs - JITTER_MS) {
      image.close();
      continue;
    }
    nextMs = Math.max(nextMs + pace.periodMs, nowMs);
    const startedMs = performance.now();
    await look(image, captureMs);
    pace.looked(performance.now() - startedMs);
  }
  post({ kind: 'ended' });
}

async function look(image: VideoFrame | ImageBitmap, captureMs: number): Promise<void> {
  try {
    if (!detector) throw new PoseError('engine-failed', 'a frame came before the engine was ready');
    const startedMs = performance.now();
    const frame = await detector.detect(image, captureMs);
    post({ kind: 'frame', frame, detectMs: performance.now() - startedMs });
  } catch (cause) {
    fail(cause);
  } finally {
    image.close();
  }
}

/** The page ends the stream first. A frame that nobody closes keeps the camera's buffer until it is collected. */
async function halt(): Promise<void> {
  isHalting = true;
  await Promise.race([following, new Promise((resolve) => setTimeout(resolve, DRAIN_MS))]);
  await reader?.cancel();
  detector?.close();
  worker.close();
}

function fail(cause: unknown): void {
  detector = null;
  const detail = cause instanceof Error ? cause.message : String(cause);
  post({ kind: 'failed', code: cause instanceof PoseError ? cause.code : 'engine-failed', detail });
}
