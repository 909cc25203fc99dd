// @ts-check
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findOrInstallBrowser } from '../browser/find.mjs';
import { findOrInstallFfmpeg } from '../ffmpeg/find.mjs';
import { obtainLiveKit } from '../livekit/obtain.mjs';
import { rootFolder } from '../start/folders.mjs';
import { npmCommand } from '../start/npm.mjs';
import { build, installPackages } from '../start/prepare.mjs';
import { show } from './show.mjs';
import { tallyOf } from './tally.mjs';

/**
 * @typedef {import('./tally.mjs').Tally} Tally
 * @typedef {object} Stage
 * @property {string} name
 * @property {number} limitMinutes it is ended when it takes longer
 * @property {boolean} [vital] what comes later makes no sense without it
 * @property {(limitMs: number) => Promise<Tally>} run
 */

/** @type {Tally} */
const NOTHING = { passed: 0, failed: 0, left: [] };
/** @type {Tally} */
const ONE_FAILED = { ...NOTHING, failed: 1 };

/** @type {Stage} */
export const packages = {
  name: 'Packages',
  limitMinutes: 15,
  vital: true,
  async run() {
    await installPackages(tell);
    return NOTHING;
  },
};

/** What integration and browser tests stand on. @type {Stage} */
export const preparation = {
  name: 'Preparation: browser, ffmpeg, LiveKit, pose models, build',
  limitMinutes: 20,
  vital: true,
  async run() {
    process.env.PLUMBLINE_BROWSER = findOrInstallBrowser(tell);
    tell(`browser: ${process.env.PLUMBLINE_BROWSER}`);
    process.env.PLUMBLINE_FFMPEG = findOrInstallFfmpeg(tell);
    const { binary, version, via } = await obtainLiveKit({ log: tell });
    tell(`LiveKit ${version}: ${binary} (${via})`);
    const { packPoseModels } = await import('../model/pack.mjs');
    tell(`pose models: ${(await packPoseModels()).dir}`);
    await build(tell);
    return NOTHING;
  },
};

/** A script of the root's package.json that passes or fails as a whole. @param {string} name @param {string} script @param {number} limitMinutes @returns {Stage} */
export function script(name, script, limitMinutes) {
  return {
    name,
    limitMinutes,
    async run(limitMs) {
      const [npm, ...first] = npmCommand();
      const code = await show(npm, [...first, 'run', '--silent', script], limitMs);
      return code === 0 ? NOTHING : ONE_FAILED;
    },
  };
}

/** A project of vitest.config.ts. @param {string} name @param {string} project @param {number} limitMinutes @returns {Stage} */
export function tests(name, project, limitMinutes) {
  return {
    name,
    limitMinutes,
    async run(limitMs) {
      const report = join(rootFolder, '.cache', 'test', `${project}.json`);
      await mkdir(join(report, '..'), { recursive: true });
      await rm(report, { force: true });
      const vitest = join(rootFolder, 'node_modules', 'vitest', 'vitest.mjs');
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const code = await show(process.execPath, [vitest, 'run', '--project', project, ...reporters], limitMs);
      const tally = await readFile(report, 'utf8').then(
        (text) => tallyOf(JSON.parse(text)),
        () => NOTHING,
      );
      // A set-up that broke, or a run that was ended, leaves no failed test behind.
      if (code !== 0 && tally.failed === 0) return { ...tally, failed: 1 };
      return tally;
    },
  };
}

/** Whether vitest.config.ts has a project of that name. @param {string} project */
export async function hasProject(project) {
  const config = await readFile(join(rootFolder, 'vitest.config.ts'), 'utf8');
  return config.includes(`name: '${project}'`);
}

/** @param {string} line */
function tell(line) {
  console.log(`  ${line}`);
}
