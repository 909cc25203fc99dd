// @ts-check
import { createHash, randomBytes } from 'node:crypto';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../start/port.mjs';
import { run, startProcess } from '../start/process.mjs';
import { keptSecret } from '../start/secret.mjs';
import { databaseAccount } from './account.mjs';
import { exe, postgresBinaries } from './binaries.mjs';
import { createDatabase } from './database.mjs';
import { clusterFolder, isMade, rememberCluster, removeCluster, SYSTEM_FOLDER } from './home.mjs';
import { endLeftovers } from './leftover.mjs';

/**
 * @typedef {import('./account.mjs').Account} Account
 * @typedef {import('../start/process.mjs').Child & {
 *   port: number,
 *   url: (database: string) => string,
 *   createDatabase: (name: string, options?: { template?: string }) => Promise<void>,
 *   destroy: () => Promise<void>,
 * }} Postgres
 */

/**
 * Starts PostgreSQL on the loopback address with its data in `dataDir/postgres`, which is made at the first start. What
 * an earlier start left running is ended first. `destroy` stops it and deletes its data (wherever they are: see
 * home.mjs), for tests.
 * @param {{ dataDir: string, port?: number }} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir, port }) {
  const account = databaseAccount();
  const passwordFile = join(dataDir, 'keys', 'postgres.password');
  const password = await keptSecret(passwordFile, () => randomBytes(24).toString('base64url'));
  const id = createHash('sha256').update(password).digest('hex').slice(0, 12);
  const cluster = await clusterFolder(dataDir, id, account);
  const bin = await postgresBinaries({ account, reachableFolder: SYSTEM_FOLDER, cluster });
  if (!isMade(cluster)) await initialise({ bin, cluster, password, account });
  await rememberCluster(dataDir, cluster);
  await endLeftovers(cluster);
  const used = port ?? (await freePort());
  const child = await startProcess(
    join(bin, exe('postgres')),
    ['-D', cluster, '-p', String(used), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    {
      log: join(dataDir, 'logs', 'postgres.log'),
      ready: /ready to accept connections/,
      // "Fast shutdown": open transactions are rolled back, what was committed is on disk.
      signal: 'SIGINT',
      cwd: '/',
      env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C' },
      ...(account ?? {}),
    },
  );
  const url = (/** @type {string} */ database) => `postgresql://plumbline:${password}@127.0.0.1:${used}/${database}`;
  return {
    ...child,
    port: used,
    url,
    createDatabase: (name, options) => createDatabase(url('postgres'), name, options),
    async destroy() {
      await child.stop();
      await removeCluster(dataDir, cluster);
    },
  };
}

/**
 * Makes the cluster beside its place and moves it there when it is whole: a first start that is cut short leaves nothing
 * that looks like a database.
 * @param {{ bin: string, cluster: string, password: string, account: Account | null }} options
 */
async function initialise({ bin, cluster, password, account }) {
  const part = `${cluster}.part`;
  const passwordFile = `${cluster}.password`;
  await rm(part, { recursive: true, force: true });
  try {
    await mkdir(part, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const path of [part, passwordFile]) await chown(path, account.uid, account.gid);
    const args = ['-D', part, '-U', 'plumbline', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    await run(join(bin, exe('initdb')), [...args, '-E', 'UTF8', '--locale=C', '--no-instructions'], {
      cwd: '/',
      ...(account ?? {}),
    });
    await rename(part, cluster);
  } finally {
    await rm(part, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
}
