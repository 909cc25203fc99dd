import { sendCodedFrames } from './send-coded-frames.ts';
import { watchStage } from './watch-stage.ts';

/** What the frame match test calls on its two pages. */
const frameLab = { sendCodedFrames, watchStage };

declare global {
  interface Window {
    frameLab: typeof frameLab;
  }
}

window.frameLab = frameLab;
