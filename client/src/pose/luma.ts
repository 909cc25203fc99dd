const WIDTH = 32;
const HEIGHT = 24;
const EVERY_MS = 1_000;

/** Measures the mean luma (0–255) of a frame about once a second of capture time, null in between. */
export function createLumaSampler(): (image: VideoFrame | ImageBitmap, captureMs: number) => number | null {
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true });
  let sampledMs = Number.NEGATIVE_INFINITY;
  return (image, captureMs) => {
    if (!context || captureMs - sampledMs < EVERY_MS) return null;
    sampledMs = captureMs;
    context.drawImage(image, 0, 0, WIDTH, HEIGHT);
    return meanLuma(context.getImageData(0, 0, WIDTH, HEIGHT).data);
  };
}

/** Rec. 709 luma, mean over RGBA bytes. */
export function meanLuma(rgba: Uint8ClampedArray): number {
  let sum = 0;
  for (let i = 0; i < rgba.length; i += 4) {
    sum += 0.2126 * (rgba[i] ?? 0) + 0.7152 * (rgba[i + 1] ?? 0) + 0.0722 * (rgba[i + 2] ?? 0);
  }
  return sum / (rgba.length / 4);
}
