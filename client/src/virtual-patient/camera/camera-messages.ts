import type { Order } from '../motion/performance.ts';
import type { Studio } from '../studio/studio.ts';

/** To the drawing worker. Times are epoch ms, as `wallNow` gives them, the same on page and worker. */
export type ToDrawing =
  | { say: 'open'; canvas: OffscreenCanvas; studio: Studio; fps: number }
  | { say: 'order'; order: Order }
  | { say: 'close' };

/** From the drawing worker. */
export type FromDrawing =
  | { say: 'ready'; software: boolean; widthPx: number; heightPx: number }
  | { say: 'failed'; reason: string };

/** Milliseconds since 1970 with the resolution of `performance.now`. */
export function wallNow(): number {
  return performance.timeOrigin + performance.now();
}
