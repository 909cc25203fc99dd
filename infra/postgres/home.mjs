// @ts-check
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
 * The folder the cluster lives in: `dataDir/postgres`, unless the database's account cannot get there. Then it is
 * `SYSTEM_FOLDER/<id>/postgres`, which the file `dataDir/postgres.path` names from then on: a copy of the data folder
 * must take it along, and a new data folder (with another id) never meets an old one's database.
 * @param {string} dataDir
 * @param {string} id
 * @param {Account | null} account
 * @returns {Promise<string>}
 */
export async function clusterFolder(dataDir, id, account) {
  const pointer = join(dataDir, POINTER);
  const named = (await readFile(pointer, 'utf8').catch(() => '')).trim();
  if (named && !isMade(named)) {
    throw new Trouble(
      `The database is not in ${named} any more, where ${pointer} says it is.`,
      `Put it back there, or delete ${pointer} to begin with an empty one.`,
    );
  }
  if (named) return named;
  const here = join(dataDir, 'postgres');
  if (canReach(dataDir, account)) return here;
  if (isMade(here)) {
    throw new Trouble(
      `The database in ${here} cannot be reached by the account it runs under (uid ${account?.uid}).`,
      `Give it the way there again: chmod a+rx ${dataDir} and the folders above it.`,
    );
  }
  const folder = join(SYSTEM_FOLDER, id);
  await mkdir(folder, { recursive: true });
  for (const path of [SYSTEM_FOLDER, folder]) await chmod(path, 0o755);
  return join(folder, 'postgres');
}

/** The cluster of a data folder, here or where its pointer says; null where none has been made. @param {string} dataDir @returns {Promise<string | null>} */
export async function findCluster(dataDir) {
  const named = (await readFile(join(dataDir, POINTER), 'utf8').catch(() => '')).trim();
  const cluster = named || join(dataDir, 'postgres');
  return isMade(cluster) ? cluster : null;
}

/** Whether there is a cluster. @param {string} cluster */
export function isMade(cluster) {
  return existsSync(join(cluster, 'PG_VERSION'));
}

/** Notes in the data folder where its cluster is, if that is elsewhere. @param {string} dataDir @param {string} cluster */
export async function rememberCluster(dataDir, cluster) {
  if (dirname(cluster) !== dataDir) await writeFile(join(dataDir, POINTER), `${cluster}\n`);
}

/** Deletes a cluster, and the folder of its own that it may have outside the data folder. @param {string} dataDir @param {string} cluster */
export async function removeCluster(dataDir, cluster) {
  const outside = dirname(cluster) !== dataDir;
  await rm(outside ? dirname(cluster) : cluster, { recursive: true, force: true });
  await rm(join(dataDir, POINTER), { force: true });
}
