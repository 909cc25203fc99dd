import type { LandmarkFrame } from '@plumbline/shared/measurement';

export type ModelSize = 'lite' | 'full' | 'heavy';
export type Delegate = 'GPU' | 'CPU';

/** Why a source cannot give landmarks. Each has a plain sentence in the client's texts. */
export type PoseFailure = 'model-not-loaded' | 'model-damaged' | 'engine-not-loaded' | 'engine-failed' | 'camera-ended';

export type PoseState =
  | { kind: 'idle' }
  /** progress: 0–1 of what has to be fetched. */
  | { kind: 'loading'; progress: number }
  | { kind: 'running' }
  /** retryInMs: when the source tries again by itself, null if it will not. */
  | { kind: 'failed'; code: PoseFailure; detail: string; retryInMs: number | null };

/** What produced the landmarks; stored with every value measured from them. */
export interface PoseInfo {
  model: ModelSize;
  modelSha256: string;
  delegate: Delegate;
  /** Version of the pose engine and the packed model. */
  version: string;
}

/** Where landmarks come from: a camera, a recorded track. Listeners hear frames in order of their capture. */
export interface PoseSource {
  start(): void;
  /** Releases camera readers, worker and timers; start() begins anew. */
  stop(): void;
  /** Returns a function that ends the subscription. */
  onFrame(listener: (frame: LandmarkFrame) => void): () => void;
  onState(listener: (state: PoseState) => void): () => void;
  readonly state: PoseState;
  /** Null until the first frame can be expected. */
  readonly info: PoseInfo | null;
}
