import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { createCameraSource } from '../camera-source.ts';
import type { PoseAssets } from '../pose-shared.ts';
import type { ModelSize } from '../source.ts';

export interface CameraReport {
  /** Capture of a frame to its landmarks being heard on the page, per frame (ms). */
  latenciesMs: number[];
  fps: number;
  /** Tasks of 50 ms and more on the page's main thread, from start() on. */
  longTasksMs: number[];
  frames: LandmarkFrame[];
}

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
  const source = createCameraSource({ track, assets, model, version: 'bench', maxFps, storage: null });
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
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  source.stop();
  track.stop();
  observer.disconnect();
  const spanMs = (frames.at(-1)?.captureMs ?? 0) - (frames[0]?.captureMs ?? 0);
  return { latenciesMs, longTasksMs, frames, fps: spanMs > 0 ? ((frames.length - 1) * 1_000) / spanMs : 0 };
}
