import type { FromDrawing, ToDrawing } from './camera-messages.ts';
import { createDrawLoop, type DrawLoop } from './draw-loop.ts';

let loop: DrawLoop | null = null;

function reply(message: FromDrawing): void {
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<ToDrawing>) => {
  switch (data.say) {
    case 'open':
      try {
        loop = createDrawLoop(data.canvas, data.studio, data.fps);
        reply({ say: 'ready', software: loop.software, widthPx: data.canvas.width, heightPx: data.canvas.height });
      } catch (error) {
        reply({ say: 'failed', reason: error instanceof Error ? error.message : String(error) });
      }
      break;
    case 'order':
      loop?.order(data.order);
      break;
    case 'close':
      loop?.close();
      self.close();
      break;
  }
});
