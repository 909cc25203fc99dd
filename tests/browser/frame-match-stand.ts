import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { obtainLiveKit } from '@plumbline/infra/livekit/obtain.mjs';
import { startLiveKit } from '@plumbline/infra/livekit/run.mjs';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { build } from 'vite';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The frame lab's page on an address of its own, and a real LiveKit that its two sides meet in. */
export async function startFrameLab() {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-frame-lab-'));
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../../client/src/overlay/lab', import.meta.url)),
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: join(folder, 'page'), target: 'es2023', reportCompressedSize: false },
  });
  const { binary } = await obtainLiveKit();
  const livekit = await startLiveKit({ binary, dataDir: join(folder, 'livekit'), webhookUrls: [] });
  // Nobody makes a room by joining it.
  await new RoomServiceClient(livekit.url, livekit.apiKey, livekit.apiSecret).createRoom({ name: 'lab' });
  const server = await serve(join(folder, 'page'), livekit);
  const { port } = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await livekit.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type LiveKit = Awaited<ReturnType<typeof startLiveKit>>;

/** Serves the page, and tokens as our server gives them: a new identity each time, the party as an attribute. */
function serve(page: string, { url, apiKey, apiSecret }: LiveKit): Promise<Server> {
  let identities = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method === 'POST' && path.endsWith('/media')) {
      const party = request.headers['x-plumbline-as'] === 'patient' ? 'patient' : 'therapist';
      const identity = `${party} ${identities++}`;
      const token = new AccessToken(apiKey, apiSecret, { identity, attributes: { party }, ttl: 60 });
      token.addGrant({ room: 'lab', roomJoin: true, canPublish: true, canPublishData: true, canSubscribe: true });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, data: { path: url, token: await token.toJwt(), identity } }));
      return;
    }
    const file = join(page, normalize(path === '/' ? '/index.html' : path));
    await readFile(file).then(
      (content) => response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain').end(content),
      () => response.writeHead(404).end(),
    );
  };
  const server = createServer((request, response) => void answer(request, response));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
