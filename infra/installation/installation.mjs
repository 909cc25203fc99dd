// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findCluster } from '../postgres/home.mjs';
import { startPostgres } from '../postgres/run.mjs';
import { runningDatabaseUrl } from '../postgres/running.mjs';
import { dataFolder } from '../start/folders.mjs';
import { findLauncher, takeFolder } from '../start/lock.mjs';
import { Trouble } from '../start/trouble.mjs';

const DATABASE = 'plumbline';

/** @typedef {import('./services.mjs').Place & { close: () => Promise<void> }} Installation */

/**
 * The installation of DATA_DIR: with the database of DATABASE_URL, else with its own, which is started for as long as
 * it is needed where `npm start` does not run. Throws a Trouble where there is none.
 * @param {(line: string) => void} say
 * @returns {Promise<Installation>}
 */
export async function openInstallation(say) {
  const dataDir = dataFolder();
  const { DATABASE_URL: given, PLUMBLINE_MASTER_KEY: key } = process.env;
  if (!key && !existsSync(join(dataDir, 'keys', 'master.key'))) {
    throw new Trouble(
      `There is no installation in ${dataDir}.`,
      'Start it once with npm start, or set DATA_DIR (and DATABASE_URL) as it has them.',
    );
  }
  if (given) return { databaseUrl: given, dataDir, close: async () => {} };
  if (!(await findCluster(dataDir))) {
    throw new Trouble(`${dataDir} has no database of its own.`, 'Set DATABASE_URL as the server has it.');
  }
  return (await findLauncher(dataDir)) === null ? openStopped(dataDir, say) : openRunning(dataDir);
}

/** @param {string} dataDir @returns {Promise<Installation>} */
async function openRunning(dataDir) {
  const databaseUrl = await runningDatabaseUrl(dataDir, DATABASE);
  if (!databaseUrl) throw new Trouble('The database does not run yet.', 'Try again once npm start says "ready".');
  return { databaseUrl, dataDir, close: async () => {} };
}

/** Takes the folder as the launcher does, so that neither starts beside the other. @param {string} dataDir @param {(line: string) => void} say @returns {Promise<Installation>} */
async function openStopped(dataDir, say) {
  const release = await takeFolder(dataDir, say);
  process.once('exit', release);
  say('starting the database');
  const database = await startPostgres({ dataDir });
  const databaseUrl = database.url(DATABASE);
  const { migrate } = await import('../../server/src/database/migrate.ts');
  const { createLog } = await import('../../server/src/log.ts');
  await database.createDatabase(DATABASE);
  await migrate(databaseUrl, createLog('silent'));
  return {
    databaseUrl,
    dataDir,
    async close() {
      await database.stop();
      release();
    },
  };
}
