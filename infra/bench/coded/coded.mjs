// @ts-check
import { tsImport } from 'tsx/esm/api';
import { seeClips } from '../accuracy/make-tracks.mjs';

/** The narrowest line on which video is still sent: a picture of 320×240, 10 kbit each (150 kbit/s at 15 a second). */
const CODING = { width: 320, height: 240, bitsPerPicture: 10_000 };
/** Of each strong protocol's trials, so many. */
const TRIALS = 3;

/** @param {string} path */
const load = (path) => tsImport(path, import.meta.url);

/** @type {import('../parts.mjs').Part} */
export const part = {
  title: 'what the video call costs: the same trials, measured from the camera and from the received video',
  async run(context) {
    /** @type {typeof import('../accuracy/trial-specs.ts')} */
    const { trialsOf } = await load('../accuracy/trial-specs.ts');
    /** @type {typeof import('../../../shared/src/measurement/index.ts')} */
    const folds = await load('../../../shared/src/measurement/index.ts');
    /** @type {typeof import('../../../client/src/virtual-patient/file/clip.ts')} */
    const { clipTruth } = await load('../../../client/src/virtual-patient/file/clip.ts');
    const strong = folds.PROTOCOLS.filter(({ strength }) => strength === 'strong');
    const specs = strong.flatMap(({ id }) =>
      trialsOf(id)
        .filter(({ group }) => group === 'fit')
        .filter((_, i, all) => i % Math.floor(all.length / TRIALS) === 0)
        .slice(0, TRIALS),
    );
    /** @param {import('../accuracy/make-tracks.mjs').Coding} [coding] */
    const valuesOf = async (coding) => {
      /** @type {Map<string, number | null>} */
      const values = new Map();
      await seeClips(specs, {
        context,
        clipTruth,
        tracks: folds,
        ...(coding ? { coding } : {}),
        onSeen({ spec, frames }, done) {
          const protocol = folds.findProtocol(spec.protocol);
          if (!protocol) throw new Error(`${spec.protocol} is not a protocol`);
          const { rangeOfMotion } = folds.measureProtocol(frames, protocol, spec.side);
          values.set(spec.id, rangeOfMotion?.valueDegrees ?? null);
          context.say(`${coding ? 'received video' : 'camera'}: ${done} of ${specs.length} trials`);
        },
      });
      return values;
    };
    return findingsOf(await valuesOf(), await valuesOf(CODING), folds.CODED_VIDEO_DEGREES);
  },
};

/**
 * @param {ReadonlyMap<string, number | null>} camera
 * @param {ReadonlyMap<string, number | null>} received
 * @param {number} assumed the half-width that the product adds
 * @returns {import('../parts.mjs').Findings}
 */
export function findingsOf(camera, received, assumed) {
  const pairs = [...camera].flatMap(([id, value]) =>
    value === null ? [] : [{ id, value, coded: received.get(id) ?? null }],
  );
  const differences = pairs.flatMap(({ value, coded }) => (coded === null ? [] : [coded - value]));
  const halfWidth = 1.96 * Math.sqrt(differences.reduce((sum, one) => sum + one * one, 0) / differences.length);
  const furthest = Math.max(...differences.map(Math.abs));
  return {
    tables: [
      {
        headings: ['received less camera, degrees', 'trials', '95 % within ±', 'furthest', 'added to the ±', ''],
        rows: [
          [
            `${CODING.width}×${CODING.height}, ${CODING.bitsPerPicture / 1000} kbit a picture`,
            `${differences.length} of ${pairs.length}`,
            halfWidth.toFixed(1),
            furthest.toFixed(1),
            `± ${assumed}`,
            halfWidth <= assumed ? 'met' : 'not met',
          ],
        ],
      },
    ],
    notes: ['± from 1.96 times the root mean square of the differences, on rendered people; VP8 coded as a call does.'],
    figures: { coding: CODING, halfWidth, pairs },
  };
}
