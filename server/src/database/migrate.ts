import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import { migrateQueue } from '../jobs/index.ts';
import type { Log } from '../log.ts';

/** Beside `src` and beside `dist`, whichever runs. */
const MIGRATIONS = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../migrations' : '../../migrations', import.meta.url),
);

/** The migrations there are, in order. */
export async function migrationNames(): Promise<string[]> {
  const files = await readdir(MIGRATIONS);
  return files
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.replace(/\.sql$/, ''))
    .sort();
}

/** Brings the database to this version, or `count` migrations further: forward only, one process at a time (advisory lock). */
export async function migrate(databaseUrl: string, log: Log, { count }: { count?: number } = {}): Promise<void> {
  await runner({
    databaseUrl,
    dir: MIGRATIONS,
    migrationsTable: 'schema_migration',
    direction: 'up',
    checkOrder: true,
    singleTransaction: true,
    log: (line) => log.debug({ line }, 'migration'),
    ...(count === undefined ? {} : { count }),
  });
  await migrateQueue(databaseUrl, log);
}
