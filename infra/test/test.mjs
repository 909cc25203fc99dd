// @ts-check
import { endLiving } from '../start/living.mjs';
import { assertNode } from '../start/options.mjs';
import { plainLine, Trouble } from '../start/trouble.mjs';
import { hasProject, packages, preparation, script, tests } from './stages.mjs';
import { sumOf } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/** Everything that is tested, in its order. @param {boolean} full with the heavier proofs */
async function stagesFor(full) {
  const stages = [
    packages,
    script('Lint', 'lint', 5),
    script('Types', 'typecheck', 5),
    tests('Unit tests', 'unit', 10),
    preparation,
    tests('Integration tests', 'integration', 15),
    tests('Browser tests', 'browser', 30),
  ];
  if (full && (await hasProject('full'))) return [...stages, tests('Heavier proofs', 'full', 120)];
  if (full) console.log('There are no heavier proofs yet (vitest.config.ts has no project "full").');
  return stages;
}

/** @param {import('./stages.mjs').Stage} stage @returns {Promise<{ tally: Tally, broken: boolean }>} */
async function runStage(stage) {
  console.log(`\n== ${stage.name}`);
  const startedMs = Date.now();
  try {
    const tally = await stage.run(stage.limitMinutes * 60_000);
    return { tally, broken: false };
  } catch (error) {
    console.error(`${stage.name} failed. ${plainLine(error)}`);
    return { tally: { passed: 0, failed: 1, left: [] }, broken: true };
  } finally {
    console.log(`   ${stage.name}: ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
  }
}

async function main() {
  assertNode(process.versions.node);
  const unknown = process.argv.slice(2).find((arg) => arg !== '--full');
  if (unknown) throw new Trouble(`"${unknown}" is not an option.`, 'There is --full, for the heavier proofs.');
  /** @type {Tally[]} */
  const tallies = [];
  /** @type {string[]} */
  const red = [];
  for (const stage of await stagesFor(process.argv.includes('--full'))) {
    const { tally, broken } = await runStage(stage);
    tallies.push(tally);
    if (tally.failed > 0) red.push(stage.name);
    if (broken && stage.vital) {
      console.error('What comes after it was not run.');
      break;
    }
  }
  const { passed, failed, left } = sumOf(tallies);
  if (left.length > 0) console.log(`\nLeft out (${left.length}):\n${left.map((name) => `  ${name}`).join('\n')}`);
  console.log(red.length > 0 ? `\nFailed: ${red.join(', ')}` : '\nEverything passed.');
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => void endLiving().finally(() => process.exit(130)));
}
main().catch((error) => {
  console.error(plainLine(error));
  process.exit(1);
});
