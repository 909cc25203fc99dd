import { FilesetResolver, PoseLandmarker } from '@mediapipe/tasks-vision';
import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { type Company, createCompanyPlan } from './company.ts';
import { createLumaSampler } from './luma.ts';
import { countPeople, createPersonKeeper } from './person.ts';
import type { Delegate } from './source.ts';

export interface Detector {
  /** Looks at one frame; times must rise, and one frame is done before the next. Does not close the image. */
  detect(image: VideoFrame | ImageBitmap, captureMs: number): Promise<LandmarkFrame>;
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
export async function createDetector(options: DetectorOptions): Promise<Detector> {
  const follower = await createLandmarker(options, 'VIDEO');
  follower.detectForVideo(emptyPicture(), 0);
  /** Counts people while only one is followed. A second engine, because a single one would lose its track. */
  let counter: PoseLandmarker | null = null;
  let following: Company = 'two';

  const follow = async (company: Company) => {
    if (company === following) return;
    following = company;
    await follower.setOptions({ numPoses: company === 'two' ? 2 : 1 });
    if (company === 'one') counter ??= await createLandmarker(options, 'IMAGE');
  };

  const plan = options.delegate === 'CPU' ? createCompanyPlan() : null;
  const keep = createPersonKeeper();
  const sampleLuma = createLumaSampler();
  let sequence = -1;
  let zeroMs: number | null = null;
  let engineMs = 0;
  return {
    async detect(image, captureMs) {
      sequence += 1;
      zeroMs ??= captureMs - 1_000;
      // A camera that starts may stamp two frames alike; the engine breaks on a time that does not rise.
      engineMs = Math.max(engineMs + 1, captureMs - zeroMs);
      const { width, height } = sizeOf(image);
      if (counter && plan?.wantsCheck(captureMs)) {
        await follow(plan.checked(countPeople(counter.detect(image).landmarks, width / height), captureMs));
      }
      const { landmarks, worldLandmarks } = follower.detectForVideo(image, engineMs);
      const pick = keep(landmarks, width / height, captureMs);
      if (plan) await follow(plan.seen(pick, captureMs));
      return {
        sequence,
        captureMs,
        widthPx: width,
        heightPx: height,
        image: pick.index === null ? null : (landmarks[pick.index] ?? null),
        world: pick.index === null ? null : (worldLandmarks[pick.index] ?? null),
        people: pick.people,
        luma: sampleLuma(image, captureMs),
      };
    },
    close() {
      follower.close();
      counter?.close();
    },
  };
}

async function createLandmarker(
  { wasmBase, model, delegate, onContextLost }: DetectorOptions,
  runningMode: 'VIDEO' | 'IMAGE',
): Promise<PoseLandmarker> {
  const canvas = new OffscreenCanvas(1, 1);
  canvas.addEventListener('webglcontextlost', onContextLost);
  const files = await FilesetResolver.forVisionTasks(wasmBase, true);
  // The engine's loader hands over its module once; under another address it runs, and hands over, again.
  const fresh = { ...files, wasmLoaderPath: `${files.wasmLoaderPath}?${runningMode}` };
  return PoseLandmarker.createFromOptions(fresh, {
    // A copy: the engine takes the bytes it is given.
    baseOptions: { modelAssetBuffer: model.slice(), delegate },
    runningMode,
    numPoses: 2,
    canvas,
  });
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
