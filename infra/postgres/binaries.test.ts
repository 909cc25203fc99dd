import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postgresBinaries } from './binaries.mjs';

describe.skipIf(process.platform === 'win32')('the PostgreSQL that is used', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-binaries-'));
    await mkdir(join(folder, 'cluster'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function makeInstallation(version: string, from: 'npm' | 'Debian', { runs = true } = {}) {
    const home = join(folder, `${from}-${version}`);
    await mkdir(join(home, 'bin'), { recursive: true });
    await writeFile(join(home, 'bin', 'postgres'), runs ? '#!/bin/sh\necho postgres\n' : '#!/bin/sh\nexit 127\n');
    await chmod(join(home, 'bin', 'postgres'), 0o755);
    return { folder: home, version, from };
  }

  function choose(installations: Awaited<ReturnType<typeof makeInstallation>>[]) {
    const options = { account: null, reachableFolder: join(folder, 'reachable'), cluster: join(folder, 'cluster') };
    return postgresBinaries({ ...options, installations });
  }

  test('is the first there is', async () => {
    const all = [await makeInstallation('18.4.0', 'npm'), await makeInstallation('15', 'Debian')];
    expect(await choose(all)).toBe(join(folder, 'npm-18.4.0', 'bin'));
  });

  test('is the next where the first does not run on this machine', async () => {
    const all = [await makeInstallation('18.4.0', 'npm', { runs: false }), await makeInstallation('15', 'Debian')];
    expect(await choose(all)).toBe(join(folder, 'Debian-15', 'bin'));
  });

  test('is of the version that made the database', async () => {
    await writeFile(join(folder, 'cluster', 'PG_VERSION'), '15\n');
    const all = [await makeInstallation('18.4.0', 'npm'), await makeInstallation('15', 'Debian')];
    expect(await choose(all)).toBe(join(folder, 'Debian-15', 'bin'));
  });

  test('is none where the version that made the database is missing: its data are not touched', async () => {
    await writeFile(join(folder, 'cluster', 'PG_VERSION'), '17\n');
    const all = [await makeInstallation('18.4.0', 'npm'), await makeInstallation('15', 'Debian')];
    await expect(choose(all)).rejects.toThrow(/made by PostgreSQL 17; here there is 18 \(npm\), 15 \(Debian\)/);
  });

  test('is asked for where there is none', async () => {
    await expect(choose([])).rejects.toThrow(/Install PostgreSQL 15 or later, or set DATABASE_URL/);
  });
});
