import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { obtainLiveKit } from '@plumbline/infra/livekit/obtain.mjs';
import { startLiveKit } from '@plumbline/infra/livekit/run.mjs';
import { lanAddress } from '@plumbline/infra/start/lan.mjs';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';

const address = lanAddress(networkInterfaces());
const CLIENT = join(dirname(createRequire(import.meta.url).resolve('livekit-client')), 'livekit-client.umd.js');

/** Two plain pages with LiveKit's client: what is looked at is the way of the media, not ours of using it. */
const page = createServer((request, response) => {
  const script = request.url === '/client.js';
  response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
  response.end(script ? readFileSync(CLIENT) : '<script src="/client.js"></script>');
});
let folder = '';
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-lan-'));
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
  // Without a camera, Chromium hides its addresses: LiveKit must answer whoever asks, as it would another device.
  browser = await launchBrowser({ allowCamera: false });
});
afterAll(async () => {
  await browser?.close();
  page.close();
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ['the loopback address on one machine', undefined],
  ['the address in the local network with --lan', address],
])('two pages see each other, and their media goes over %s', async (_, lan) => {
  const { binary } = await obtainLiveKit();
  const livekit = await startLiveKit({ binary, dataDir: folder, webhookUrls: [], ...(lan ? { lanAddress: lan } : {}) });
  try {
    const rooms = new RoomServiceClient(livekit.url.replace('ws', 'http'), livekit.apiKey, livekit.apiSecret);
    await rooms.createRoom({ name: 'here' });
    await joinAs(livekit, 'tom');
    const ana = await joinAs(livekit, 'ana');
    await ana.waitForFunction('seen > 0', null, { timeout: 30_000 });
    expect(await wayOf(ana)).toEqual([lan ?? '127.0.0.1']);
  } finally {
    await livekit.stop();
  }
});

async function joinAs(livekit: { url: string; apiKey: string; apiSecret: string }, identity: string): Promise<Page> {
  const token = new AccessToken(livekit.apiKey, livekit.apiSecret, { identity });
  token.addGrant({ room: 'here', roomJoin: true, canPublish: true, canSubscribe: true });
  const tab = await (await browser.newContext()).newPage();
  await tab.goto(`http://127.0.0.1:${(page.address() as AddressInfo).port}/`);
  await tab.evaluate(`(${JOIN})(${JSON.stringify([livekit.url, await token.toJwt()])})`);
  return tab;
}

/** Joins and sends a picture that changes; leaves `seen` and `connections` on the page. */
const JOIN = `async ([url, token]) => {
  window.seen = 0;
  window.connections = [];
  const Native = RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(...rest) { super(...rest); connections.push(this); }
  };
  const room = new LivekitClient.Room();
  room.on('trackSubscribed', () => { seen += 1; });
  await room.connect(url, token);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  setInterval(() => { pen.fillStyle = 'hsl(' + (performance.now() % 360) + ' 80% 50%)'; pen.fillRect(0, 0, 300, 150); }, 100);
  await room.localParticipant.publishTrack(canvas.captureStream(10).getVideoTracks()[0]);
}`;

/** The addresses at the other end of the connections that carry the media. */
function wayOf(tab: Page): Promise<string[]> {
  return tab.evaluate(`(async () => {
    const found = new Set();
    for (const connection of connections) {
      const stats = await connection.getStats();
      for (const pair of stats.values()) {
        if (pair.type === 'candidate-pair' && pair.nominated && pair.state === 'succeeded')
          found.add(stats.get(pair.remoteCandidateId).address);
      }
    }
    return [...found];
  })()`);
}
