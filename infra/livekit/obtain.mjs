// @ts-check
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { cacheFolder, rootFolder } from '../start/folders.mjs';
import { run } from '../start/process.mjs';
import { Trouble } from '../start/trouble.mjs';
import { untar } from './untar.mjs';

/** Measured with livekit-client 2.23 (frame metadata); the same version stands in go.mod. */
export const LIVEKIT_VERSION = '1.13.5';
const RELEASES = 'https://github.com/livekit/livekit/releases/download';
const exe = process.platform === 'win32' ? '.exe' : '';

/**
 * @typedef {{ binary: string, via: 'path' | 'cache' | 'go' | 'release' }} LiveKitBinary
 * @typedef {object} ObtainOptions
 * @property {(line: string) => void} [log]
 * @property {string} [cache]
 * @property {string} [searchPath] the PATH that is searched
 * @property {string} [releaseBase] where the official archives are; `LIVEKIT_RELEASE_BASE` by default
 * @property {boolean} [allowBuild]
 */

/**
 * Finds or makes a `livekit-server`: on the PATH, in our cache, built with Go, or the official archive, checked.
 * @param {ObtainOptions} [options]
 * @returns {Promise<LiveKitBinary>}
 */
export async function obtainLiveKit(options = {}) {
  const {
    log = () => {},
    cache = join(cacheFolder(), 'livekit', LIVEKIT_VERSION),
    searchPath = process.env.PATH ?? '',
    releaseBase = process.env.LIVEKIT_RELEASE_BASE ?? RELEASES,
    allowBuild = true,
  } = options;
  const installed = onPath('livekit-server', searchPath);
  if (installed) return { binary: installed, via: 'path' };
  const binary = join(cache, `livekit-server${exe}`);
  if (existsSync(binary)) return { binary, via: 'cache' };
  await mkdir(cache, { recursive: true });
  /** @type {string[]} */
  const failures = [];
  if (allowBuild && onPath('go', searchPath)) {
    try {
      log('building LiveKit with Go (about four minutes, once)');
      await build(binary);
      return { binary, via: 'go' };
    } catch (error) {
      failures.push(`the build with Go failed (${/** @type {Error} */ (error).message.slice(0, 200)})`);
    }
  } else failures.push('Go is not installed');
  try {
    log('downloading LiveKit');
    await download(releaseBase, binary, cache);
    return { binary, via: 'release' };
  } catch (error) {
    failures.push(`the download failed (${/** @type {Error} */ (error).message})`);
  }
  throw new Trouble(
    `LiveKit ${LIVEKIT_VERSION} was not found: ${failures.join('; ')}.`,
    'Choose one: set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a running server; put livekit-server on the PATH; ' +
      'install Go; or set LIVEKIT_RELEASE_BASE to a mirror of its releases.',
  );
}

/** @param {string} name @param {string} searchPath */
export function onPath(name, searchPath) {
  return searchPath
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name + exe))
    .find(existsSync);
}

/** @param {string} binary */
async function build(binary) {
  const part = `${binary}.${process.pid}.part`;
  await run('go', ['build', '-trimpath', '-o', part, 'github.com/livekit/livekit-server/cmd/server'], {
    cwd: join(rootFolder, 'infra', 'livekit'),
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod' },
  });
  await rename(part, binary);
}

/** @param {string} base @param {string} binary @param {string} cache */
async function download(base, binary, cache) {
  const archive = archiveName();
  const [sums, bytes] = await Promise.all([
    fetchBytes(`${base}/v${LIVEKIT_VERSION}/checksums.txt`),
    fetchBytes(`${base}/v${LIVEKIT_VERSION}/${archive}`),
  ]);
  const line = sums
    .toString('utf8')
    .split('\n')
    .find((text) => text.trim().endsWith(archive));
  const expected = line?.trim().split(/\s+/)[0];
  const got = createHash('sha256').update(bytes).digest('hex');
  if (!expected) throw new Error(`${archive} is not among the published checksums`);
  if (got !== expected)
    throw new Error(`${archive} has the checksum ${got.slice(0, 12)}…, published is ${expected.slice(0, 12)}…`);
  const file = join(cache, archive);
  await writeFile(file, bytes);
  try {
    const part = `${binary}.${process.pid}.part`;
    await unpack(file, part);
    await chmod(part, 0o755);
    await rename(part, binary);
  } finally {
    await rm(file, { force: true });
  }
}

function archiveName() {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[/** @type {string} */ (process.platform)];
  const machine = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' }[/** @type {string} */ (process.arch)];
  if (!system || !machine) throw new Error(`there is no archive for ${process.platform} ${process.arch}`);
  return `livekit_${LIVEKIT_VERSION}_${system}_${machine}.${system === 'windows' ? 'zip' : 'tar.gz'}`;
}

/** @param {string} url */
async function fetchBytes(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(300_000) }).catch((error) => {
    throw new Error(`${new URL(url).host} cannot be reached: ${error.cause?.code ?? error.message}`);
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** @param {string} archive @param {string} target */
async function unpack(archive, target) {
  if (archive.endsWith('.zip')) {
    const { unzipSync } = await import('fflate');
    const files = unzipSync(await readFile(archive));
    const found = Object.entries(files).find(([name]) => name.endsWith('livekit-server.exe'))?.[1];
    if (!found) throw new Error('the archive holds no livekit-server');
    await writeFile(target, found);
    return;
  }
  const tar = `${target}.tar`;
  await pipeline(createReadStream(archive), createGunzip(), createWriteStream(tar));
  try {
    const found = untar(await readFile(tar), 'livekit-server');
    if (!found) throw new Error('the archive holds no livekit-server');
    await writeFile(target, found);
  } finally {
    await rm(tar, { force: true });
  }
}
