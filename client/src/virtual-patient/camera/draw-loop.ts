import { createPerformance, type Order } from '../motion/performance.ts';
import { createStage, drawsInSoftware, fineQuality, liveQuality } from '../studio/stage.ts';
import type { Studio } from '../studio/studio.ts';
import { wallNow } from './camera-messages.ts';

/** Without a graphics card no picture is larger than this. */
const SOFTWARE_LIMIT = { width: 480, height: 360 };

export interface DrawLoop {
  software: boolean;
  order(order: Order): void;
  close(): void;
}

/** Draws the figure onto a canvas `fps` times a second by wall time until closed; slower if the machine is slower. */
export function createDrawLoop(canvas: OffscreenCanvas, studio: Studio, fps: number): DrawLoop {
  const software = drawsInSoftware();
  if (software) shrink(canvas);
  const stage = createStage(canvas, studio, software ? liveQuality : fineQuality);
  const performance = createPerformance(studio.body);
  const interval = 1000 / fps;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    const now = wallNow();
    stage.draw(performance.poseAt(now), performance.propsAt(now));
    const next = (Math.floor(now / interval) + 1) * interval;
    timer = setTimeout(tick, Math.max(1, next - wallNow()));
  };
  tick();
  return {
    software,
    order: (order) => void performance.add(order),
    close() {
      clearTimeout(timer);
      stage.dispose();
    },
  };
}

function shrink(canvas: OffscreenCanvas): void {
  const share = Math.min(1, SOFTWARE_LIMIT.width / canvas.width, SOFTWARE_LIMIT.height / canvas.height);
  canvas.width = Math.round((canvas.width * share) / 2) * 2;
  canvas.height = Math.round((canvas.height * share) / 2) * 2;
}
