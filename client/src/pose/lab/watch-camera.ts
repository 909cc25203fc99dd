import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { createCameraSource } from '../camera-source.ts';
import type { PoseAssets } from '../pose-shared.ts';
import type { ModelSize } from '../source.ts';

export interface CameraReport {
  /** Capture of a frame to its landmarks being heard on the page, per frame (ms). */
  latenciesMs: number[];
  fps: number;
  /** Share of the time that the engine was at work, 0–1. */
  duty: number;
  /** Tasks of 50 ms and more on the page's main thread, from start() on. */
  longTasksMs: number[];
  frames: LandmarkFrame[];
}

const SETTLE_MS = 3_000;

/** Measures with the page's camera for a while, as the patient's page does. */
export async function watchCamera(
  assets: PoseAssets,
  model: ModelSize,
  seconds: number,
  maxFps: number,
): Promise<CameraReport> {
  const longTasksMs: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longTasksMs.push(entry.duration);
  });
  observer.observe({ type: 'longtask' });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
  const track = stream.getVideoTracks()[0];
  if (!track) throw new Error('no camera');
  let detectedMs: number[] = [];
  const source = createCameraSource({
    track,
    assets,
    model,
    version: 'bench',
    maxFps,
    storage: null,
    onDetected: (detectMs) => detectedMs.push(detectMs),
  });
  const latenciesMs: number[] = [];
  const frames: LandmarkFrame[] = [];
  source.onFrame((frame) => {
    latenciesMs.push(performance.now() - frame.captureMs);
    frames.push(frame);
  });
  const running = new Promise<void>((resolve, reject) => {
    source.onState((state) => {
      if (state.kind === 'running') resolve();
      if (state.kind === 'failed') reject(new Error(`${state.code}: ${state.detail}`));
    });
  });
  source.start();
  await running;
  // The engine's first looks are no measure of the later ones.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  detectedMs = [];
  const settledMs = performance.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const duty = detectedMs.reduce((sum, ms) => sum + ms, 0) / (performance.now() - settledMs);
  source.stop();
  track.stop();
  observer.disconnect();
  const spanMs = (frames.at(-1)?.captureMs ?? 0) - (frames[0]?.captureMs ?? 0);
  return { latenciesMs, longTasksMs, frames, duty, fps: spanMs > 0 ? ((frames.length - 1) * 1_000) / spanMs : 0 };
}
