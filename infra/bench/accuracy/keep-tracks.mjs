// @ts-check
// Keeps twenty of the bench's tracks, with their truth, for the tests: node infra/bench/accuracy/keep-tracks.mjs
// Run it after `npm run bench -- accuracy`, and only when the figure or the pose engine has changed.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tsImport } from 'tsx/esm/api';
import { createContext } from '../context.mjs';
import { seeClips } from './make-tracks.mjs';

/** @param {string} path */
const load = (path) => tsImport(path, import.meta.url);
/** @type {typeof import('./trial-specs.ts')} */
const { trialsOf } = await load('./trial-specs.ts');
/** @type {typeof import('../../../shared/src/measurement/index.ts')} */
const folds = await load('../../../shared/src/measurement/index.ts');
/** @type {typeof import('../../../client/src/virtual-patient/file/clip.ts')} */
const { clipTruth } = await load('../../../client/src/virtual-patient/file/clip.ts');

/** One held-out trial of each strong protocol, and some that must be refused. */
const strong = folds.PROTOCOLS.filter(({ strength }) => strength === 'strong').map(({ id }) => id);
const ids = [
  ...strong.map((id) => `${id}/held-out/5`),
  ...['shoulder-abduction', 'shoulder-flexion', 'elbow-flexion', 'knee-flexion'].map((id) => `${id}/held-out/9`),
  ...['shoulder-abduction', 'elbow-flexion', 'knee-flexion', 'trunk-inclination'].map((id) => `${id}/off-plane/1`),
];
const specs = folds.PROTOCOLS.flatMap(({ id }) => trialsOf(id)).filter(({ id }) => ids.includes(id));
/** @type {object[]} */
const kept = [];
await seeClips(specs, {
  context: createContext(
    (line) => console.error(line),
    () => {},
  ),
  clipTruth,
  tracks: folds,
  onSeen({ spec, truth, frames }) {
    const { id, group, protocol, side } = spec;
    const meta = {
      source: id,
      model: /** @type {const} */ ('full'),
      modelSha256: 'as packed',
      poseFps: spec.clip.fps,
      durationS: truth.durationMs / 1000,
    };
    const truthDegrees = truth.acts[0]?.repetitions[0]?.peakDegrees;
    kept.push({ id, group, protocol, side, truthDegrees, track: folds.toTrack(frames, meta) });
  },
});
kept.sort((a, b) => (/** @type {any} */ (a).id < /** @type {any} */ (b).id ? -1 : 1));
await writeFile(join(import.meta.dirname, 'kept-tracks.json.gz'), gzipSync(JSON.stringify(kept), { level: 9 }));
console.error(`${kept.length} tracks kept`);
