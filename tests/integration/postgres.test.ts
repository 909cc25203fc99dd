import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@plumbline/infra/postgres/run.mjs';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';

type Postgres = Awaited<ReturnType<typeof startPostgres>>;

let folder = '';
let dataDir = '';
let started: Postgres[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-postgres-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
  started = [];
});
afterEach(async () => {
  for (const postgres of started) await postgres.destroy();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir });
  started.push(postgres);
  return postgres;
}

async function ask<T>(postgres: Postgres, sql: string, database = 'postgres'): Promise<T[]> {
  const client = new pg.Client({ connectionString: postgres.url(database) });
  client.on('error', () => {}); // the server is killed under it
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

test('what was stored is there after a stop and a start', async () => {
  const first = await start();
  await first.createDatabase('clinic');
  await ask(first, 'CREATE TABLE note AS SELECT 42 AS degrees', 'clinic');
  await first.stop();
  const second = await start();
  await second.createDatabase('clinic');
  expect(await ask(second, 'SELECT degrees FROM note', 'clinic')).toEqual([{ degrees: 42 }]);
});

test('a database that is still running when its launcher was killed is ended, then started', async () => {
  const orphan = await start();
  await ask(orphan, 'CREATE TABLE note AS SELECT 42 AS degrees');
  const next = await start();
  expect(await orphan.exited).not.toBeNull();
  expect(await ask(next, 'SELECT degrees FROM note')).toEqual([{ degrees: 42 }]);
});

test('a database that was killed itself starts again with all it had confirmed', async () => {
  const killed = await start();
  await ask(killed, 'CREATE TABLE note AS SELECT 42 AS degrees');
  process.kill(killed.pid, 'SIGKILL');
  const next = await start();
  expect(await ask(next, 'SELECT degrees FROM note')).toEqual([{ degrees: 42 }]);
});

test.runIf(process.platform === 'linux')(
  'a lock file from before a power cut does not keep it from starting',
  async () => {
    const first = await start();
    await first.stop();
    const cluster = join(dataDir, 'postgres');
    await writeFile(join(cluster, 'postmaster.pid'), `${process.ppid}\n${cluster}\n1\n5432\n`);
    expect(await ask(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  },
);

test('a first start that was cut short is done again', async () => {
  await mkdir(join(dataDir, 'postgres.part'), { recursive: true });
  await writeFile(join(dataDir, 'postgres.part', 'PG_VERSION'), '18\n');
  expect(await ask(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(dataDir, 'postgres.part'))).toBe(false);
});

test('a stranger on this machine does not get in without the password', async () => {
  const postgres = await start();
  const client = new pg.Client({ connectionString: postgres.url('postgres').replace(/:[^:@]+@/, ':guess@') });
  await expect(client.connect()).rejects.toThrow('password authentication failed');
  expect((await stat(join(dataDir, 'keys', 'postgres.password'))).mode & 0o777).toBe(0o600);
});

test('every commit reaches the disk', async () => {
  expect(await ask(await start(), 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
});

test.runIf(process.getuid?.() === 0)(
  'root’s closed folder: the database lives where its account can reach it, and a lost one is told of',
  async () => {
    await chmod(folder, 0o700);
    const postgres = await start();
    const cluster = (await readFile(join(dataDir, 'postgres.path'), 'utf8')).trim();
    expect(existsSync(join(cluster, 'PG_VERSION'))).toBe(true);
    expect(execFileSync('stat', ['-c', '%U', cluster], { encoding: 'utf8' }).trim()).not.toBe('root');
    await ask(postgres, 'CREATE TABLE note AS SELECT 42 AS degrees');
    await postgres.stop();
    const again = await start();
    expect(await ask(again, 'SELECT degrees FROM note')).toEqual([{ degrees: 42 }]);
    await again.stop();
    await rename(cluster, `${cluster}.moved`);
    await expect(start()).rejects.toThrow(/The database is not in .* any more/);
    await rename(`${cluster}.moved`, cluster);
    await again.destroy();
    expect(existsSync(cluster)).toBe(false);
  },
);

test.runIf(process.getuid?.() === 0)(
  'a database that got out of reach is told of, not replaced by an empty one',
  async () => {
    const postgres = await start();
    await postgres.stop();
    await chmod(folder, 0o700);
    await expect(start()).rejects.toThrow(/cannot be reached by the account it runs under .* chmod a\+rx/);
  },
);
