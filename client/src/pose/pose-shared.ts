import type { LandmarkFrame } from '@plumbline/shared/measurement';
import type { Delegate, PoseFailure } from './source.ts';

/** The files the engine needs, all from our own origin. */
export interface PoseAssets {
  /** Folder of `vision_wasm_module_internal.{js,wasm}`, absolute or relative to the page, without a final slash. */
  wasmBase: string;
  modelUrl: string;
  /** Lower-case hex; the model is refused if it has another hash. */
  modelSha256: string;
}

/** Rough sizes of the two downloads, for a progress bar and for telling beforehand. */
export const DOWNLOAD_BYTES = { model: 9_400_000, engine: 11_200_000 } as const;

/** Page to worker. Streams and images are transferred; the worker closes every frame it is given. */
export type ToPoseWorker =
  | {
      kind: 'open';
      assets: PoseAssets;
      delegate: Delegate;
      /** performance.timeOrigin of the page, so that capture times come back on the page's clock. */
      pageTimeOrigin: number;
    }
  | { kind: 'stream'; readable: ReadableStream<VideoFrame>; maxFps: number }
  | { kind: 'image'; image: VideoFrame | ImageBitmap; captureMs: number }
  | { kind: 'ping' }
  /** Let go of camera and engine, then end. */
  | { kind: 'halt' };

/** Worker to page. */
export type FromPoseWorker =
  | { kind: 'progress'; progress: number }
  /** Everything is fetched; from here on a silent GPU is a hanging GPU. */
  | { kind: 'starting' }
  | { kind: 'ready'; delegate: Delegate }
  | { kind: 'frame'; frame: LandmarkFrame; detectMs: number }
  | { kind: 'ended' }
  | { kind: 'pong' }
  | { kind: 'failed'; code: PoseFailure; detail: string };
