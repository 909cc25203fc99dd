// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, rootFolder } from './folders.mjs';
import { run } from './process.mjs';
import { Trouble } from './trouble.mjs';
import { unlessUnchanged } from './unchanged.mjs';

const at = (/** @type {string[]} */ ...parts) => join(rootFolder, ...parts);
const PACKAGES = ['server', 'client', 'shared', 'infra', 'tests'];

/** Brings in pnpm at the version that package.json pins, and installs what the lock file names. @param {(line: string) => void} say */
export async function installPackages(say) {
  const inputs = [
    at('pnpm-lock.yaml'),
    at('pnpm-workspace.yaml'),
    ...['.', ...PACKAGES].map((dir) => at(dir, 'package.json')),
  ];
  const marker = at('node_modules', '.modules.yaml');
  await unlessUnchanged({ stamp: at('node_modules', '.plumbline-installed'), inputs, made: marker }, async () => {
    const pnpm = await bringPnpm(say);
    say('packages');
    const log = await logFile('install.log');
    await run(process.execPath, [pnpm, 'install', '--frozen-lockfile'], {
      cwd: rootFolder,
      env: { ...process.env, CI: 'true' },
      log,
    }).catch((error) => {
      throw new Trouble(
        `Installing the packages failed: ${error.message}`,
        `Is the network reachable? The log is in ${log}.`,
      );
    });
  });
}

/** @param {(line: string) => void} say @returns {Promise<string>} pnpm's entry file */
async function bringPnpm(say) {
  const { packageManager } = JSON.parse(await readFile(at('package.json'), 'utf8'));
  const folder = join(cacheFolder(), packageManager.replace('@', '-'));
  const entry = join(folder, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
  if (existsSync(entry)) return entry;
  say(packageManager);
  await mkdir(folder, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await run(npm, ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', packageManager], {
    cwd: folder,
  }).catch((error) => {
    throw new Trouble(`${packageManager} could not be fetched: ${error.message}`, 'Is the network reachable?');
  });
  return entry;
}

/** Builds client and server where their sources have changed. @param {(line: string) => void} say */
export async function build(say) {
  const common = [at('shared'), at('tsconfig.base.json'), at('pnpm-lock.yaml')];
  for (const name of /** @type {const} */ (['client', 'server'])) {
    const made = name === 'client' ? at('client', 'dist', 'index.html') : at('server', 'dist', 'main.js');
    const what = { stamp: at(name, 'dist', '.built'), inputs: [at(name), ...common], made };
    await unlessUnchanged(what, async () => {
      say(name);
      const log = await logFile(`build-${name}.log`);
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      await run(npm, ['run', 'build'], { cwd: at(name), log }).catch((error) => {
        throw new Trouble(`Building the ${name} failed: ${error.message}`, `The log is in ${log}.`);
      });
    });
  }
}

/** @param {string} name */
async function logFile(name) {
  const folder = at('.cache', 'logs');
  await mkdir(folder, { recursive: true });
  return join(folder, name);
}
