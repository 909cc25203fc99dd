import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { recallDelegate, rememberDelegate } from './delegate.ts';
import { PoseError } from './fetch-asset.ts';
import type { FromPoseWorker, PoseAssets, ToPoseWorker } from './pose-shared.ts';
import type { Delegate } from './source.ts';

/** A GPU that has not answered by then hangs: measured, it stays silent for minutes. */
const GPU_START_MS = 8_000;
const CPU_START_MS = 60_000;
const PING_EVERY_MS = 3_000;
/** A worker this long without an answer is stuck inside one frame. */
const SILENT_MS = 12_000;
/** Time for a closing worker to let go of camera frames by itself. */
const HALT_MS = 2_000;

/** The part of Worker that is used here, so that tests can pass their own. */
export type PoseWorkerPort = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Starts the real worker thread. */
export function spawnPoseWorker(): PoseWorkerPort {
  return new Worker(new URL('./pose-worker.ts', import.meta.url), { type: 'module', name: 'pose' });
}

export interface PoseEngineOptions {
  assets: PoseAssets;
  /** Key under which the delegate that works is remembered. */
  version: string;
  storage: Storage | null;
  /** Only this one, instead of what serves the device best. */
  delegate?: Delegate;
  spawn(): PoseWorkerPort;
  onProgress(progress: number): void;
  onFrame(frame: LandmarkFrame, detectMs: number): void;
  /** The stream it followed has ended. */
  onEnded(): void;
  /** It broke after it was ready, and is closed. */
  onFailed(error: PoseError): void;
}

export interface PoseEngine {
  readonly delegate: Delegate;
  follow(readable: ReadableStream<VideoFrame>, maxFps: number): void;
  /** Hands over one image; its result comes by onFrame. The caller keeps no more than one under way. */
  look(image: VideoFrame | ImageBitmap, captureMs: number): void;
  close(): void;
}

/** Opens the pose worker with the delegate remembered for this device, else with the GPU if it answers in time, else with the CPU. Rejects with a PoseError. */
export async function openPoseEngine(options: PoseEngineOptions, signal: AbortSignal): Promise<PoseEngine> {
  if (options.delegate) return openWith(options.delegate, options, signal);
  const { storage, version } = options;
  const wanted = recallDelegate(storage, version) ?? 'GPU';
  try {
    const engine = await openWith(wanted, options, signal);
    rememberDelegate(storage, version, engine.delegate);
    return engine;
  } catch (error) {
    if (wanted === 'CPU' || signal.aborted || (error as PoseError).code !== 'engine-failed') throw error;
    const engine = await openWith('CPU', options, signal);
    rememberDelegate(storage, version, 'CPU');
    return engine;
  }
}

function openWith(delegate: Delegate, options: PoseEngineOptions, signal: AbortSignal): Promise<PoseEngine> {
  return new Promise((resolve, reject) => {
    const worker = options.spawn();
    const post = (message: ToPoseWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
    let ready = false;
    let startTimer: ReturnType<typeof setTimeout> | undefined;
    let pingTimer: ReturnType<typeof setInterval> | undefined;
    let unansweredSinceMs: number | null = null;

    const silence = () => {
      clearTimeout(startTimer);
      clearInterval(pingTimer);
      signal.removeEventListener('abort', abort);
      worker.onmessage = null;
      worker.onerror = null;
    };
    const close = () => {
      silence();
      post({ kind: 'halt' });
      setTimeout(() => worker.terminate(), HALT_MS);
    };
    const abort = () => {
      close();
      reject(new PoseError('engine-failed', 'stopped while opening'));
    };
    /** `answers`: the worker told it itself, and lets go of its frames when asked to. */
    const fail = (error: PoseError, answers = false) => {
      if (answers) close();
      else {
        silence();
        worker.terminate();
      }
      if (ready) options.onFailed(error);
      else reject(error);
    };
    const ping = () => {
      const nowMs = performance.now();
      if (unansweredSinceMs !== null && nowMs - unansweredSinceMs > SILENT_MS) {
        if (used === 'GPU') rememberDelegate(options.storage, options.version, 'CPU');
        fail(new PoseError('engine-failed', 'the pose worker stopped answering'));
        return;
      }
      unansweredSinceMs ??= nowMs;
      post({ kind: 'ping' });
    };
    let used = delegate;

    worker.onerror = (event) => fail(new PoseError('engine-failed', event.message || 'the pose worker crashed'));
    worker.onmessage = ({ data }: MessageEvent<FromPoseWorker>) => {
      switch (data.kind) {
        case 'progress':
          options.onProgress(data.progress);
          break;
        case 'starting':
          startTimer = setTimeout(
            () => fail(new PoseError('engine-failed', `${delegate} did not start in time`)),
            delegate === 'GPU' ? GPU_START_MS : CPU_START_MS,
          );
          break;
        case 'ready':
          clearTimeout(startTimer);
          ready = true;
          signal.removeEventListener('abort', abort);
          used = data.delegate;
          pingTimer = setInterval(ping, PING_EVERY_MS);
          resolve({
            delegate: used,
            follow: (readable, maxFps) => post({ kind: 'stream', readable, maxFps }, [readable]),
            look: (image, captureMs) => post({ kind: 'image', image, captureMs }, [image]),
            close,
          });
          break;
        case 'frame':
          options.onFrame(data.frame, data.detectMs);
          break;
        case 'ended':
          options.onEnded();
          break;
        case 'pong':
          unansweredSinceMs = null;
          break;
        case 'failed':
          fail(new PoseError(data.code, data.detail), true);
          break;
      }
    };
    signal.addEventListener('abort', abort, { once: true });
    post({ kind: 'open', assets: options.assets, delegate, pageTimeOrigin: performance.timeOrigin });
  });
}
