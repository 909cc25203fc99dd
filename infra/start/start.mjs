// @ts-check
import { join } from 'node:path';
import { dataFolder, rootFolder } from './folders.mjs';
import { assertPortFree, takeFolder } from './lock.mjs';
import { assertNode, readOptions } from './options.mjs';
import { build, installPackages } from './prepare.mjs';
import { startProcess } from './process.mjs';
import { step } from './progress.mjs';
import { supervise } from './supervise.mjs';
import { plainLine, Trouble } from './trouble.mjs';

/** What runs, in the order it was started; stopped in reverse. @type {{ stop: () => Promise<void> | void }[]} */
const running = [];
let stopping = false;

async function stopAll() {
  if (stopping) return;
  stopping = true;
  for (const child of running.reverse()) await child.stop();
}

/** @param {() => Promise<{ stop: () => Promise<void> }>} start */
async function keep(start) {
  const child = await start();
  running.push(child);
  if (stopping) await child.stop();
  return child;
}

async function main() {
  assertNode(process.versions.node);
  const { port, lan, dev } = readOptions(process.argv.slice(2), process.env);
  const host = lan ? '0.0.0.0' : '127.0.0.1';
  const dataDir = dataFolder();
  await assertPortFree(port, host);
  const release = await takeFolder(dataDir);
  running.push({ stop: release });
  const say = (/** @type {string} */ line) => console.log(`  ! ${line}`);

  await step('packages', installPackages);
  // What follows needs the packages.
  const { obtainLiveKit } = await import('../livekit/obtain.mjs');
  const { packPoseModels } = await import('../model/pack.mjs');
  const own = !process.env.LIVEKIT_URL;
  if (!own && !(process.env.LIVEKIT_API_KEY && process.env.LIVEKIT_API_SECRET)) {
    throw new Trouble('LIVEKIT_URL is set without its key.', 'Set LIVEKIT_API_KEY and LIVEKIT_API_SECRET too.');
  }
  const livekitBinary = own ? (await step('video server', (tell) => obtainLiveKit({ log: tell }))).binary : '';
  const { dir: poseModels } = await step('pose models', packPoseModels);
  await step('build', build);

  /** @type {Record<string, string>} */
  const env = {};
  if (process.env.DATABASE_URL) env.DATABASE_URL = process.env.DATABASE_URL;
  else {
    const { startPostgres } = await import('../postgres/run.mjs');
    const { freePort } = await import('./process.mjs');
    const databasePort = await freePort();
    const start = () => startPostgres({ dataDir, port: databasePort });
    await step('database', async () => {
      const database = await supervise('The database', start, say);
      running.push(database);
      for (const name of ['plumbline', 'plumbline_demo']) await database.current().createDatabase(name);
      env.DATABASE_URL = database.current().url('plumbline');
      if (!lan) env.DEMO_DATABASE_URL = database.current().url('plumbline_demo');
    });
  }

  const tls = lan ? await import('./lan.mjs') : null;
  const address = tls?.lanAddress();
  const cert = tls && address ? await tls.certificate(dataDir, address) : null;
  const scheme = cert ? 'https' : 'http';
  const publicUrl = process.env.PUBLIC_URL ?? `${scheme}://${address ?? 'localhost'}:${port}`;

  if (own) {
    const { startLiveKit } = await import('../livekit/run.mjs');
    const { freePort } = await import('./process.mjs');
    const signalling = await freePort();
    const webhookUrls = [`${scheme}://127.0.0.1:${port}/livekit/webhook`];
    const start = () =>
      startLiveKit({
        binary: livekitBinary,
        dataDir,
        webhookUrls,
        port: signalling,
        ...(address ? { lanAddress: address } : {}),
      });
    await step('video', async () => {
      const livekit = await supervise('The video server', start, say);
      running.push(livekit);
      const { url, apiKey, apiSecret } = livekit.current();
      Object.assign(env, { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret });
    });
  }

  Object.assign(env, {
    PORT: String(port),
    HOST: host,
    PUBLIC_URL: publicUrl,
    PLUMBLINE_MODE: process.env.PLUMBLINE_MODE ?? 'local',
    DATA_DIR: dataDir,
    POSE_MODEL_DIR: poseModels,
    CLIENT_DIR: join(rootFolder, 'client', 'dist'),
    ...(cert ? { TLS_CERT_FILE: cert.certFile, TLS_KEY_FILE: cert.keyFile } : {}),
  });
  let setUpLink = '';
  await step('server', () =>
    keep(() =>
      supervise(
        'The server',
        () =>
          startProcess(
            process.execPath,
            dev ? devArguments() : ['--enable-source-maps', join(rootFolder, 'server', 'dist', 'main.js')],
            {
              log: join(dataDir, 'logs', 'server.log'),
              ready: /"msg":"listening"/,
              env: { ...process.env, ...env },
              cwd: rootFolder,
              onLine: (line) => {
                const link = /Set up your clinic: (\S+)/.exec(line)?.[1];
                if (link) setUpLink = link;
              },
            },
          ),
        say,
      ),
    ),
  );
  if (dev) await keep(watchClient);

  console.log(`\nPlumbline is ready: ${publicUrl}`);
  if (!lan && env.DEMO_DATABASE_URL) console.log(`See a measured visit:  ${publicUrl}/demo/`);
  if (setUpLink) console.log(`Set up your clinic:  ${setUpLink}  (works once)`);
  if (cert) {
    const { default: qrcode } = await import('qrcode');
    console.log(await qrcode.toString(publicUrl, { type: 'terminal', small: true }));
    console.log(`The certificate is our own; its SHA-256 fingerprint is\n${cert.fingerprint}`);
  }
  console.log('Ctrl-C stops everything.');
}

function devArguments() {
  return ['--import', 'tsx', '--watch', join(rootFolder, 'server', 'src', 'main.ts')];
}

async function watchClient() {
  const vite = join(rootFolder, 'client', 'node_modules', 'vite', 'bin', 'vite.js');
  return startProcess(process.execPath, [vite, 'build', '--watch'], {
    log: join(dataFolder(), 'logs', 'client-watch.log'),
    cwd: join(rootFolder, 'client'),
  });
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (!stopping) console.log('\nStopping …');
    void stopAll().then(() => process.exit(0));
  });
}

main().catch(async (error) => {
  const wanted = stopping;
  await stopAll();
  if (wanted) return;
  console.error(`\nPlumbline did not start. ${plainLine(error)}`);
  process.exit(1);
});
