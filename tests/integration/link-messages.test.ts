import type { Channel, Message } from '@plumbline/server/notifier/index.ts';
import { emptyProfile, type WrittenProfile } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Caller, makeVisit, type Stand, startStand } from './stand.ts';

const SOON = { timeout: 15_000, interval: 50 };

let stand: Stand;
let visit: Awaited<ReturnType<typeof makeVisit>>;
let sent: Message[];
beforeEach(async () => {
  stand = await startStand();
  visit = await makeVisit(stand);
  sent = [];
  const [app] = stand.server.apps;
  if (!app) throw new Error('no app');
  // What is sent is looked at; how it is sent has tests of its own.
  app.notifier = {
    channels: ['email', 'sms'] satisfies Channel[],
    send: async (message) => void sent.push(message),
    close: () => {},
  };
  const profile = {
    ...emptyProfile('Ana Ruiz'),
    email: 'Ana@example.org',
    language: 'es-ES',
    timeZone: 'Atlantic/Canary',
  };
  const { version } = await visit.tom.get<WrittenProfile>('GET', `/api/patients/${visit.patientId}/profile`);
  await visit.tom.get('PUT', `/api/patients/${visit.patientId}/profile`, { version, profile });
});
afterEach(() => stand?.close());

const messages = () => `/api/encounters/${visit.encounterId}/messages`;
const lost = (contact: string) =>
  new Caller(stand.baseUrl, 'patient').send('POST', '/api/invitations/lost', { contact });

describe('a link that the therapist sends', () => {
  test('goes once, in the patient’s language and time zone, and opens the visit', async () => {
    const id = uuid();
    for (let i = 0; i < 2; i++) await visit.tom.get('POST', messages(), { id, channel: 'email' });
    await vi.waitFor(() => expect(sent).toHaveLength(1), SOON);
    expect(sent[0]).toMatchObject({ id, to: 'Ana@example.org', subject: 'Su visita por vídeo con Hill Road' });
    expect(sent[0]?.text).toContain('(Atlantic/Canary)');
    const token = /#([A-Za-z0-9_-]{43})/.exec(sent[0]?.text ?? '')?.[1];
    const ana = new Caller(stand.baseUrl, 'patient');
    expect(await ana.get('POST', '/api/invitations/redeem', { token })).toMatchObject({
      encounterId: visit.encounterId,
    });
    expect(await visit.tom.get('GET', messages())).toMatchObject({
      channels: ['email'],
      messages: [{ channel: 'email', sentAt: expect.any(String) }],
    });
  });

  test('is not offered by a way the patient has not', async () => {
    const { body } = await visit.tom.send('POST', messages(), { id: uuid(), channel: 'sms' });
    expect(body).toEqual({ ok: false, error: { code: 'channel-not-possible', path: 'body.channel' } });
  });

  test('leaves neither the address nor the link in the database', async () => {
    await visit.tom.get('POST', messages(), { id: uuid(), channel: 'email' });
    await vi.waitFor(() => expect(sent).toHaveLength(1), SOON);
    const rows = JSON.stringify([
      await stand.rows('SELECT * FROM pgboss.job'),
      await stand.rows('SELECT * FROM message'),
      await stand.rows('SELECT * FROM audit_entry'),
    ]);
    expect(rows.toLowerCase()).not.toContain('ana@example');
    expect(rows).not.toContain('visit#');
  });
});

describe('a lost link', () => {
  test('is sent anew to whoever is known by the address, and the answer says nothing', async () => {
    const known = await lost('ana@EXAMPLE.org ');
    const stranger = await lost('nobody@example.org');
    expect(known.text).toBe(stranger.text);
    expect(known.status).toBe(stranger.status);
    await vi.waitFor(() => expect(sent).toHaveLength(1), SOON);
    expect(sent[0]?.to).toBe('Ana@example.org');
  });

  test('asked for again and again is refused, known or not', async () => {
    for (let i = 0; i < 5; i++) await lost('nobody@example.org');
    expect((await lost('ana@example.org')).body).toEqual({ ok: false, error: { code: 'too-many-tries' } });
  });
});
