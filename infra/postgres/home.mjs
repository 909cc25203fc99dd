// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Trouble } from '../start/trouble.mjs';
import { canReach } from './account.mjs';

/** @typedef {import('./account.mjs').Account} Account */

/** Where root puts what the database's account must reach when the checkout's own folders are closed to it. */
export const SYSTEM_FOLDER = '/var/lib/plumbline';
const POINTER = 'postgres.path';

/**
 * The folder the cluster lives in: `dataDir/postgres`, unless the database's account cannot get there. Then it is a
 * folder of its own under `systemFolder`, which the file `dataDir/postgres.path` names: a copy of the data folder must
 * take it along, and a new data folder never meets an old one's database.
 * @param {string} dataDir
 * @param {Account | null} account
 * @param {string} [systemFolder]
 * @returns {Promise<string>}
 */
export async function clusterFolder(dataDir, account, systemFolder = SYSTEM_FOLDER) {
  await mkdir(dataDir, { recursive: true });
  const pointer = join(dataDir, POINTER);
  const named = (await readFile(pointer, 'utf8').catch(() => '')).trim();
  const here = join(dataDir, 'postgres');
  if (named && existsSync(named)) return named;
  if (canReach(dataDir, account)) return here;
  if (existsSync(join(here, 'PG_VERSION'))) {
    throw new Trouble(
      `The database in ${here} cannot be reached by the account it runs under (uid ${account?.uid}).`,
      `Give it the way there again: chmod a+rx ${dataDir} and the folders above it.`,
    );
  }
  const folder = join(systemFolder, randomBytes(6).toString('hex'));
  await mkdir(folder, { recursive: true });
  for (const path of [systemFolder, folder]) await chmod(path, 0o755);
  const cluster = join(folder, 'postgres');
  await writeFile(pointer, `${cluster}\n`);
  return cluster;
}

/** Deletes a cluster, and the folder of its own that it may have outside the data folder. @param {string} dataDir @param {string} cluster */
export async function removeCluster(dataDir, cluster) {
  const outside = dirname(cluster) !== dataDir;
  await rm(outside ? dirname(cluster) : cluster, { recursive: true, force: true });
  await rm(join(dataDir, POINTER), { force: true });
}
