// @ts-check
import { obtainLiveKit } from '../livekit/obtain.mjs';
import { dataFolder } from './folders.mjs';
import { openToNetwork, printNetwork } from './lan.mjs';
import { endLiving } from './living.mjs';
import { takeFolder } from './lock.mjs';
import { assertNode, readOptions } from './options.mjs';
import { assertPortFree } from './port.mjs';
import { build, installPackages } from './prepare.mjs';
import { step } from './progress.mjs';
import { startDatabase, startServer, startVideo, watchClient } from './services.mjs';
import { plainLine, Trouble } from './trouble.mjs';

/** What runs, in the order it was started; stopped in reverse. @type {{ stop: () => Promise<void> | void }[]} */
const running = [];
/** @type {Promise<void> | null} */
let stopping = null;
let ready = false;

/** @template {{ stop: () => Promise<void> | void }} C @param {Promise<C>} starting @returns {Promise<C>} */
async function keep(starting) {
  const child = await starting;
  if (stopping) throw new Error('It is being stopped.');
  running.push(child);
  return child;
}

/** Stops everything in order, then whatever was just being started. The same promise however often it is asked. */
function stopAll() {
  stopping ??= (async () => {
    for (const child of running.reverse()) await child.stop();
    await endLiving();
  })();
  return stopping;
}

async function main() {
  assertNode(process.versions.node);
  const { port, lan, dev } = readOptions(process.argv.slice(2), process.env);
  const host = lan ? '0.0.0.0' : '127.0.0.1';
  const dataDir = dataFolder();
  const say = (/** @type {string} */ line) => console.log(`  ! ${line}`);
  assertLiveKitVariables(process.env);
  const release = await takeFolder(dataDir, say);
  process.once('exit', release);
  await assertPortFree(port, host);

  await step('packages', installPackages);
  const { packPoseModels } = await import('../model/pack.mjs'); // needs the packages
  const livekit = process.env.LIVEKIT_URL ? null : await step('video server', (tell) => obtainLiveKit({ log: tell }));
  const { dir: poseModelDir } = await step('pose models', packPoseModels);
  await step('build', build);
  process.umask(0o077); // what is stored from here on is for this account alone

  const network = lan ? await openToNetwork(dataDir) : null;
  const publicUrl =
    process.env.PUBLIC_URL ?? (network ? `https://${network.address}:${port}` : `http://localhost:${port}`);
  const place = { dataDir, lan, keep, say };
  /** @type {Record<string, string>} */
  const env = {
    PORT: String(port),
    HOST: host,
    PUBLIC_URL: publicUrl,
    PLUMBLINE_MODE: process.env.PLUMBLINE_MODE ?? 'local',
    DATA_DIR: dataDir,
    POSE_MODEL_DIR: poseModelDir,
    ...(network ? { TLS_CERT_FILE: network.certFile, TLS_KEY_FILE: network.keyFile } : {}),
  };
  if (!process.env.DATABASE_URL) Object.assign(env, await step('database', () => startDatabase(place)));
  if (livekit) {
    const video = { ...place, binary: livekit.binary, lanAddress: network?.address };
    Object.assign(env, await step('video', () => startVideo(video)));
  }
  const { setUpLink } = await step('server', () => startServer({ ...place, dev, env }));
  if (dev) await keep(watchClient(place));

  console.log(`\nPlumbline is ready: ${publicUrl}`);
  if (!lan && env.DEMO_DATABASE_URL) console.log(`See a measured visit:  ${publicUrl}/demo/`);
  if (setUpLink) console.log(`Set up your clinic:  ${setUpLink}  (works once)`);
  if (network) await printNetwork(publicUrl, network);
  console.log('Ctrl-C stops everything.');
  ready = true;
}

/** @param {NodeJS.ProcessEnv} env */
function assertLiveKitVariables(env) {
  if (env.LIVEKIT_URL && !(env.LIVEKIT_API_KEY && env.LIVEKIT_API_SECRET)) {
    throw new Trouble('LIVEKIT_URL is set without its key.', 'Set LIVEKIT_API_KEY and LIVEKIT_API_SECRET too.');
  }
}

/** @param {unknown} error */
async function fail(error) {
  const asked = stopping !== null;
  await stopAll();
  if (!asked) console.error(`\n${ready ? 'Plumbline had to stop.' : 'Plumbline did not start.'} ${plainLine(error)}`);
  process.exit(asked ? 0 : 1);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    // npm passes a terminal's Ctrl-C on, so that it arrives twice.
    if (!stopping) console.log('\nStopping …');
    void stopAll().finally(() => process.exit(0));
  });
}
process.on('uncaughtException', (error) => void fail(error));
main().catch(fail);
