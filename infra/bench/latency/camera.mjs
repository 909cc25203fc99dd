// @ts-check
import { openLab } from '../../measure/lab.mjs';
import { summaryOf } from '../statistics.mjs';
import { cameraFlags } from './clip.mjs';

const SECONDS = 20;
/** As on the patient's page. */
const MOST_FPS = 15;

/**
 * The pose source alone on a page with a camera: from a frame's capture to its landmarks.
 * @param {import('../context.mjs').Context} context
 * @param {string} clip
 */
export async function watchCameraAlone({ browser, model, say }, clip) {
  const { size, ...file } = await model();
  const lab = await openLab({ browser: browser(), model: file, flags: cameraFlags(clip) });
  try {
    say(`${SECONDS} s of camera → pose`);
    const { latenciesMs, longTasksMs, fps, frames } = await lab.watchCamera(size, SECONDS, MOST_FPS);
    return {
      cameraToPoseMs: summaryOf(latenciesMs),
      fps,
      found: frames.filter(({ image }) => image).length,
      longTasksMs,
    };
  } finally {
    await lab.close();
  }
}
