// @ts-check
import { join } from 'node:path';
import { startLiveKit } from '../livekit/run.mjs';
import { startPostgres } from '../postgres/run.mjs';
import { rootFolder } from './folders.mjs';
import { freePort } from './port.mjs';
import { startProcess } from './process.mjs';
import { supervise } from './supervise.mjs';

/**
 * @typedef {object} Place What every service is given.
 * @property {string} dataDir
 * @property {boolean} lan
 * @property {<C extends { stop: () => Promise<void> | void }>(starting: Promise<C>) => Promise<C>} keep so that it is stopped in its turn
 * @property {(line: string) => void} say
 */

/** Starts our own PostgreSQL with its databases. Returns what the server must know. @param {Place} place @returns {Promise<Record<string, string>>} */
export async function startDatabase({ dataDir, lan, keep, say }) {
  const port = await freePort();
  const database = await keep(supervise('The database', () => startPostgres({ dataDir, port }), say));
  const { createDatabase, url } = database.current();
  const demo = !lan && (process.env.PLUMBLINE_MODE ?? 'local') === 'local';
  await createDatabase('plumbline');
  if (demo) await createDatabase('plumbline_demo');
  return { DATABASE_URL: url('plumbline'), ...(demo ? { DEMO_DATABASE_URL: url('plumbline_demo') } : {}) };
}

/**
 * Starts our own LiveKit. Its webhooks go to a port of the server's that only the loopback address has.
 * @param {Place & { binary: string, lanAddress: string | undefined }} place
 * @returns {Promise<Record<string, string>>}
 */
export async function startVideo({ dataDir, keep, say, binary, lanAddress }) {
  const port = await freePort();
  const internalPort = await freePort();
  const webhookUrls = [`http://127.0.0.1:${internalPort}/livekit/webhook`];
  const options = { binary, dataDir, webhookUrls, port, ...(lanAddress ? { lanAddress } : {}) };
  const livekit = await keep(supervise('The video server', () => startLiveKit(options), say));
  const { url, apiKey, apiSecret } = livekit.current();
  return {
    INTERNAL_PORT: String(internalPort),
    LIVEKIT_URL: url,
    LIVEKIT_API_KEY: apiKey,
    LIVEKIT_API_SECRET: apiSecret,
  };
}

/**
 * Starts the server itself, which knows its surroundings from the environment alone.
 * @param {Place & { dev: boolean, env: Record<string, string> }} place
 * @returns {Promise<{ setUpLink: string }>} the link it prints at the very first start, else ''
 */
export async function startServer({ dataDir, keep, say, dev, env }) {
  let setUpLink = '';
  const built = ['--enable-source-maps', join(rootFolder, 'server', 'dist', 'main.js')];
  const source = ['--import', 'tsx', '--watch', join(rootFolder, 'server', 'src', 'main.ts')];
  const options = {
    log: join(dataDir, 'logs', 'server.log'),
    ready: /"msg":"listening"/,
    env: { ...process.env, CLIENT_DIR: join(rootFolder, 'client', 'dist'), ...env },
    cwd: rootFolder,
    onLine: (/** @type {string} */ line) => {
      const link = /Set up your clinic: ([^\s"]+)/.exec(line)?.[1];
      if (link && setUpLink) say(`Set up your clinic, now at: ${link}`); // a restarted server makes another
      setUpLink = link ?? setUpLink;
    },
  };
  await keep(supervise('The server', () => startProcess(process.execPath, dev ? source : built, options), say));
  return { setUpLink };
}

/** Builds the client again whenever it changes. @param {Place} place */
export function watchClient({ dataDir, say }) {
  const vite = join(rootFolder, 'client', 'node_modules', 'vite', 'bin', 'vite.js');
  const options = { log: join(dataDir, 'logs', 'client-watch.log'), cwd: join(rootFolder, 'client') };
  return supervise('The client build', () => startProcess(process.execPath, [vite, 'build', '--watch'], options), say);
}
