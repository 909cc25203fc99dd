// @ts-check
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../start/port.mjs';
import { startProcess } from '../start/process.mjs';
import { keptSecret } from '../start/secret.mjs';

/**
 * @typedef {import('../start/process.mjs').Child & { url: string, apiKey: string, apiSecret: string }} LiveKit
 * @typedef {object} LiveKitOptions
 * @property {string} binary
 * @property {string} dataDir
 * @property {readonly string[]} webhookUrls
 * @property {number} [port] signalling; a free one by default
 * @property {string} [lanAddress] media on this address; without it everything stays on the loopback address
 */

/**
 * Starts LiveKit for one machine. Signalling is on the loopback address always: browsers reach it through our server.
 * @param {LiveKitOptions} options
 * @returns {Promise<LiveKit>}
 */
export async function startLiveKit({ binary, dataDir, webhookUrls, port, lanAddress }) {
  const { apiKey, apiSecret } = await ownKeys(dataDir);
  const signalling = port ?? (await freePort());
  const media = await freePort();
  const config = join(dataDir, 'livekit.json');
  await mkdir(dataDir, { recursive: true });
  await rm(config, { force: true }); // the mode below holds for a new file only
  const settings = configuration({ signalling, media, apiKey, apiSecret, webhookUrls, lanAddress });
  await writeFile(config, JSON.stringify(settings), { mode: 0o600 });
  const url = `http://127.0.0.1:${signalling}`;
  const child = await startProcess(binary, ['--config', config], {
    log: join(dataDir, 'logs', 'livekit.log'),
    ready: async () => (await fetch(url)).ok,
    readyWithinMs: 20_000,
    // Nothing else: LiveKit would let variables of ours overrule the file.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, SystemRoot: process.env.SystemRoot },
  });
  return { ...child, url: `ws://127.0.0.1:${signalling}`, apiKey, apiSecret };
}

/**
 * LiveKit's settings for one machine: media on exactly one address, the loopback one or that of the LAN. (With both,
 * LiveKit 1.13 offers one candidate for the two, and a browser's checks arrive at the socket that does not answer.)
 * YAML is a superset of JSON, which is what LiveKit is given.
 * @param {{ signalling: number, media: number, apiKey: string, apiSecret: string, webhookUrls: readonly string[], lanAddress?: string | undefined }} options
 */
export function configuration({ signalling, media, apiKey, apiSecret, webhookUrls, lanAddress }) {
  const address = lanAddress ?? '127.0.0.1';
  return {
    port: signalling,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      // One UDP port, no TCP: bind_addresses does not cover media, the address filter does.
      udp_port: media,
      tcp_port: 0,
      node_ip: address,
      use_external_ip: false,
      enable_loopback_candidate: !lanAddress,
      stun_servers: [],
      ips: { includes: [`${address}/32`] },
      ...(lanAddress ? {} : { interfaces: { includes: [process.platform === 'darwin' ? 'lo0' : 'lo'] } }),
    },
    room: { auto_create: false },
    keys: { [apiKey]: apiSecret },
    webhook: { api_key: apiKey, urls: webhookUrls },
    logging: { level: 'info', json: true },
  };
}

/** @param {string} dataDir @returns {Promise<{ apiKey: string, apiSecret: string }>} */
async function ownKeys(dataDir) {
  const make = () =>
    JSON.stringify({ apiKey: `PL${randomBytes(8).toString('hex')}`, apiSecret: randomBytes(36).toString('base64url') });
  return JSON.parse(await keptSecret(join(dataDir, 'keys', 'livekit.json'), make));
}
