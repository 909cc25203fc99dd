import { routesOf } from '@plumbline/server/clinic-app.ts';
import type { AuditEntry, Look } from '@plumbline/shared/audit';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit as words } from '../../client/src/i18n/en/audit.ts';
import { callerOf, type Member, makeCast } from './cast.ts';
import { type Caller, type Stand, startStand } from './stand.ts';

let stand: Stand;
let cast: Member[];
let admin: Caller;
beforeAll(async () => {
  stand = await startStand({ env: { TRUST_PROXY_HOPS: '1' } });
  cast = await makeCast(stand);
  admin = callerOf(stand, member('administrator same clinic'));
});
afterAll(() => stand?.close());

const member = (who: string) => cast.find((one) => one.who === who) as Member;

async function entries(query = ''): Promise<AuditEntry[]> {
  return (await admin.get<{ entries: AuditEntry[] }>('GET', `/api/audit${query}`)).entries;
}

describe('a read of a chart', () => {
  test.each([
    ['therapist own', 'conducts'],
    ['therapist cares', 'cares'],
    ['therapist broken glass', 'opened'],
  ])('by %s stands in the log with who, when, from where and why: %s', async (who, why) => {
    const { accountId, subject, ...reader } = member(who);
    const address = { 'x-forwarded-for': '203.0.113.7' };
    await callerOf(stand, reader).send('GET', `/api/encounters/${subject.encounterId}`, undefined, address);
    const [entry] = await entries(`?accountId=${accountId}`);
    expect(entry).toMatchObject({
      action: 'encounter.read',
      actor: { kind: 'staff', id: accountId, name: 'Some therapist' },
      subject: { kind: 'encounter', id: subject.encounterId, name: subject.patientName, patientId: subject.patientId },
      outcome: 'done',
      address: '203.0.113.7',
      why,
    });
    expect(Date.now() - Date.parse(entry?.at ?? '')).toBeLessThan(60_000);
  });

  test('by its events alone stands there, too, once an hour', async () => {
    const { accountId, subject, ...reader } = member('therapist cares');
    const caller = callerOf(stand, reader);
    await stand.rows('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    const ask = () => caller.get('GET', `/api/encounters/${subject.encounterId}/events?since=0`);
    const before = (await entries(`?accountId=${accountId}`)).length;
    await ask();
    await ask();
    const after = await entries(`?accountId=${accountId}`);
    // From another address than the read before it.
    expect(after).toHaveLength(before + 1);
    expect(after[0]).toMatchObject({ action: 'encounter.read', why: 'cares' });
  });

  test('that is refused stands there as refused', async () => {
    const { accountId, subject, ...reader } = member('therapist same clinic');
    await callerOf(stand, reader).send('GET', `/api/encounters/${subject.encounterId}`);
    const [entry] = await entries(`?accountId=${accountId}&outcome=refused`);
    expect(entry).toMatchObject({ action: 'encounter.read', outcome: 'refused', why: null });
    expect(entry?.subject).toMatchObject({ id: subject.encounterId });
  });
});

test('a message over a socket stands in the log as well, refused or done', async () => {
  for (const [who, outcome] of [
    ['therapist own', 'done'],
    ['therapist cares', 'refused'],
  ] as const) {
    const { accountId, subject, ...asking } = member(who);
    const socket = io(stand.baseUrl, {
      transports: ['websocket'],
      forceNew: true,
      auth: { as: 'staff' },
      extraHeaders: { cookie: callerOf(stand, asking).cookieHeader, 'x-forwarded-for': '198.51.100.4, 203.0.113.9' },
    });
    await socket.timeout(5_000).emitWithAck('encounter.watch', { encounterId: subject.encounterId });
    socket.disconnect();
    const [entry] = await entries(`?accountId=${accountId}&action=encounter.watch`);
    expect(entry).toMatchObject({ outcome, address: '203.0.113.9' });
  }
});

describe('the administrator', () => {
  test('finds everything about one patient, of the chart and of every visit', async () => {
    const { subject } = member('therapist own');
    const found = await entries(`?patientId=${subject.patientId}`);
    expect(found.length).toBeGreaterThan(5);
    expect(found.every(({ subject: about }) => about?.patientId === subject.patientId)).toBe(true);
    expect(found.map(({ action }) => action)).toContain('people.add-patient');
  });

  test('leafs through the whole log, each entry once', async () => {
    const seen: number[] = [];
    let before = '';
    for (let more = true; more; ) {
      const page = await admin.get<{ entries: AuditEntry[]; more: boolean }>('GET', `/api/audit${before}`);
      seen.push(...page.entries.map(({ seq }) => seq));
      before = `?before=${page.entries.at(-1)?.seq}`;
      more = page.more;
    }
    expect(seen.length).toBeGreaterThan(60);
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, i) => seen.length - i));
  });

  test('finds by day', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(await entries(`?from=${tomorrow}`)).toEqual([]);
    expect(await entries(`?to=${tomorrow}`)).toHaveLength(50);
  });

  test.each(['csv', 'json'])('exports as %s, which stands in the log itself', async (format) => {
    const { subject } = member('therapist own');
    const { text, entries: count } = await admin.get<{ text: string; entries: number }>('POST', '/api/audit/export', {
      format,
      patientId: subject.patientId,
    });
    expect(text).toContain(subject.patientName);
    expect(format === 'csv' ? text.trim().split('\r\n').length - 1 : JSON.parse(text).length).toBe(count);
    const [entry] = await entries('?action=audit.export');
    expect(entry).toMatchObject({ why: format, subject: { id: subject.patientId }, actor: { kind: 'staff' } });
  });

  test('sees nothing of another clinic', async () => {
    const far = callerOf(stand, member('administrator other clinic'));
    const page = await far.get<{ entries: AuditEntry[] }>('GET', '/api/audit');
    expect(JSON.stringify(page)).not.toContain('Quetzal');
    expect(await far.get('GET', `/api/audit?patientId=${member('therapist own').subject.patientId}`)).toMatchObject({
      entries: [],
    });
  });
});

