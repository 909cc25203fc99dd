import type { AppContext } from '@plumbline/server/app-context.ts';
import { routesOf } from '@plumbline/server/clinic-app.ts';
import { SOCKET_EVENTS } from '@plumbline/shared/encounter';
import { io } from 'socket.io-client';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callerOf, type Member, makeCast } from './cast.ts';
import { pathOf, validInput, validValue } from './contract-input.ts';
import { rollBackEverything } from './dry-run.ts';
import { knownTo } from './known-values.ts';
import { EVENTS, type Expectation, ROUTES } from './permission-rules.ts';
import { type Stand, startStand } from './stand.ts';

let stand: Stand;
let cast: Member[];
let tried = 0;
let asked = 0;
beforeAll(async () => {
  stand = await startStand({ env: { TRUST_PROXY_HOPS: '1' } });
  cast = await makeCast(stand);
});
afterAll(async () => {
  console.log(`permissions: ${tried} combinations of route or event × role × relation tried`);
  await stand?.close();
});

interface Heard {
  ok: boolean;
  error?: { code: string; path?: string };
  text: string;
}

/** Of every table but the audit log: how many rows, and a hash over them. */
async function fingerprint(): Promise<unknown> {
  const tables = await stand.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'
     AND table_type = 'BASE TABLE' AND table_name NOT IN ('audit_entry', 'audit_head') ORDER BY 1`,
  );
  const parts = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) AS n, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM "${name}" t`,
  );
  return stand.rows(`${parts.join(' UNION ALL ')} ORDER BY name`);
}

function isAllowed({ may }: Expectation, { who, alive }: Member): boolean {
  return may === 'everybody' || (alive && may.includes(who));
}

/** Everybody who may not is told so and nothing else, nothing changes by it; then everybody who may is heard. */
async function expectRule(expectation: Expectation, ask: (member: Member) => Promise<Heard>): Promise<void> {
  const [may, mayNot] = [true, false].map((wanted) => cast.filter((one) => isAllowed(expectation, one) === wanted)) as [
    Member[],
    Member[],
  ];
  tried += cast.length;
  const before = await fingerprint();
  for (const member of mayNot) {
    const { ok, error, text } = await ask(member);
    const code = member.alive ? expectation.refusal : 'signed-out';
    expect({ who: member.who, ok, code: error?.code }).toEqual({ who: member.who, ok: false, code });
    expect(Object.keys(JSON.parse(text))).toEqual(['ok', 'error']);
    expect(text).not.toContain('Canary');
  }
  expect(await fingerprint()).toEqual(before);
  const restore = rollBackEverything(stand);
  try {
    for (const member of may) {
      const { error, text } = await ask(member);
      expect({ who: member.who, code: error?.code, text: error ? text : '' }).toMatchObject({
        who: member.who,
        code: expectation.answers,
      });
      // An event that was not stored was not let in.
      expect(text).not.toContain('"outcome":"error"');
      const isForeign = !/own|cares|broken glass$/.test(member.who);
      if (isForeign && !expectation.showsNames) expect(text).not.toContain(member.subject.patientName);
    }
  } finally {
    restore();
  }
  expect(await fingerprint()).toEqual(before);
}

const routes = routesOf({ demo: false } as AppContext);
const demoRoutes = routesOf({ demo: true } as AppContext).filter(
  ({ contract }) => !routes.some((route) => route.contract.name === contract.name),
);

describe('a route', () => {
  test.each(routes.map((route) => [route.contract.name, route] as const))(
    '%s lets in whom the rules name, and nobody else',
    async (name, route) => {
      const expectation = ROUTES[name];
      if (!expectation) throw new Error(`no expectation for route ${name}`);
      const { contract } = route;
      await expectRule(expectation, async (member) => {
        const input = validInput(contract, knownTo(member));
        const body = contract.method === 'GET' ? undefined : input.body;
        asked += 1;
        // Each from an address of its own: tries are limited by address.
        const address = { 'x-forwarded-for': `10.0.${asked >> 8}.${asked & 255}` };
        const heard = await callerOf(stand, member).send(contract.method, pathOf(contract, input), body, address);
        return { ...(heard.body as Heard), text: heard.text };
      });
    },
  );

  test('of every expectation is there', () => {
    expect(Object.keys(ROUTES).filter((name) => !routes.some(({ contract }) => contract.name === name))).toEqual([]);
  });
});

describe('a route of the demo', () => {
  test.each(demoRoutes.map(({ contract }) => [contract.name, contract] as const))(
    '%s is nowhere in a clinic',
    async (_name, { method, path }) => {
      const { text } = await callerOf(stand, cast[0] as Member).send(method, path, {});
      expect(JSON.parse(text)).toEqual({ ok: false, error: { code: 'no-such-route' } });
    },
  );
});

describe('a socket event', () => {
  test.each(Object.keys(SOCKET_EVENTS) as (keyof typeof SOCKET_EVENTS)[])(
    '%s lets in whom the rules name, and nobody else',
    async (name) => {
      const expectation = EVENTS[name];
      if (!expectation) throw new Error(`no expectation for socket event ${name}`);
      await expectRule(expectation, async (member) => {
        const socket = io(stand.baseUrl, {
          transports: ['websocket'],
          forceNew: true,
          reconnection: false,
          auth: { as: member.as },
          extraHeaders: { cookie: callerOf(stand, member).cookieHeader, origin: stand.baseUrl },
        });
        try {
          const heard = (await socket
            .timeout(5_000)
            .emitWithAck(name, validValue(SOCKET_EVENTS[name], knownTo(member)))) as Heard;
          return { ...heard, text: JSON.stringify(heard) };
        } finally {
          socket.disconnect();
        }
      });
    },
  );
});

test('a patient or a visit of others is refused as if there were none', async () => {
  const therapist = cast.find(({ who }) => who === 'therapist same clinic') as Member;
  const caller = callerOf(stand, therapist);
  const ask = async (id: string) => {
    const { status, text } = await caller.send('GET', `/api/encounters/${id}`);
    return { status, text };
  };
  expect(await ask(therapist.subject.encounterId)).toEqual(await ask(uuid()));
});
