import type { LandmarkFrame } from '@plumbline/shared/measurement';

export type PictureHint = 'dark' | 'nobody' | 'good';

/** Mean luma, 0–255, below which faces and limbs drown. */
const DARK_BELOW = 35;
/** A hint must hold for this long: nobody is chased by flickering words. */
const LASTING_MS = 1_500;

/** Creates a judge of the picture, frame by frame; it changes its mind only when a new finding lasts. */
export function createPictureHint(): (
  frame: Pick<LandmarkFrame, 'captureMs' | 'image' | 'luma'>,
) => PictureHint | null {
  let shown: PictureHint | null = null;
  let found: PictureHint | null = null;
  let sinceMs = 0;
  return ({ captureMs, image, luma }) => {
    const now: PictureHint = luma !== null && luma < DARK_BELOW ? 'dark' : image ? 'good' : 'nobody';
    if (now !== found) {
      found = now;
      sinceMs = captureMs;
    }
    if (captureMs - sinceMs >= LASTING_MS) shown = now;
    return shown;
  };
}
