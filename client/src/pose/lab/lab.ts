import type { LandmarkFrame } from '@plumbline/shared/measurement';
import type { PoseAssets } from '../pose-shared.ts';
import { compareLoops } from './compare-loops.ts';
import { detectAll } from './detect-all.ts';
import { watchCamera } from './watch-camera.ts';

declare global {
  interface Window {
    /** What the command-line measurement and the bench call on the page they open. */
    poseLab: {
      /** Each frame goes to labFrame, which the command line provides. */
      detectAll(assets: PoseAssets, picturesUrl: string): Promise<void>;
      compareLoops: typeof compareLoops;
      watchCamera: typeof watchCamera;
    };
    labFrame(frame: LandmarkFrame): Promise<void>;
  }
}

window.poseLab = {
  async detectAll(assets, picturesUrl) {
    const told: Promise<void>[] = [];
    await detectAll(assets, picturesUrl, (frame) => told.push(window.labFrame(frame)));
    await Promise.all(told);
  },
  compareLoops,
  watchCamera,
};
