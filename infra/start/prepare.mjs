// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, rootFolder } from './folders.mjs';
import { npmCommand } from './npm.mjs';
import { run } from './process.mjs';
import { troubleOf } from './trouble.mjs';
import { unlessUnchanged } from './unchanged.mjs';

const at = (/** @type {string[]} */ ...parts) => join(rootFolder, ...parts);
const PACKAGES = ['server', 'client', 'shared', 'infra', 'tests'];
const NETWORK = 'Is the network reachable, and the npm registry allowed?';

/** Brings in pnpm at the version that package.json pins, and installs what the lock file names. @param {(line: string) => void} say */
export async function installPackages(say) {
  const inputs = [
    at('pnpm-lock.yaml'),
    at('pnpm-workspace.yaml'),
    at('.npmrc'),
    ...['.', ...PACKAGES].map((dir) => at(dir, 'package.json')),
  ];
  const made = ['.', ...PACKAGES].map((dir) => at(dir, 'node_modules'));
  await unlessUnchanged({ stamp: at('node_modules', '.plumbline-installed'), inputs, made }, async () => {
    const pnpm = await bringPnpm(say);
    say('installing');
    const log = logFile('install.log');
    await run(process.execPath, [pnpm, 'install', '--frozen-lockfile'], {
      cwd: rootFolder,
      // The build needs what NODE_ENV=production would leave out.
      env: { ...process.env, CI: 'true', NODE_ENV: 'development' },
      log,
    }).catch((error) => {
      throw told(error, 'Installing the packages failed', `${NETWORK} The log is ${log}.`);
    });
  });
}

/** @param {(line: string) => void} say @returns {Promise<string>} pnpm's entry file */
async function bringPnpm(say) {
  const { packageManager } = JSON.parse(await readFile(at('package.json'), 'utf8'));
  const folder = join(cacheFolder(), packageManager.replace('@', '-'));
  const entryIn = (/** @type {string} */ base) => join(base, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
  if (existsSync(entryIn(folder))) return entryIn(folder);
  say(packageManager);
  const part = `${folder}.${process.pid}.part`;
  await mkdir(part, { recursive: true });
  const [npm, ...first] = npmCommand();
  try {
    await run(npm, [...first, 'install', '--prefix', part, '--no-audit', '--no-fund', '--no-save', packageManager], {
      cwd: part,
    });
    await rm(folder, { recursive: true, force: true });
    await rename(part, folder);
  } catch (error) {
    throw told(/** @type {Error} */ (error), `${packageManager} could not be fetched`, NETWORK);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  return entryIn(folder);
}

/** Builds client and server where their sources have changed. @param {(line: string) => void} say */
export async function build(say) {
  const common = [at('shared'), at('tsconfig.base.json'), at('pnpm-lock.yaml')];
  for (const name of /** @type {const} */ (['client', 'server'])) {
    const made = [name === 'client' ? at('client', 'dist', 'index.html') : at('server', 'dist', 'main.js')];
    const what = { stamp: at('.cache', 'built', name), inputs: [at(name), ...common], made };
    await unlessUnchanged(what, async () => {
      say(name);
      const log = logFile(`build-${name}.log`);
      const [npm, ...first] = npmCommand();
      await run(npm, [...first, 'run', 'build'], {
        cwd: at(name),
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
        log,
      }).catch((error) => {
        throw told(error, `Building the ${name} failed`, `The log is ${log}.`);
      });
    });
  }
}

/** @param {string} name */
function logFile(name) {
  return at('.cache', 'logs', name);
}

/** Shows how a failed program's output ended (stacks left out), and gives the Trouble to throw. @param {Error & { output?: string }} error @param {string} what @param {string} wayOut */
function told(error, what, wayOut) {
  if (!error.output) return troubleOf(error, what, wayOut);
  const lines = error.output
    .trim()
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .slice(-20);
  console.error(`\n${lines.map((line) => `    ${line}`).join('\n')}`);
  return troubleOf(new Error('its last lines stand above.', { cause: error }), what, wayOut);
}
