// @ts-check
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, run, startProcess } from '../start/process.mjs';
import { canReach, databaseAccount } from './account.mjs';
import { postgresBinaries } from './binaries.mjs';

/** Where root puts what the database account must reach when the checkout's own folders are closed to it. */
const SYSTEM_FOLDER = '/var/lib/plumbline';

/**
 * @typedef {import('../start/process.mjs').Child & {
 *   port: number,
 *   url: (database: string) => string,
 *   createDatabase: (name: string, options?: { template?: string }) => Promise<void>,
 * }} Postgres
 */

/**
 * Starts PostgreSQL on the loopback address with its data in `dataDir/postgres`, which is made at the first start. What
 * an earlier start left running is ended first.
 * @param {{ dataDir: string, port?: number }} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir, port }) {
  const account = databaseAccount();
  await mkdir(dataDir, { recursive: true });
  const home = canReach(dataDir, account)
    ? dataDir
    : join(SYSTEM_FOLDER, createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  await mkdir(home, { recursive: true, mode: 0o755 });
  const bin = await postgresBinaries(account, SYSTEM_FOLDER);
  const cluster = join(home, 'postgres');
  const password = await ownPassword(dataDir);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise({ bin, cluster, password, account });
  await endLeftover(cluster);
  const used = port ?? (await freePort());
  const child = await startProcess(
    join(bin, 'postgres'),
    ['-D', cluster, '-p', String(used), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    {
      log: join(dataDir, 'logs', 'postgres.log'),
      ready: /ready to accept connections/,
      // "Fast shutdown": open transactions are rolled back, what was committed is on disk.
      signal: 'SIGINT',
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      ...(account ?? {}),
    },
  );
  const url = (/** @type {string} */ database) => `postgresql://plumbline:${password}@127.0.0.1:${used}/${database}`;
  return {
    ...child,
    port: used,
    url,
    createDatabase: (name, options) => createDatabase(url('postgres'), name, options),
  };
}

/** @param {string} dataDir */
async function ownPassword(dataDir) {
  const folder = join(dataDir, 'keys');
  const file = join(folder, 'postgres.password');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known) return known.trim();
  const password = randomBytes(24).toString('base64url');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** @param {{ bin: string, cluster: string, password: string, account: { uid: number, gid: number } | null }} options */
async function initialise({ bin, cluster, password, account }) {
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { mode: 0o700 });
  const passwordFile = `${cluster}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (account) for (const path of [cluster, passwordFile]) await chown(path, account.uid, account.gid);
    const args = ['-D', cluster, '-U', 'plumbline', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    await run(join(bin, 'initdb'), [...args, '-E', 'UTF8', '--locale=C', '--no-instructions'], {
      cwd: '/',
      ...(account ?? {}),
    });
  } catch (error) {
    await rm(cluster, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** A launcher that was killed leaves its database running; two on one folder cannot be. @param {string} cluster */
async function endLeftover(cluster) {
  const first = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0];
  const pid = Number(first);
  if (!pid || !(await runsOn(pid, cluster))) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 100 && (await runsOn(pid, cluster)); waited++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (await runsOn(pid, cluster)) process.kill(pid, 'SIGKILL');
}

/** @param {number} pid @param {string} cluster */
async function runsOn(pid, cluster) {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return command?.split('\0').includes(cluster) ?? false;
}

/** @param {string} url @param {string} name @param {{ template?: string }} [options] */
async function createDatabase(url, name, { template } = {}) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const from = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : '';
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${from}`);
  } finally {
    await client.end();
  }
}
