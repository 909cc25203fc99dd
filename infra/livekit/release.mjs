// @ts-check
import { createHash } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { untar } from './untar.mjs';

/** How long a download may stand still before it counts as failed. */
const STALLED_MS = 30_000;

/**
 * Fetches the official archive of a version, checks it against its published checksums and puts the program at `binary`.
 * @param {string} base the folder of all releases
 * @param {string} version
 * @param {string} binary
 * @param {(line: string) => void} log
 */
export async function downloadRelease(base, version, binary, log) {
  const archive = archiveName(version, process.platform, process.arch);
  const folder = `${base.replace(/\/$/, '')}/v${version}`;
  const part = `${binary}.${process.pid}.part`;
  try {
    log(`downloading ${folder}/${archive}`);
    const expected = checksumOf(archive, (await fetchBytes(`${folder}/checksums.txt`)).toString('utf8'));
    const bytes = await fetchBytes(`${folder}/${archive}`);
    assertChecksum(archive, bytes, expected);
    await writeFile(part, await programIn(archive, bytes), { mode: 0o755 });
    await rename(part, binary);
  } catch (error) {
    throw new Error(`the download failed (${/** @type {Error} */ (error).message})`);
  } finally {
    await rm(part, { force: true });
  }
}

/** The archive for a machine, as LiveKit names it. @param {string} version @param {string} platform @param {string} arch */
export function archiveName(version, platform, arch) {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[platform];
  const machine = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' }[arch];
  if (!system || !machine) throw new Error(`there is no archive for ${platform} ${arch}`);
  return `livekit_${version}_${system}_${machine}.${system === 'windows' ? 'zip' : 'tar.gz'}`;
}

/** @param {string} archive @param {string} list lines of `sha256  name` */
function checksumOf(archive, list) {
  const line = list.split('\n').find((text) => text.trim().split(/\s+\*?/)[1] === archive);
  if (!line) throw new Error(`${archive} is not among the published checksums`);
  return /** @type {string} */ (line.trim().split(/\s+/)[0]).toLowerCase();
}

/** @param {string} archive @param {Buffer} bytes @param {string} expected */
function assertChecksum(archive, bytes, expected) {
  const got = createHash('sha256').update(bytes).digest('hex');
  if (got !== expected) {
    throw new Error(
      `${archive} has the checksum ${got.slice(0, 12)}…, published is ${expected.slice(0, 12)}…: it is not used`,
    );
  }
}

/** @param {string} url @returns {Promise<Buffer>} */
async function fetchBytes(url) {
  const stalled = new AbortController();
  const watch = () => setTimeout(() => stalled.abort(new Error('it stood still')), STALLED_MS);
  let timer = watch();
  try {
    const response = await fetch(url, { signal: stalled.signal });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    /** @type {Uint8Array[]} */
    const chunks = [];
    for await (const chunk of response.body ?? []) {
      clearTimeout(timer);
      timer = watch();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    const { message, cause } = /** @type {Error & { cause?: NodeJS.ErrnoException }} */ (error);
    if (message.startsWith(url)) throw error;
    throw new Error(`${url}: ${cause?.code ?? cause?.message ?? message}`);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {string} archive @param {Buffer} bytes @returns {Promise<Uint8Array>} */
async function programIn(archive, bytes) {
  const found = archive.endsWith('.zip')
    ? await unzip(bytes, 'livekit-server.exe')
    : untar(await promisify(gunzip)(bytes), 'livekit-server');
  if (!found) throw new Error('the archive holds no livekit-server');
  return found;
}

/** @param {Buffer} bytes @param {string} name */
async function unzip(bytes, name) {
  const { unzipSync } = await import('fflate');
  return Object.entries(unzipSync(bytes)).find(([path]) => path.split('/').at(-1) === name)?.[1];
}
