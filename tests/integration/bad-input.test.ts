import type { AppContext } from '@plumbline/server/app-context.ts';
import { routesOf } from '@plumbline/server/clinic-app.ts';
import { SOCKET_EVENTS } from '@plumbline/shared/encounter';
import fc from 'fast-check';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { change, SEED, spoil } from './bad-values.ts';
import { callerOf, type Member, makeCast } from './cast.ts';
import { pathOf, type RouteInput, validInput, validValue } from './contract-input.ts';
import { rollBackEverything } from './dry-run.ts';
import { knownTo } from './known-values.ts';
import { EVENTS, type Expectation, ROUTES } from './permission-rules.ts';
import { type Stand, startStand } from './stand.ts';

const PER_ROUTE = 150;
const AT_ONCE = 8;

let stand: Stand;
let cast: Member[];
let tried = 0;
beforeAll(async () => {
  stand = await startStand({ env: { TRUST_PROXY_HOPS: '1' } });
  cast = await makeCast(stand);
});
afterAll(async () => {
  console.log(`bad input: ${tried} inputs tried at routes and socket events, seed ${SEED}`);
  await stand?.close();
});
// The server still stands after what came before.
beforeEach(async () => expect((await fetch(`${stand.baseUrl}/readyz`)).status).toBe(200));

interface Heard {
  status: number;
  text: string;
}

/** A clear answer: not ours to fail, in our own form, with the field where the input is wrong. */
function expectClear({ status, text }: Heard, sent: string): void {
  const said = `${status} ${text.slice(0, 300)} to ${sent.slice(0, 500)}`;
  if (status >= 500) throw new Error(said);
  // It was good after all; some answers are files.
  if (status === 200 && !text.startsWith('{')) return;
  const answer = JSON.parse(text) as { ok: boolean; error?: { code?: unknown; path?: unknown } };
  if (answer.ok) return;
  const { code, path } = answer.error ?? {};
  const isClear = typeof code === 'string' && /^[a-z-]+$/.test(code) && (status !== 400 || Boolean(path));
  if (!isClear) throw new Error(said);
}

/** Somebody whom the rules let in. */
function insider({ may }: Expectation): Member {
  const named = may === 'everybody' ? 'therapist own' : may[0];
  return cast.find(({ who }) => who === named) as Member;
}

/** Another one each time: what is tried here is not how often somebody may try. */
let asked = 0;
function someAddress(): string {
  asked += 1;
  return `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`;
}

async function inTurns<T>(inputs: readonly T[], send: (input: T) => Promise<void>): Promise<void> {
  const wrong = new Set<string>();
  const sent = async (input: T) => send(input).catch((error: unknown) => wrong.add(String(error)));
  for (let i = 0; i < inputs.length; i += AT_ONCE) await Promise.all(inputs.slice(i, i + AT_ONCE).map(sent));
  tried += inputs.length;
  expect([...wrong]).toEqual([]);
}

const routes = routesOf({ demo: false } as AppContext);

describe('a route answers bad input clearly:', () => {
  test.each(routes.map(({ contract }) => [contract.name, contract] as const))('%s', async (name, contract) => {
    const member = insider(ROUTES[name] as Expectation);
    const inputs = fc.sample(change, { numRuns: PER_ROUTE, seed: SEED }).map((one, i) => {
      const valid = validInput(contract, knownTo(member));
      // Where there is a body, most of what can be wrong is there.
      const parts = contract.method === 'GET' ? ['params', 'query'] : i % 4 ? ['body'] : ['params', 'query', 'body'];
      const part = parts[i % parts.length] as keyof RouteInput;
      return { ...valid, [part]: spoil(valid[part], one) };
    });
    const restore = rollBackEverything(stand);
    try {
      await inTurns(inputs, async (input) => {
        const address = { 'x-forwarded-for': someAddress() };
        const body = contract.method === 'GET' ? undefined : JSON.stringify(input.body);
        const path = pathOf(contract, input);
        if (path.length > 12_000) return;
        const heard = await callerOf(stand, member).send(contract.method, path, body, address);
        expectClear(heard, `${contract.method} ${path} ${body}`);
      });
    } finally {
      restore();
    }
  });
});

describe('a route', () => {
  const raw = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(`${stand.baseUrl}/api/visits`, {
      method: 'POST',
      headers: { origin: stand.baseUrl, 'content-type': 'application/json', ...headers },
      body,
    });

  test.each([
    ['JSON that is cut short', '{"id": "', {}, 400],
    ['JSON that is no object', '"word"', {}, 400],
    ['a hundred thousand brackets', '['.repeat(100_000), {}, 400],
    ['a hundred thousand brackets that close', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, {}, 401],
    ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe, 0x00, 0x7d]), {}, 400],
    ['more than it takes', `{"id": "${'x'.repeat(2_000_000)}"}`, {}, 413],
    ['another charset', '{}', { 'content-type': 'application/json; charset=koi8-r' }, 415],
    ['what is said to be compressed and is not', 'nonsense', { 'content-encoding': 'gzip' }, 400],
    ['an unknown compression', '{}', { 'content-encoding': 'rot13' }, 415],
  ])('takes no %s', async (_what, body, headers, status) => {
    tried += 1;
    const answer = await raw(body, headers);
    const text = await answer.text();
    expectClear({ status: answer.status, text }, String(body));
    expect(answer.status).toBe(status);
  });

  test.each([
    '/api/encounters/%ED%A0%80',
    '/api/encounters/%',
    '/api/encounters/%00/events?since=0',
    '/api/visits?day[]=1&day[__proto__]=2',
  ])('takes no address such as %s', async (path) => {
    tried += 1;
    const heard = await callerOf(stand, cast[0] as Member).send('GET', path);
    expectClear(heard, path);
    expect(heard.status).toBeLessThan(500);
  });
});

describe('a socket event answers bad input with a negative acknowledgement:', () => {
  test.each(Object.keys(SOCKET_EVENTS) as (keyof typeof SOCKET_EVENTS)[])('%s', async (name) => {
    const member = insider(EVENTS[name] as Expectation);
    const socket = io(stand.baseUrl, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { as: member.as },
      extraHeaders: { cookie: callerOf(stand, member).cookieHeader, origin: stand.baseUrl },
    });
    const restore = rollBackEverything(stand);
    try {
      await inTurns(fc.sample(change, { numRuns: PER_ROUTE, seed: SEED + 1 }), async (one) => {
        const message = spoil(validValue(SOCKET_EVENTS[name], knownTo(member)), one);
        const answer = (await socket.timeout(10_000).emitWithAck(name, message)) as { error?: { code: string } };
        const status = answer.error?.code === 'internal' ? 500 : answer.error?.code === 'invalid' ? 400 : 200;
        expectClear({ status, text: JSON.stringify(answer) }, JSON.stringify(message) ?? '');
      });
      expect(socket.connected).toBe(true);
    } finally {
      restore();
      socket.disconnect();
    }
  });
});
