import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LIVEKIT_VERSION, obtainLiveKit } from '@plumbline/infra/livekit/obtain.mjs';
import { archiveName } from '@plumbline/infra/livekit/release.mjs';
import { plainLine } from '@plumbline/infra/start/trouble.mjs';
import { afterEach, beforeEach, expect, test } from 'vitest';

const PROGRAM = Buffer.from('#!/bin/sh\necho livekit-server version 9.9.9\n');
const ARCHIVE = archiveName(LIVEKIT_VERSION, process.platform, process.arch);

/** A mirror of the releases, as it should be; a test bends what it is about. */
const mirror = { archive: Buffer.alloc(0), checksums: '', cutAt: Number.POSITIVE_INFINITY };
let server: Server;
let releaseBase = '';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-livekit-'));
  mirror.archive = gzipSync(tar('LICENSE', Buffer.from('x'), 'livekit-server', PROGRAM));
  mirror.checksums = `${'0'.repeat(64)}  another.tar.gz\n${sha256(mirror.archive)}  ${ARCHIVE}\n`;
  mirror.cutAt = Number.POSITIVE_INFINITY;
  server = createServer((request, response) => {
    const file = { 'checksums.txt': Buffer.from(mirror.checksums), [ARCHIVE]: mirror.archive }[
      request.url?.replace(`/releases/v${LIVEKIT_VERSION}/`, '') ?? ''
    ];
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-length': file.length });
    if (file.length <= mirror.cutAt) return void response.end(file);
    response.write(file.subarray(0, mirror.cutAt), () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  releaseBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}/releases`;
});
afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** Without Go or an installed LiveKit in sight. */
function obtain(more: Parameters<typeof obtainLiveKit>[0] = {}) {
  return obtainLiveKit({ cache: join(folder, 'cache'), searchPath: '', releaseBase, ...more });
}

test('the official archive is fetched, checked and kept', async () => {
  const { binary, via } = await obtain();
  expect(via).toBe('release');
  expect(await readFile(binary)).toEqual(PROGRAM);
  expect((await stat(binary)).mode & 0o111).toBeTruthy();
  server.close();
  expect(await obtain()).toEqual({
    binary,
    version: LIVEKIT_VERSION,
    via: 'cache',
  });
});

test('an archive with another checksum is not used', async () => {
  mirror.archive = gzipSync(tar('livekit-server', Buffer.from('evil')));
  await expect(obtain()).rejects.toThrow(/has the checksum \w+…, published is \w+…: it is not used/);
  expect(await readdir(join(folder, 'cache'))).toEqual([]);
});

test('a download that breaks off is not used', async () => {
  mirror.cutAt = 40;
  await expect(obtain()).rejects.toThrow('the download failed');
  expect(await readdir(join(folder, 'cache'))).toEqual([]);
});

test('an archive that is not among the published checksums is not used', async () => {
  mirror.checksums = `${sha256(mirror.archive)}  old-${ARCHIVE}\n`;
  await expect(obtain()).rejects.toThrow(`${ARCHIVE} is not among the published checksums`);
});

test('an archive without the program is refused', async () => {
  mirror.archive = gzipSync(tar('README', Buffer.from('x')));
  mirror.checksums = `${sha256(mirror.archive)}  ${ARCHIVE}`;
  await expect(obtain()).rejects.toThrow('the archive holds no livekit-server');
});

test('where nothing works, one line lists the choices', async () => {
  server.close();
  const failed = obtain();
  await expect(failed).rejects.toThrow(/Go is not installed; the download failed .*ECONNREFUSED/);
  await expect(failed).rejects.toThrow(
    /set LIVEKIT_URL, .* livekit-server on the PATH; install Go; .* LIVEKIT_RELEASE_BASE/,
  );
  await expect(failed).rejects.not.toThrow('\n');
});

test('an installed LiveKit comes first; another version is remarked on', async () => {
  const installed = await program('livekit-server', PROGRAM);
  const said: string[] = [];
  const found = await obtain({ searchPath: join(folder, 'bin'), log: (line) => void said.push(line) });
  expect(found).toEqual({ binary: installed, version: '9.9.9', via: 'path' });
  expect(said).toEqual([`${installed} is version 9.9.9; ${LIVEKIT_VERSION} is what was tested`]);
});

test('with Go it is built from the pinned module', async () => {
  await program('go', Buffer.from('#!/bin/sh\necho "$PWD $*" > "$6"\n'));
  const { binary, via } = await obtain({ searchPath: join(folder, 'bin') });
  expect(via).toBe('go');
  expect(await readFile(binary, 'utf8')).toMatch(
    /infra\/livekit build .* github.com\/livekit\/livekit-server\/cmd\/server/,
  );
  const module = await readFile(join(import.meta.dirname, '../../infra/livekit/go.mod'), 'utf8');
  expect(module).toContain('tool github.com/livekit/livekit-server/cmd/server');
  expect(module).toMatch(new RegExp(`livekit/livekit-server v${LIVEKIT_VERSION}\\b`));
});

test('where the build fails, the official archive is taken', async () => {
  await program('go', Buffer.from('#!/bin/sh\necho no module >&2\nexit 1\n'));
  expect((await obtain({ searchPath: join(folder, 'bin') })).via).toBe('release');
});

test('on a full disk it says so at once', async () => {
  await program('go', Buffer.from('#!/bin/sh\necho "write livekit-server: no space left on device" >&2\nexit 1\n'));
  const error: unknown = await obtain({ searchPath: join(folder, 'bin') }).catch((reason: unknown) => reason);
  expect(plainLine(error)).toMatch(/^The disk is full\. Free some space/);
});

async function program(name: string, content: Buffer): Promise<string> {
  const path = join(folder, 'bin', name);
  await mkdir(join(folder, 'bin'), { recursive: true });
  await writeFile(path, content);
  await chmod(path, 0o755);
  return path;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A tar archive of names and contents in turn. */
function tar(...entries: (string | Buffer)[]): Buffer {
  const blocks: Buffer[] = [];
  for (let i = 0; i < entries.length; i += 2) {
    const content = entries[i + 1] as Buffer;
    const header = Buffer.alloc(512);
    header.write(entries[i] as string, 0);
    header.write(content.length.toString(8).padStart(11, '0'), 124);
    header.write('ustar', 257);
    blocks.push(header, content, Buffer.alloc((512 - (content.length % 512)) % 512));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