describe('a patient', () => {
  const looksOf = async (who: Member) =>
    (
      await callerOf(stand, { as: 'patient', token: who.subject.device.token }).get<{ looks: Look[] }>(
        'GET',
        '/api/my-record/looks',
      )
    ).looks;

  test('sees who used their record, as what, what for, and when', async () => {
    const looks = await looksOf(member('therapist own'));
    expect(looks).toContainEqual({
      name: 'Some therapist',
      roles: ['therapist'],
      action: 'encounter.read',
      why: 'opened',
      times: 1,
      lastAt: expect.stringMatching(/^\d{4}-/),
    });
    const moments = looks.map(({ lastAt }) => lastAt);
    expect(moments).toEqual([...moments].sort().reverse());
  });

  test('sees nothing of others, nor who was refused', async () => {
    const looks = await looksOf(member('assistant own'));
    expect(looks.map(({ why }) => why)).not.toContain('opened');
    expect(JSON.stringify(looks)).not.toContain('Quetzal');
  });
});

test('no name and no word of a patient stands in the log itself', async () => {
  const rows = await stand.rows('SELECT a::text AS line FROM audit_entry a');
  expect(JSON.stringify(rows)).not.toMatch(/Quetzal|Canary|Some therapist/);
});

test('every deed that a route writes down has words in the log', () => {
  const [app] = stand.server.apps;
  if (!app) throw new Error('no app');
  const deeds = routesOf(app).flatMap(({ audits }) =>
    audits === null ? [] : [typeof audits === 'string' ? audits : audits.action],
  );
  expect(deeds.length).toBeGreaterThan(40);
  expect(deeds.filter((deed) => !(deed.replaceAll('.', '-') in words.deeds))).toEqual([]);
});
