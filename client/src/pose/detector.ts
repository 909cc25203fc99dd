import { FilesetResolver, PoseLandmarker, type PoseLandmarkerResult } from '@mediapipe/tasks-vision';
import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { createLumaSampler } from './luma.ts';
import { createPersonKeeper } from './person.ts';
import type { Delegate } from './source.ts';

/** One more than we measure: whether somebody else is in the picture changes what a value is worth. */
const PEOPLE = 2;

export interface Detector {
  /** Looks at one frame; times must rise. Does not close the image. */
  detect(image: VideoFrame | ImageBitmap, captureMs: number): LandmarkFrame;
  close(): void;
}

export interface DetectorOptions {
  wasmBase: string;
  model: Uint8Array;
  delegate: Delegate;
  /** The engine's WebGL context is gone: this detector gives no more frames. */
  onContextLost(): void;
}

/** Creates the pose engine and runs it once on an empty picture, so that the first real frame is not the slow one. */
export async function createDetector({ wasmBase, model, delegate, onContextLost }: DetectorOptions): Promise<Detector> {
  const canvas = new OffscreenCanvas(1, 1);
  canvas.addEventListener('webglcontextlost', onContextLost);
  const landmarker = await PoseLandmarker.createFromOptions(await FilesetResolver.forVisionTasks(wasmBase, true), {
    baseOptions: { modelAssetBuffer: model, delegate },
    runningMode: 'VIDEO',
    numPoses: PEOPLE,
    canvas,
  });
  landmarker.detectForVideo(emptyPicture(), 0);

  const keep = createPersonKeeper();
  const sampleLuma = createLumaSampler();
  let sequence = 0;
  let zeroMs: number | null = null;
  return {
    detect(image, captureMs) {
      zeroMs ??= captureMs - 1_000;
      const result = landmarker.detectForVideo(image, captureMs - zeroMs);
      const { width, height } = sizeOf(image);
      const frame = toFrame(result, keep, { sequence, captureMs, width, height });
      frame.luma = sampleLuma(image, captureMs);
      sequence += 1;
      return frame;
    },
    close() {
      canvas.removeEventListener('webglcontextlost', onContextLost);
      landmarker.close();
    },
  };
}

function toFrame(
  { landmarks, worldLandmarks }: PoseLandmarkerResult,
  keep: ReturnType<typeof createPersonKeeper>,
  at: { sequence: number; captureMs: number; width: number; height: number },
): LandmarkFrame {
  const { index, people } = keep(landmarks, at.width / at.height, at.captureMs);
  return {
    sequence: at.sequence,
    captureMs: at.captureMs,
    widthPx: at.width,
    heightPx: at.height,
    image: index === null ? null : (landmarks[index] ?? null),
    world: index === null ? null : (worldLandmarks[index] ?? null),
    people,
    luma: null,
  };
}

function sizeOf(image: VideoFrame | ImageBitmap): { width: number; height: number } {
  return 'displayWidth' in image
    ? { width: image.displayWidth, height: image.displayHeight }
    : { width: image.width, height: image.height };
}

function emptyPicture(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(64, 64);
  canvas.getContext('2d')?.fillRect(0, 0, 64, 64);
  return canvas;
}
