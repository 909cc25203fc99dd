import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppContext } from '@plumbline/server/app-context.ts';
import { routesOf } from '@plumbline/server/clinic-app.ts';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Caller, makeVisit, type Stand, startStand, TOM } from './stand.ts';

const HOME = 'https://clinic.example';
let stand: Stand;
let visit: Awaited<ReturnType<typeof makeVisit>>;
beforeAll(async () => {
  stand = await startStand({ env: { PUBLIC_URL: HOME, TRUST_PROXY_HOPS: '1' } });
  visit = await makeVisit(stand);
});
afterAll(() => stand?.close());

const from = (address: string) => ({ 'x-forwarded-for': address });
const signIn = (password: string, address: string, email = TOM.email) =>
  new Caller(stand.baseUrl, 'staff').send('POST', '/api/sign-in', { email, password }, from(address));

describe('over TLS', () => {
  test('every cookie is for this host, this browser and TLS only, and no script reads it', async () => {
    const ana = await new Caller(stand.baseUrl, 'patient').send('POST', '/api/invitations/redeem', {
      token: visit.link,
    });
    const tom = await signIn(TOM.password, '192.0.2.1');
    const cookies = [...ana.headers.getSetCookie(), ...tom.headers.getSetCookie()];
    expect(cookies).toHaveLength(3);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-plumbline-(staff|device|browser)=/);
      for (const attribute of [/; Path=\/(;|$)/, /; HttpOnly/, /; Secure/, /; SameSite=Lax/])
        expect(cookie).toMatch(attribute);
      expect(cookie).not.toMatch(/Domain=/i);
    }
  });

  test.each(['/', '/visits', '/api/config', '/api/no-such', '/healthz'])(
    '%s carries the headers that keep it to itself',
    async (path) => {
      const { headers } = await fetch(stand.baseUrl + path, { headers: { accept: 'text/html' } });
      expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/frame-ancestors 'none'/);
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
    },
  );

  test('a page loads scripts, styles and connections from itself only', async () => {
    const { headers } = await fetch(`${stand.baseUrl}/visits`, { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(rule);
    }
  });
});

describe('a page of somebody else', () => {
  const changing = routesOf({ demo: false } as AppContext).filter(({ contract }) => contract.method !== 'GET');
  test.each(changing.map(({ contract }) => [contract.name, contract] as const))(
    'cannot make a signed-in browser do %s',
    async (_name, contract) => {
      // Whatever it sends: the origin is looked at first.
      const path = contract.path.replace(/:\w+/g, visit.encounterId);
      for (const origin of ['https://evil.example', 'null', `${HOME}.evil.example`, 'http://clinic.example']) {
        const { text } = await visit.tom.send(contract.method, path, {}, { origin });
        expect(JSON.parse(text)).toEqual({ ok: false, error: { code: 'foreign-origin' } });
      }
    },
  );

  test('cannot open a socket', async () => {
    const socket = io(stand.baseUrl, {
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: { origin: 'https://evil.example', cookie: visit.tom.cookieHeader },
    });
    const said = await new Promise((resolve) => {
      socket.on('connect', () => resolve('connected'));
      socket.on('connect_error', (error) => resolve(error.message));
    });
    socket.close();
    expect(said).toBe('foreign-origin');
  });
});

describe('guessing', () => {
  test('a password stops after five tries from one address, and locks nobody else out', async () => {
    const heard: number[] = [];
    for (let i = 0; i < 12; i++) heard.push((await signIn(`wrong password ${i}`, '198.51.100.1')).status);
    expect(heard).toEqual([...Array.from({ length: 5 }, () => 401), ...Array.from({ length: 7 }, () => 429)]);
    expect((await signIn(TOM.password, '198.51.100.2')).status).toBe(200);
    expect((await signIn('wrong password', '198.51.100.1', 'eva@clinic.test')).status).toBe(401);
  });

  test('links stops after thirty tries a minute from one address', async () => {
    const look = (token: string) =>
      new Caller(stand.baseUrl, 'patient').send('POST', '/api/invitations/look-up', { token }, from('198.51.100.3'));
    const heard = new Set<number>();
    for (let i = 0; i < 32; i++) heard.add((await look(String(i).padStart(43, 'A'))).status);
    expect(heard).toEqual(new Set([404, 429]));
  });
});

test('what this installation keeps secret is for its own account only', async () => {
  await stand.server.apps[0]?.db.isReady();
  const keys = join(stand.folder, 'keys');
  expect((await stat(keys)).mode & 0o777).toBe(0o700);
  for (const name of await readdir(keys)) expect((await stat(join(keys, name))).mode & 0o077).toBe(0);
});
