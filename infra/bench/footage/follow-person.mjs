// @ts-check
import { tsImport } from 'tsx/esm/api';

/** Frames further apart than this do not follow on each other: in between, nobody was seen. */
const NEXT_MS = 150;

/**
 * @typedef {{ trunks: number, atS: number, unseenS: number }} Step how far, in trunk lengths, and after how long out of sight
 * @typedef {import('../../../client/src/pose/person.ts').Torso} Torso
 */

/**
 * How far the person measured moved at most: from one frame to the next, and while out of sight. Another person taken
 * for them shows as a step of about their distance.
 * @param {readonly import('../../../shared/src/measurement/index.ts').LandmarkFrame[]} frames
 * @returns {Promise<{ seen: Step | null, unseen: Step | null }>}
 */
export async function followPerson(frames) {
  const { torsoOf } = /** @type {typeof import('../../../client/src/pose/person.ts')} */ (
    await tsImport('../../../client/src/pose/person.ts', import.meta.url)
  );
  const places = frames.flatMap(({ image, widthPx, heightPx, captureMs }) =>
    image ? [{ torso: torsoOf(image, widthPx / heightPx), captureMs }] : [],
  );
  const steps = places.slice(1).map(({ torso, captureMs }, i) => {
    const before = places[i] ?? { torso, captureMs };
    const gapMs = captureMs - before.captureMs;
    return {
      trunks: apart(before.torso, torso),
      atS: captureMs / 1000,
      unseenS: gapMs > NEXT_MS ? gapMs / 1000 : 0,
    };
  });
  return {
    seen: longest(steps.filter(({ unseenS }) => unseenS === 0)),
    unseen: longest(steps.filter(({ unseenS }) => unseenS > 0)),
  };
}

/** @param {readonly Step[]} steps */
function longest(steps) {
  return steps.reduce(
    (best, step) => (best && best.trunks >= step.trunks ? best : step),
    /** @type {Step | null} */ (null),
  );
}

/** @param {Torso} a @param {Torso} b */
function apart(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y) / Math.max(a.length, b.length);
}
