import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { PublicConfig } from '@plumbline/shared/config';
import express from 'express';
import { Server as SocketServer } from 'socket.io';
import type { AppContext } from './app-context.ts';
import { keepAnchors } from './audit/index.ts';
import { allJobs, createClinicApp, createWebhookReceiver } from './clinic-app.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { loadMasterKey } from './crypto/master-key.ts';
import { openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { createLiveKitBroker, type RoomBroker, reconcileRooms } from './encounter/index.ts';
import { createFolderStore } from './files/file-store.ts';
import { createJobs } from './jobs/index.ts';
import type { Log } from './log.ts';
import { createNotifier } from './notifier/index.ts';
import { createSetUpLink } from './people/index.ts';
import { securityHeaders } from './security-headers.ts';
import { createSignallingProxy } from './signalling-proxy.ts';
import { createWaker } from './waker.ts';

const RECONCILE_MS = 15_000;
const DRAIN_MS = 5_000;

export interface RunningServer {
  port: number;
  internalPort: number | null;
  /** The mounted apps: the clinic's, and the demo's where there is one. */
  apps: readonly AppContext[];
  /** A one-time link while no clinic has been set up. */
  setUpLink: string | null;
  /** Stops taking requests, lets those under way end, closes everything. */
  close(): Promise<void>;
}

/** Brings the databases up to date and serves. */
export async function startServer(
  config: Config,
  log: Log,
  { clock = systemClock, broker = createLiveKitBroker(config.livekit) }: { clock?: Clock; broker?: RoomBroker } = {},
): Promise<RunningServer> {
  const server = await createWebServer(config);
  const web = express().disable('x-powered-by').set('trust proxy', config.trustProxyHops);
  const masterKey = await loadMasterKey(config.dataDir, config.masterKey);
  const pose = await readPoseManifest(config.poseModelDir);
  const notifier = createNotifier(config.notifier, config.publicUrl);
  const shared = { config, masterKey, clock, broker, notifier, log };

  const mounts = [{ basePath: '/', url: config.databaseUrl, demo: false, folder: 'files' }];
  if (config.demoDatabaseUrl)
    mounts.push({ basePath: '/demo/', url: config.demoDatabaseUrl, demo: true, folder: 'demo-files' });
  const apps: AppContext[] = [];
  const routers: { basePath: string; mount: () => void }[] = [];
  const sockets: SocketServer[] = [];
  for (const { basePath, url, demo, folder } of mounts) {
    await migrate(url, log);
    const io = new SocketServer(server, {
      path: `${basePath}socket.io`,
      serveClient: false,
      destroyUpgrade: false,
      maxHttpBufferSize: 1_000_000,
    });
    const app: AppContext = {
      ...shared,
      basePath,
      demo,
      pose: { models: pose.models, path: `/pose/${pose.version}` },
      db: openDatabase(url, log),
      files: createFolderStore(join(config.dataDir, folder)),
      waker: createWaker(io, () => app),
      jobs: createJobs(url, log),
    };
    apps.push(app);
    sockets.push(io);
    routers.unshift({ basePath, mount: () => void web.use(basePath, createClinicApp(app, io)) });
  }

  web.use(securityHeaders(config));
  web.get('/healthz', (_request, response) => void response.json({ ok: true }));
  web.get('/readyz', async (_request, response) => {
    const ready = (await Promise.all(apps.map(({ db }) => db.isReady()))).every(Boolean);
    response.status(ready ? 200 : 503).json({ ok: ready });
  });
  web.use(createSignallingProxy(server, config.livekit.url, log));
  web.use(createWebhookReceiver(apps));
  // The demo first: its paths are below the clinic's.
  for (const { mount } of routers) mount();
  server.on('request', web);

  const setUpLink = apps[0] ? await createSetUpLink(apps[0]) : null;
  const port = await listen(server, config.port, config.host);
  const internal = config.internalPort === null ? null : createHttpServer(express().use(createWebhookReceiver(apps)));
  const internalPort = internal ? await listen(internal, config.internalPort ?? 0, '127.0.0.1') : null;
  const reconcile = setInterval(() => {
    for (const app of apps)
      reconcileRooms(app).catch((error: unknown) => log.warn({ err: error }, 'rooms not compared'));
  }, RECONCILE_MS);
  const anchors = keepAnchors(apps, config.dataDir);
  for (const app of apps) await app.jobs.start(app, allJobs);

  return {
    port,
    internalPort,
    apps,
    setUpLink,
    async close() {
      clearInterval(reconcile);
      const closing = [server, ...(internal ? [internal] : [])];
      const closed = closing.map((one) => new Promise((resolve) => one.close(resolve)));
      // Not io.close(): it closes the web server, which is shared by several of them.
      for (const io of sockets) {
        io.disconnectSockets(true);
        io.engine.close();
      }
      const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      server.closeIdleConnections();
      internal?.closeAllConnections();
      await Promise.all(closed);
      clearTimeout(timer);
      await Promise.all(apps.map(({ jobs }) => jobs.stop()));
      notifier.close();
      await anchors.stop();
      await Promise.all(apps.map(({ db }) => db.close()));
    },
  };
}

async function createWebServer({ tls }: Config): Promise<Server> {
  if (!tls) return createHttpServer();
  return createHttpsServer({ cert: await readFile(tls.cert), key: await readFile(tls.key) });
}

async function readPoseManifest(folder: string): Promise<{ version: string; models: PublicConfig['pose']['models'] }> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
