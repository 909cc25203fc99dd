// @ts-check
import { renderClip } from '../../virtual-patient/render.mjs';

/** Six slow squats, seen from the side, so that there is nearly always a number that moves. The file loops. */
const CLIP = {
  script: [{ id: 'squat', options: { repetitions: 6, tempo: '2-0-2-1' } }],
  fps: 15,
  width: 640,
  height: 480,
  format: /** @type {const} */ ('mjpeg'),
  quality: /** @type {const} */ ('live'),
};

/** What stands in front of the camera: the path of a file that Chromium plays as one, at 30 pictures a second. @param {import('../context.mjs').Context} context */
export async function cameraClip({ browser, say }) {
  say('drawing the clip');
  const { path } = await renderClip(CLIP, { browser: browser() });
  return path;
}

/** What makes Chromium play a file as its camera, without asking. @param {string} clip */
export function cameraFlags(clip) {
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${clip}`,
  ];
}
