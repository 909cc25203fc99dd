import type { MotionOptions } from '../motion/motion-for.ts';
import { type Act, createPerformance, type Order, type Truth } from '../motion/performance.ts';
import { completeStudio, type SomeStudio } from '../studio/studio.ts';
import { type FromDrawing, type ToDrawing, wallNow } from './camera-messages.ts';

export interface VirtualCameraOptions {
  width: number;
  height: number;
  fps: number;
  studio?: SomeStudio;
}

/** A camera that sees the virtual patient; drawn in a worker. */
export interface VirtualCamera {
  stream: MediaStream;
  /** Fulfilled once the first picture is drawn; rejected if the browser cannot draw it. */
  ready: Promise<{ software: boolean; widthPx: number; heightPx: number }>;
  /** Lets the patient do a motion now, or at an epoch time in ms; returns what will truly happen, in epoch ms. */
  perform(id: string, options?: Omit<MotionOptions, 'body'>, atMs?: number): Act;
  /** Stands still, facing the camera. */
  idle(): void;
  /** What is true now, or at an epoch time in ms. */
  truth(atMs?: number): Truth;
  /** Ends the stream and the worker. */
  stop(): void;
}

/** Opens a virtual camera. Orders given before it is ready are carried out at their times. */
export function createVirtualCamera(options: VirtualCameraOptions): VirtualCamera {
  const studio = completeStudio(options.studio);
  const { canvas, send, ready } = openDrawing(options.width, options.height, options.fps, studio);
  const stream = canvas.captureStream(options.fps);
  const performance = createPerformance(studio.body);
  const give = (order: Order): Act => {
    const act = performance.add(order);
    send({ say: 'order', order });
    return act;
  };
  return {
    stream,
    ready,
    perform: (id, motion = {}, atMs = wallNow()) => give({ atMs, do: 'perform', id, options: motion }),
    idle: () => void give({ atMs: wallNow(), do: 'idle' }),
    truth: (atMs = wallNow()) => performance.truthAt(atMs),
    stop() {
      for (const track of stream.getTracks()) track.stop();
      send({ say: 'close' });
    },
  };
}

/** A canvas whose pictures are drawn by a worker of its own. */
export function openDrawing(width: number, height: number, fps: number, studio: ReturnType<typeof completeStudio>) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), { type: 'module', name: 'virtual-patient' });
  const send = (message: ToDrawing, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const ready = new Promise<{ software: boolean; widthPx: number; heightPx: number }>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromDrawing>) => {
      if (data.say === 'ready') resolve(data);
      else reject(new Error(`The virtual patient cannot be drawn: ${data.reason}`));
    });
    worker.addEventListener('error', (event) =>
      reject(new Error(`The virtual patient cannot be drawn: ${event.message}`)),
    );
  });
  // A caller may never look at `ready`; the failure is then seen as a stream without pictures.
  ready.catch(() => {});
  const offscreen = canvas.transferControlToOffscreen();
  send({ say: 'open', canvas: offscreen, studio, fps }, [offscreen]);
  return { canvas, send, ready };
}
