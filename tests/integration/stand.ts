import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@plumbline/infra/start/port.mjs';
import { startServer } from '@plumbline/server/app.ts';
import type { Clock } from '@plumbline/server/clock.ts';
import { readConfig } from '@plumbline/server/config.ts';
import type { RoomBroker } from '@plumbline/server/encounter/room-broker.ts';
import { createLog, type Log } from '@plumbline/server/log.ts';
import type { Answer } from '@plumbline/shared/http';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { inject } from 'vitest';
import { FakeBroker } from './fake-broker.ts';
import { TEMPLATE } from './global-setup.ts';

interface StandOptions {
  broker?: RoomBroker;
  clock?: Clock;
  livekit?: { url: string; apiKey: string; apiSecret: string };
  env?: Record<string, string>;
  log?: Log;
}

const NO_LIVEKIT = { url: 'ws://127.0.0.1:9', apiKey: 'key', apiSecret: 'a secret of thirty-two characters' };

export type Stand = Awaited<ReturnType<typeof startStand>>;

/** A server of its own with a database of its own, made from the migrated template. The broker is a fake unless LiveKit is given. */
export async function startStand({ broker, clock, livekit, env = {}, log = createLog('silent') }: StandOptions = {}) {
  const ground = inject('ground');
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-server-'));
  const database = `t_${uuid().replaceAll('-', '')}`;
  await asOwner(ground.databaseUrl, (client) => client.query(`CREATE DATABASE ${database} TEMPLATE ${TEMPLATE}`));
  const databaseUrl = ground.databaseUrl.replace(/\/postgres$/, `/${database}`);
  const port = await freePort();
  const { url, apiKey, apiSecret } = livekit ?? NO_LIVEKIT;
  const config = readConfig({
    PORT: String(port),
    INTERNAL_PORT: '0',
    DATABASE_URL: databaseUrl,
    LIVEKIT_URL: url,
    LIVEKIT_API_KEY: apiKey,
    LIVEKIT_API_SECRET: apiSecret,
    PLUMBLINE_MODE: 'local',
    DATA_DIR: folder,
    POSE_MODEL_DIR: ground.poseModelDir,
    CLIENT_DIR: join(import.meta.dirname, 'page'),
    ...env,
  });
  const fake = new FakeBroker();
  const options = { ...(clock ? { clock } : {}), ...(livekit ? {} : { broker: broker ?? fake }) };
  const server = await startServer(config, log, options);
  const baseUrl = `http://127.0.0.1:${server.port}`;
  return {
    server,
    baseUrl,
    databaseUrl,
    folder,
    broker: fake,
    /** Rows as the database's owner sees them: no wall. */
    rows: <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
      asOwner(databaseUrl, async (client) => (await client.query(sql, values)).rows as T[]),
    async close() {
      await server.close();
      await asOwner(ground.databaseUrl, (client) => client.query(`DROP DATABASE ${database} WITH (FORCE)`));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function asOwner<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A browser as far as the API sees it: cookies, an origin, and a side of the visit. */
export class Caller {
  readonly cookies = new Map<string, string>();
  readonly baseUrl: string;
  readonly as: 'staff' | 'patient';

  constructor(baseUrl: string, as: 'staff' | 'patient') {
    this.baseUrl = baseUrl;
    this.as = as;
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: {
        origin: this.baseUrl,
        'x-plumbline-as': this.as,
        cookie: this.cookieHeader,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parseJson(text) as Answer<never> };
  }

  /** The data of a good answer; fails the test with the whole answer otherwise. */
  async get<T>(method: string, path: string, body?: unknown): Promise<T> {
    const { body: answer, status, text } = await this.send(method, path, body);
    if (!answer?.ok) throw new Error(`${method} ${path}: ${status} ${text}`);
    return answer.data;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const TOM = { displayName: 'Tom Weber', email: 'tom@clinic.test', password: 'plumb-line-and-bob' };

/** A clinic with Tom, Ana, a visit of theirs that starts now, and Ana's link. */
export async function makeVisit(stand: Stand) {
  const tom = new Caller(stand.baseUrl, 'staff');
  const token = stand.server.setUpLink?.split('#')[1];
  const me = await tom.get<{ deviceId: string; clinicId: string }>('POST', '/api/set-up', {
    token,
    clinicName: 'Hill Road',
    ...TOM,
  });
  const patient = await tom.get<{ patientId: string }>('POST', '/api/patients', { displayName: 'Ana Ruiz' });
  const encounterId = uuid();
  const visit = {
    id: encounterId,
    patientId: patient.patientId,
    startsAt: new Date().toISOString(),
    durationMinutes: 40,
    timeZone: 'Europe/Berlin',
  };
  await tom.get('POST', '/api/visits', visit);
  const { url } = await tom.get<{ url: string }>('POST', `/api/encounters/${encounterId}/invitations`, {});
  const link = new URL(url).hash.slice(1);
  return { tom, me, patientId: patient.patientId, encounterId, link, visit };
}

/** The same, with Ana in by her link. */
export async function makeMeeting(stand: Stand) {
  const visit = await makeVisit(stand);
  const ana = new Caller(stand.baseUrl, 'patient');
  const { deviceId } = await ana.get<{ deviceId: string }>('POST', '/api/invitations/redeem', { token: visit.link });
  return { ...visit, ana, anasDevice: deviceId, tomsDevice: visit.me.deviceId };
}
