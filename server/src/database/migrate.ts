import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import { migrateQueue } from '../jobs/index.ts';
import type { Log } from '../log.ts';

/** Beside `src` and beside `dist`, whichever runs. */
const MIGRATIONS = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../migrations' : '../../migrations', import.meta.url),
);

/** Brings the database to this version: forward only, one process at a time (advisory lock). */
export async function migrate(databaseUrl: string, log: Log): Promise<void> {
  await runner({
    databaseUrl,
    dir: MIGRATIONS,
    migrationsTable: 'schema_migration',
    direction: 'up',
    checkOrder: true,
    singleTransaction: true,
    log: (line) => log.debug({ line }, 'migration'),
  });
  await migrateQueue(databaseUrl, log);
}
