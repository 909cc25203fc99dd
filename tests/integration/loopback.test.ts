import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { startLiveKit } from '@plumbline/infra/livekit/run.mjs';
import { startPostgres } from '@plumbline/infra/postgres/run.mjs';
import { startProcess } from '@plumbline/infra/start/process.mjs';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { startStand } from './stand.ts';

/** Reads addresses as they stand in /proc/net: bytes of a word in reverse. */
const LOOPBACK = new Set(['0100007F', '00000000000000000000000001000000', '0000000000000000FFFF00000100007F']);

describe.runIf(process.platform === 'linux')('on one machine', () => {
  let folder = '';
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let livekit: Awaited<ReturnType<typeof startLiveKit>>;
  let stand: Awaited<ReturnType<typeof startStand>>;
  let ana: Duplex;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-loopback-'));
    postgres = await startPostgres({ dataDir: folder });
    livekit = await startLiveKit({ binary: inject('ground').livekitBinary, dataDir: folder, webhookUrls: [] });
    stand = await startStand({ livekit });
    ana = await joinRoom(livekit);
  });
  afterAll(async () => {
    ana?.destroy();
    await stand?.close();
    await Promise.all([livekit?.stop(), postgres?.destroy()]);
    await rm(folder, { recursive: true, force: true });
  });

  test('nothing listens beyond the loopback address: database, signalling, media or server', async () => {
    const pids = [process.pid, livekit.pid, postgres.pid];
    const found = (await Promise.all(pids.map(listening))).map((sockets) => sockets.sort());
    const beyond = found.flat().filter(({ address }) => !LOOPBACK.has(address));
    expect(beyond).toEqual([]);
    // And it was really looked at: our server's TCP, LiveKit's TCP and media UDP, PostgreSQL's TCP.
    expect(new Set(found[0]?.map(({ kind }) => kind))).toContain('tcp');
    expect(new Set(found[1]?.map(({ kind }) => kind))).toEqual(new Set(['tcp', 'udp']));
    expect(new Set(found[2]?.map(({ kind }) => kind))).toContain('tcp');
  });

  test('the look at sockets would see one that is open to all', async () => {
    const open = "require('net').createServer().listen(0, '0.0.0.0', () => console.log('open'))";
    const child = await startProcess(process.execPath, ['-e', open], { log: join(folder, 'open.log'), ready: /open/ });
    const sockets = await listening(child.pid);
    await child.stop();
    expect(sockets.some(({ address }) => !LOOPBACK.has(address))).toBe(true);
  });

  test('LiveKit takes the loopback address for its own and asks nobody outside', async () => {
    const said = await readFile(livekit.log, 'utf8');
    expect(said).toContain('"nodeIP":"127.0.0.1"');
    expect(said).not.toMatch(/stun/i);
  });
});

/** Somebody comes into a room, which makes LiveKit open what it needs for media. Resolves when they are in. */
async function joinRoom({ url, apiKey, apiSecret }: { url: string; apiKey: string; apiSecret: string }) {
  const origin = url.replace('ws', 'http');
  const rooms = new RoomServiceClient(origin, apiKey, apiSecret);
  await rooms.createRoom({ name: 'quiet' });
  const token = new AccessToken(apiKey, apiSecret, { identity: 'ana' });
  token.addGrant({ room: 'quiet', roomJoin: true });
  const query = new URLSearchParams({ access_token: await token.toJwt(), protocol: '15', auto_subscribe: '1' });
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
  };
  const joining = request(`${origin}/rtc?${query}`, { headers }).end();
  const [, socket] = (await once(joining, 'upgrade')) as [unknown, Duplex];
  await vi.waitFor(async () => expect(await rooms.listParticipants('quiet')).toHaveLength(1), 10_000);
  return socket;
}

interface Socket {
  kind: 'tcp' | 'udp';
  /** As it stands in /proc/net. */
  address: string;
}

/** The sockets on which a process takes what comes: listening TCP, and UDP without a fixed peer. */
async function listening(pid: number): Promise<Socket[]> {
  const inodes = new Set<string>();
  for (const fd of await readdir(`/proc/${pid}/fd`)) {
    const target = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '');
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    if (inode) inodes.add(inode);
  }
  const sockets: Socket[] = [];
  for (const table of ['tcp', 'tcp6', 'udp', 'udp6']) {
    const kind = table.startsWith('tcp') ? 'tcp' : 'udp';
    const lines = (await readFile(`/proc/net/${table}`, 'utf8').catch(() => '')).trim().split('\n').slice(1);
    for (const line of lines) {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
      const [address = ''] = local.split(':');
      if (inodes.has(inode) && state === (kind === 'tcp' ? '0A' : '07')) sockets.push({ kind, address });
    }
  }
  return sockets;
}
