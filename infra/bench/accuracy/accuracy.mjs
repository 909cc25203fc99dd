// @ts-check
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { seeClips } from './make-tracks.mjs';

/** @param {string} path */
const load = (path) => tsImport(path, import.meta.url);

/** @type {import('../parts.mjs').Part} */
export const part = {
  title: 'ranges against the truth of rendered people, on bodies, clothes, cameras and lights the ± was not chosen by',
  async run(context) {
    /** @type {typeof import('./trial-specs.ts')} */
    const { trialsOf } = await load('./trial-specs.ts');
    /** @type {typeof import('./score.ts')} */
    const { rowOf, scoreTrial } = await load('./score.ts');
    /** @type {typeof import('./methods.ts')} */
    const { methodTables, tryWays } = await load('./methods.ts');
    /** @type {typeof import('./turns.ts')} */
    const { turnsOf } = await load('./turns.ts');
    /** @type {typeof import('./findings.ts')} */
    const { findingsOf } = await load('./findings.ts');
    /** @type {typeof import('./bland-altman.ts')} */
    const { blandAltman } = await load('./bland-altman.ts');
    /** @type {typeof import('../../../shared/src/measurement/index.ts')} */
    const folds = await load('../../../shared/src/measurement/index.ts');
    /** @type {typeof import('../../../client/src/virtual-patient/file/clip.ts')} */
    const { clipTruth } = await load('../../../client/src/virtual-patient/file/clip.ts');
    const specs = folds.PROTOCOLS.flatMap(({ id }) => trialsOf(id));
    /** @type {import('./score.ts').Scored[]} */
    const scored = [];
    /** @type {import('./methods.ts').Tried[]} */
    const tried = [];
    let toldMs = 0;
    await seeClips(specs, {
      context,
      clipTruth,
      tracks: folds,
      onSeen({ spec, truth, frames }, done) {
        const protocol = folds.findProtocol(spec.protocol);
        if (!protocol) throw new Error(`${spec.protocol} is not a protocol`);
        const { id, group, side } = spec;
        const peakDegrees = truth.acts[0]?.repetitions[0]?.peakDegrees;
        if (peakDegrees === undefined) throw new Error(`${id} has no repetition`);
        scored.push(scoreTrial({ id, group, side, truth: peakDegrees, frames }, protocol));
        tried.push({
          protocol: protocol.id,
          group,
          errors: tryWays(frames, protocol, side, peakDegrees),
          turn: turnsOf(frames, truth, protocol.plane),
        });
        if (Date.now() - toldMs < 5_000) return;
        toldMs = Date.now();
        context.say(`${done} of ${specs.length} trials`);
      },
    });
    const rows = folds.PROTOCOLS.map(({ id }) => {
      const own = scored.filter(({ protocol }) => protocol === id);
      const inGroup = (/** @type {string} */ group) => own.filter((one) => one.group === group);
      return rowOf(id, inGroup('held-out'), inGroup('off-plane'));
    });
    const plot = join(context.cacheFolder, 'accuracy.svg');
    await writeFile(plot, blandAltman(scored.filter(({ group }) => group === 'held-out')));
    const findings = findingsOf(rows, scored, folds.PROTOCOLS, plot);
    return { ...findings, tables: [...findings.tables, ...methodTables(tried, folds.PROTOCOLS)] };
  },
};
