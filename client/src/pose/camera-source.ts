import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { type CameraFeed, startCameraFeed } from './camera-feed.ts';
import { PoseError } from './fetch-asset.ts';
import { ownStorage } from './own-storage.ts';
import { openPoseEngine, type PoseEngine, type PoseWorkerPort, spawnPoseWorker } from './pose-main.ts';
import type { PoseAssets } from './pose-shared.ts';
import type { ModelSize, PoseInfo, PoseSource, PoseState } from './source.ts';
import { createSubscriptions } from './subscriptions.ts';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
/** Having run this long, a failure counts as the first one again. */
const HEALTHY_MS = 30_000;

export interface CameraSourceOptions {
  track: MediaStreamTrack;
  assets: PoseAssets;
  model: ModelSize;
  /** Version of engine and packed model: names what is remembered, and goes into every value's provenance. */
  version: string;
  /** The most frames looked at per second; a slow device runs what it can. */
  maxFps?: number;
  storage?: Storage | null;
  spawn?: () => PoseWorkerPort;
  /** How pictures come from the track to the engine; a camera's by default. */
  startFeed?: typeof startCameraFeed;
  /** Told how long the engine looked at each frame. */
  onDetected?: (detectMs: number) => void;
}

/** Landmarks from a live camera track. The track stays the caller's: stop() does not end it. A broken worker is replaced with growing pauses. */
export function createCameraSource(options: CameraSourceOptions): PoseSource {
  const frames = createSubscriptions<LandmarkFrame>();
  const states = createSubscriptions<PoseState>();
  let state: PoseState = { kind: 'idle' };
  let info: PoseInfo | null = null;
  let run: AbortController | null = null;

  const enter = (next: PoseState) => {
    state = next;
    states.tell(next);
  };

  async function keepRunning(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted && options.track.readyState === 'live') {
      const startedMs = performance.now();
      const error = await runOnce(signal);
      if (signal.aborted || error.code === 'camera-ended') break;
      failures = performance.now() - startedMs > HEALTHY_MS ? 1 : failures + 1;
      const retryInMs = retryPauseMs(failures);
      enter({ kind: 'failed', code: error.code, detail: error.message, retryInMs });
      await pause(retryInMs, signal);
    }
    if (!signal.aborted)
      enter({ kind: 'failed', code: 'camera-ended', detail: 'the camera track ended', retryInMs: null });
  }

  /** Opens one engine and feeds it until it breaks, the camera ends, or the signal comes; tells which. */
  function runOnce(signal: AbortSignal): Promise<PoseError> {
    enter({ kind: 'loading', progress: 0 });
    const { track, assets, model, version } = options;
    return new Promise((resolve) => {
      let engine: PoseEngine | null = null;
      let feed: CameraFeed | null = null;
      const finish = (error: PoseError) => {
        signal.removeEventListener('abort', onAbort);
        track.removeEventListener('ended', onEnded);
        feed?.stop();
        engine?.close();
        info = null;
        resolve(error);
      };
      const onAbort = () => finish(new PoseError('camera-ended', 'stopped'));
      const onEnded = () => finish(new PoseError('camera-ended', 'the camera track ended'));
      signal.addEventListener('abort', onAbort, { once: true });
      track.addEventListener('ended', onEnded, { once: true });
      openPoseEngine(
        {
          assets: fromPage(assets),
          version,
          storage: options.storage === undefined ? ownStorage() : options.storage,
          spawn: options.spawn ?? spawnPoseWorker,
          onProgress: (progress) => enter({ kind: 'loading', progress }),
          onFrame: (frame, detectMs) => {
            feed?.onDone(detectMs);
            options.onDetected?.(detectMs);
            frames.tell(frame);
          },
          onEnded,
          onFailed: finish,
        },
        signal,
      ).then((opened) => {
        engine = opened;
        info = { model, modelSha256: assets.modelSha256, delegate: opened.delegate, version };
        feed = (options.startFeed ?? startCameraFeed)(track, opened, options.maxFps ?? 15);
        enter({ kind: 'running' });
      }, finish);
    });
  }

  return {
    start() {
      if (run) return;
      run = new AbortController();
      void keepRunning(run.signal);
    },
    stop() {
      run?.abort();
      run = null;
      enter({ kind: 'idle' });
    },
    onFrame: frames.add,
    onState: states.add,
    get state() {
      return state;
    },
    get info() {
      return info;
    },
  };
}

/** Doubles with each failure in a row (ms). */
export function retryPauseMs(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
}

/** A worker resolves addresses against itself, so they are made whole here. */
function fromPage(assets: PoseAssets): PoseAssets {
  const whole = (url: string) => new URL(url, document.baseURI).href;
  return { ...assets, wasmBase: whole(assets.wasmBase), modelUrl: whole(assets.modelUrl) };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
