// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findCluster } from './home.mjs';

/**
 * The address of a database of the PostgreSQL that runs on a data folder now; null where none does. Where it listens
 * stands in its lock file, the fourth line of which is the port.
 * @param {string} dataDir @param {string} database
 * @returns {Promise<string | null>}
 */
export async function runningDatabaseUrl(dataDir, database) {
  const cluster = await findCluster(dataDir);
  if (!cluster) return null;
  const [password, lock] = await Promise.all([
    readFile(join(dataDir, 'keys', 'postgres.password'), 'utf8'),
    readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => ''),
  ]);
  const port = Number(lock.split('\n')[3]);
  return port ? `postgresql://plumbline:${password.trim()}@127.0.0.1:${port}/${database}` : null;
}
