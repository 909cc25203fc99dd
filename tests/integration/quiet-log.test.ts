import { createLog } from '@plumbline/server/log.ts';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Caller, makeMeeting, type Stand, startStand } from './stand.ts';

/** What must stand nowhere in a log: a patient's name, a note in the wrong place, an address, a password, a link. */
const CANARY = 'Xochitl-Canary';
const lines: string[] = [];
let stand: Stand;
beforeAll(async () => {
  stand = await startStand({ log: createLog('debug', { write: (line: string) => void lines.push(line) }) });
});
afterAll(() => stand?.close());

test('the log tells of errors and never of whom they concern, even where the database itself fails', async () => {
  const { tom, ana, encounterId, link } = await makeMeeting(stand);
  const { patientId } = await tom.get<{ patientId: string }>('POST', '/api/patients', { displayName: `${CANARY} One` });
  const events = `/api/encounters/${encounterId}/events`;
  await ana.send('POST', events, { events: [{ id: uuid(), note: CANARY }, CANARY] });
  await tom.send('POST', '/api/sign-in', { email: `${CANARY}@clinic.test`, password: CANARY });
  await tom.send('GET', `/api/visits?day=${CANARY}&timeZone=${CANARY}`);
  await tom.send('POST', '/api/patients', `{"displayName": "${CANARY}`);
  await tom.send('GET', `/api/${CANARY}?name=${CANARY}`);
  // Errors of the database carry the row and its values.
  for (const column of ['patient ADD CHECK (false) NOT VALID', 'event ADD CHECK (false) NOT VALID'])
    await stand.rows(`ALTER TABLE ${column}`);
  expect((await tom.send('POST', '/api/patients', { displayName: `${CANARY} Two` })).status).toBe(500);
  const happenedAt = { bootId: uuid(), monotonicMs: 1, serverMs: Date.now(), uncertaintyMs: 1 };
  const { deviceId } = await tom.get<{ deviceId: string }>('GET', '/api/me');
  const event = {
    id: uuid(),
    encounterId,
    deviceId,
    deviceSeq: 1,
    type: CANARY,
    version: 1,
    happenedAt,
    body: { CANARY },
  };
  expect((await tom.send('POST', events, { events: [event] })).status).toBe(500);
  await stand.rows('ALTER TABLE patient RENAME TO patient_gone');
  expect((await tom.send('POST', '/api/patients', { displayName: `${CANARY} Three` })).status).toBe(500);
  await new Caller(stand.baseUrl, 'staff').send('POST', '/api/set-up', { token: link, email: CANARY });

  const log = lines.join('\n');
  expect(log.match(/a request failed/g)?.length).toBeGreaterThanOrEqual(3);
  expect(log).toContain('23514'); // It says that a check failed.
  for (const secret of [
    CANARY,
    'Ana Ruiz',
    link,
    tom.cookies.get('plumbline-staff') ?? '-',
    'plumb-line-and-bob',
    patientId,
  ]) {
    expect(log).not.toContain(secret);
  }
});
