// @ts-check
import { join } from 'node:path';
import { readConfig } from '../../server/src/config.ts';
import { loadMasterKey } from '../../server/src/crypto/master-key.ts';
import { openDatabase } from '../../server/src/database/database.ts';
import { createFolderStore } from '../../server/src/files/file-store.ts';
import { createJobs } from '../../server/src/jobs/index.ts';
import { createLog } from '../../server/src/log.ts';

/** @typedef {import('../../server/src/app-context.ts').AppContext} AppContext */

/** Where an installation keeps its things. @typedef {{ databaseUrl: string, dataDir: string }} Place */

/** Nobody meets here: there are no rooms to open, and none to close. @type {AppContext['broker']} */
const NO_ROOMS = {
  openRoom: async () => {},
  closeRoom: async () => {},
  remove: async () => {},
  identities: async () => [],
  createToken: async () => '',
  readWebhook: async () => {
    throw new Error('There is no video server.');
  },
};

/** Nobody watches in this process; browsers of a running server see it when they look next. @type {AppContext['waker']} */
const NOBODY_WATCHES = { changed: () => {}, presence: () => {}, mediaMoved: () => {}, sessionsEnded: () => {} };

/**
 * The server's own services on an installation's database, in this process and without a server. Every answer is
 * checked against its contract.
 * @param {Place} place
 * @returns {Promise<AppContext>}
 */
export async function openServices({ databaseUrl, dataDir }) {
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PLUMBLINE_MODE: 'local',
    ...(process.env.PORT ? { PORT: process.env.PORT } : {}),
    ...(process.env.PUBLIC_URL ? { PUBLIC_URL: process.env.PUBLIC_URL } : {}),
    ...(process.env.PLUMBLINE_MASTER_KEY ? { PLUMBLINE_MASTER_KEY: process.env.PLUMBLINE_MASTER_KEY } : {}),
    // Not used here, but a server's configuration is never without them.
    LIVEKIT_URL: 'ws://127.0.0.1:9',
    LIVEKIT_API_KEY: 'none',
    LIVEKIT_API_SECRET: 'no video server is used while seeding',
    POSE_MODEL_DIR: dataDir,
    CLIENT_DIR: dataDir,
  });
  const log = createLog('silent');
  return {
    basePath: '/',
    demo: false,
    config,
    pose: { models: /** @type {AppContext['pose']['models']} */ ({}), path: '/pose' },
    db: openDatabase(databaseUrl, log),
    files: createFolderStore(join(dataDir, 'files')),
    broker: NO_ROOMS,
    waker: NOBODY_WATCHES,
    // Puts work into the queue; a running server does it.
    jobs: createJobs(databaseUrl, log),
    // Nobody hears of invented visits.
    notifier: { channels: [], send: async () => {}, close: () => {} },
    masterKey: await loadMasterKey(dataDir, config.masterKey),
    clock: { nowMs: () => Date.now() },
    log,
  };
}
