import { createHash } from 'node:crypto';
import { createLiveKitBroker } from '@plumbline/server/encounter/livekit-broker.ts';
import fc from 'fast-check';
import { AccessToken } from 'livekit-server-sdk';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change, SEED, spoil } from './bad-values.ts';
import { FakeBroker } from './fake-broker.ts';
import { makeOpenVisit } from './open-visit.ts';
import { type Stand, startStand } from './stand.ts';

const LIVEKIT = { url: 'ws://127.0.0.1:9', apiKey: 'key', apiSecret: 'a secret of thirty-two characters' };
const TRIES = 400;

let stand: Stand;
let encounterId: string;
let identity: string;
beforeAll(async () => {
  const broker = Object.assign(new FakeBroker(), { readWebhook: createLiveKitBroker(LIVEKIT).readWebhook });
  stand = await startStand({ broker });
  const visit = await makeOpenVisit(stand);
  encounterId = visit.encounterId;
  const media = await visit.ana.get<{ identity: string }>('POST', `/api/encounters/${encounterId}/media`, {});
  identity = media.identity;
});
afterAll(() => stand?.close());

async function send(body: string, secret = LIVEKIT.apiSecret): Promise<number> {
  const token = new AccessToken(LIVEKIT.apiKey, secret);
  token.sha256 = createHash('sha256').update(body).digest('base64');
  const headers = { authorization: await token.toJwt(), 'content-type': 'application/webhook+json' };
  return (await fetch(`${stand.baseUrl}/livekit/webhook`, { method: 'POST', headers, body })).status;
}

const joined = () => ({
  id: `EV_${uuid()}`,
  event: 'participant_joined',
  createdAt: '1700000000',
  room: { name: `e.${encounterId}.1`, sid: 'RM_x' },
  participant: { identity, sid: 'PA_x', name: '' },
});
const joins = () => stand.rows('SELECT identity FROM admission WHERE joined_at IS NOT NULL');

test('a webhook signed by anybody else changes nothing, whatever it says', async () => {
  for (const one of fc.sample(change, { numRuns: 60, seed: SEED })) {
    expect(await send(JSON.stringify(spoil(joined(), one)) ?? '', 'another secret of thirty-two chars')).toBe(401);
  }
  expect(await send(JSON.stringify(joined()), 'another secret of thirty-two chars')).toBe(401);
  expect(await joins()).toEqual([]);
});

test('a webhook that is wrong in any way is taken or refused, never an error; the next good one counts', async () => {
  const heard = new Map<number, number>();
  for (const one of fc.sample(change, { numRuns: TRIES, seed: SEED })) {
    const status = await send(JSON.stringify(spoil(joined(), one)) ?? '');
    heard.set(status, (heard.get(status) ?? 0) + 1);
  }
  console.log(`bad input: ${TRIES} webhooks tried, ${[...heard].map(([status, n]) => `${n} × ${status}`).join(', ')}`);
  expect([...heard.keys()].filter((status) => status >= 500)).toEqual([]);
  // One that was sent out may not come back; let in anew, she counts.
  expect(await send(JSON.stringify(joined()))).toBe(200);
  expect(await joins()).toEqual([{ identity }]);
});
