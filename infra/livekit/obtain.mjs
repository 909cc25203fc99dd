// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { cacheFolder, rootFolder } from '../start/folders.mjs';
import { run } from '../start/process.mjs';
import { isDiskFull, Trouble } from '../start/trouble.mjs';
import { downloadRelease } from './release.mjs';

/** Measured with livekit-client 2.23 (frame metadata); the same version stands in go.mod. */
export const LIVEKIT_VERSION = '1.13.5';
const RELEASES = 'https://github.com/livekit/livekit/releases/download';
const exe = process.platform === 'win32' ? '.exe' : '';

/**
 * @typedef {{ binary: string, version: string, via: 'path' | 'cache' | 'go' | 'release' }} LiveKitBinary
 * @typedef {object} ObtainOptions
 * @property {(line: string) => void} [log]
 * @property {string} [cache]
 * @property {string} [searchPath] the PATH that is searched
 * @property {string} [releaseBase] where the official archives are; `LIVEKIT_RELEASE_BASE` by default
 */

/**
 * Finds or makes a `livekit-server`: on the PATH, in our cache, built with Go, or the official archive, checked. Throws
 * a Trouble that lists the choices.
 * @param {ObtainOptions} [options]
 * @returns {Promise<LiveKitBinary>}
 */
export async function obtainLiveKit(options = {}) {
  const {
    log = () => {},
    cache = join(cacheFolder(), 'livekit', LIVEKIT_VERSION),
    searchPath = process.env.PATH ?? '',
    releaseBase = process.env.LIVEKIT_RELEASE_BASE ?? RELEASES,
  } = options;
  const installed = onPath('livekit-server', searchPath);
  if (installed) {
    const version = await versionOf(installed);
    if (version !== LIVEKIT_VERSION) log(`${installed} is version ${version}; ${LIVEKIT_VERSION} is what was tested`);
    return { binary: installed, version, via: 'path' };
  }
  const binary = join(cache, `livekit-server${exe}`);
  if (existsSync(binary)) return { binary, version: LIVEKIT_VERSION, via: 'cache' };
  await mkdir(cache, { recursive: true });
  /** @type {string[]} */
  const failures = [];
  for (const { via, make } of [
    { via: /** @type {const} */ ('go'), make: () => build(binary, searchPath, log) },
    { via: /** @type {const} */ ('release'), make: () => downloadRelease(releaseBase, LIVEKIT_VERSION, binary, log) },
  ]) {
    try {
      await make();
      return { binary, version: LIVEKIT_VERSION, via };
    } catch (error) {
      if (isDiskFull(error)) throw error; // nor would the next way do
      failures.push(shortened(/** @type {Error} */ (error).message));
    }
  }
  throw new Trouble(
    `LiveKit ${LIVEKIT_VERSION} was not found: ${failures.join('; ')}.`,
    'Choose one: set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a running server; put livekit-server on the PATH; ' +
      'install Go; or set LIVEKIT_RELEASE_BASE to a mirror of its releases.',
  );
}

/** @param {string} name @param {string} searchPath @returns {string | undefined} */
function onPath(name, searchPath) {
  return searchPath
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name + exe))
    .find(existsSync);
}

/** @param {string} binary */
async function versionOf(binary) {
  const said = await run(binary, ['--version']).catch(() => '');
  return /\d+\.\d+\.\d+\S*/.exec(said)?.[0] ?? 'unknown';
}

/** @param {string} binary @param {string} searchPath @param {(line: string) => void} log */
async function build(binary, searchPath, log) {
  const go = onPath('go', searchPath);
  if (!go) throw new Error('Go is not installed');
  log('building it with Go (once; four minutes on two cores)');
  const part = `${binary}.${process.pid}.part`;
  const args = ['build', '-trimpath', '-ldflags', '-s -w', '-o', part, 'github.com/livekit/livekit-server/cmd/server'];
  try {
    await run(go, args, {
      cwd: join(rootFolder, 'infra', 'livekit'),
      env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off' },
    });
    await rename(part, binary);
  } catch (error) {
    throw new Error(`the build with Go failed (${/** @type {Error} */ (error).message})`);
  } finally {
    await rm(part, { force: true });
  }
}

/** @param {string} text */
function shortened(text) {
  return text.length > 300 ? `${text.slice(0, 150)} … ${text.slice(-150)}` : text;
}
