import { verifyAudit } from '@plumbline/server/audit/index.ts';
import type { EncounterSnapshot } from '@plumbline/shared/encounter';
import { type Chart, emptyProfile, type PatientFound, type WrittenProfile } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Member, makeMember } from './staff.ts';
import type { Caller } from './stand.ts';
import { makeVisit, type Stand, startStand } from './stand.ts';

let stand: Stand;
let visit: Awaited<ReturnType<typeof makeVisit>>;
let tom: Caller;
let eva: Member;
let stranger: Member;
let anaId: string;
beforeAll(async () => {
  stand = await startStand();
  visit = await makeVisit(stand);
  tom = visit.tom;
  anaId = visit.patientId;
  eva = await makeMember(stand, { clinicId: visit.me.clinicId, name: 'Eva Lang' });
  stranger = await makeMember(stand, { name: 'Sam Elsewhere' });
});
afterAll(() => stand?.close());

const ana = { birthDate: '1970-04-03', sex: 'female', phone: '+34 600 123 456', email: 'ana@example.org' } as const;
const profileOf = (who: Caller, id = anaId) => who.get<WrittenProfile>('GET', `/api/patients/${id}/profile`);
const search = (who: Caller, text: string, where = 'care', offset = 0) =>
  who.get<{ patients: PatientFound[]; total: number }>('POST', '/api/patients/search', { text, where, offset });

describe('the profile', () => {
  test('begins with the name, and is written as a whole', async () => {
    const first = await profileOf(tom);
    expect(first).toMatchObject({ version: 1, profile: emptyProfile('Ana Ruiz'), writtenBy: 'Tom Weber' });
    const profile = { ...first.profile, ...ana };
    const written = await tom.get('PUT', `/api/patients/${anaId}/profile`, { version: 1, profile });
    expect(written).toMatchObject({ version: 2, profile });
    expect(await profileOf(tom)).toEqual(written);
  });

  test('is not written over what somebody else wrote meanwhile: one of two at once hears of the other', async () => {
    const { version, profile } = await profileOf(tom);
    const write = (phone: string) =>
      tom.send('PUT', `/api/patients/${anaId}/profile`, { version, profile: { ...profile, phone } });
    const answers = await Promise.all([write('111 1111'), write('222 2222')]);
    const refused = answers.filter(({ body }) => !body.ok);
    expect(refused.map(({ body, status }) => [body, status])).toEqual([
      [{ ok: false, error: { code: 'version-conflict', path: 'body.version' } }, 409],
    ]);
    expect(await profileOf(tom)).toMatchObject({ version: version + 1 });
    const kept = await stand.rows('SELECT version FROM patient_profile WHERE patient_id = $1', [anaId]);
    expect(kept).toHaveLength(version + 1);
  });

  test('names the field that is wrong', async () => {
    const { version, profile } = await profileOf(tom);
    const surgeries = [{ what: 'New knee', when: '2024-13', side: 'left' }];
    const { body } = await tom.send('PUT', `/api/patients/${anaId}/profile`, {
      version,
      profile: { ...profile, surgeries },
    });
    expect(body).toMatchObject({ ok: false, error: { code: 'invalid', path: 'body.profile.surgeries.0.when' } });
  });

  test('is stored unreadable', async () => {
    const rows = await stand.rows<{ all: string }>('SELECT patient_profile::text AS all FROM patient_profile');
    const hex = Buffer.from('ana@example.org').toString('hex');
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ all }) => all.includes(hex))).toEqual([]);
  });

  test('tells age and sex at the visit to the therapist alone', async () => {
    const path = `/api/encounters/${visit.encounterId}`;
    const { person, role } = await tom.get<EncounterSnapshot>('GET', path);
    expect({ person, role }).toEqual({
      person: { ageYears: new Date().getFullYear() - 1970 - (isBefore('04-03') ? 1 : 0), sex: 'female' },
      role: 'conductor',
    });
  });
});

describe('adding', () => {
  test('twice with one id adds one', async () => {
    const body = { id: uuid(), displayName: 'Boris Novák', details: { birthDate: '1955-01-02' } };
    expect(await tom.get('POST', '/api/patients', body)).toEqual(await tom.get('POST', '/api/patients', body));
    expect(await search(tom, 'novak')).toMatchObject({ total: 1, patients: [{ birthDate: '1955-01-02' }] });
    const { status } = await eva.caller.send('POST', '/api/patients', body);
    expect(status).toBe(404);
  });

  test('asks whether it is one of those that look the same, wherever in the clinic', async () => {
    const person = { displayName: 'RUIZ Ana', birthDate: '1970-04-03', phone: null, email: null };
    const similar = (who: Caller) => who.get<{ patients: unknown[] }>('POST', '/api/patients/similar', person);
    expect((await similar(eva.caller)).patients).toMatchObject([
      { patientId: anaId, birthYear: 1970, birthDate: null, inCare: false, sameness: ['birth-date'] },
    ]);
    expect((await similar(stranger.caller)).patients).toEqual([]);
  });
});

describe('searching', () => {
  test('finds at once what was just written, and no longer what was', async () => {
    const { version, profile } = await profileOf(tom);
    expect((await search(tom, 'ruiz')).total).toBe(1);
    const renamed = { ...profile, displayName: 'Anita Zamora' };
    await tom.get('PUT', `/api/patients/${anaId}/profile`, { version, profile: renamed });
    expect((await search(tom, 'ruiz')).total).toBe(0);
    expect((await search(tom, 'zam ani')).patients).toMatchObject([{ displayName: 'Anita Zamora' }]);
    await tom.get('PUT', `/api/patients/${anaId}/profile`, { version: version + 1, profile });
  });

  test('shows a colleague nobody in their care, and of the clinic the name and the year of birth', async () => {
    expect(await search(eva.caller, 'ana')).toEqual({ patients: [], total: 0 });
    expect(await search(eva.caller, 'ana', 'clinic')).toEqual({
      patients: [{ patientId: anaId, displayName: 'Ana Ruiz', birthYear: 1970, birthDate: null, inCare: false }],
      total: 1,
    });
    expect(await search(eva.caller, ' ', 'clinic')).toEqual({ patients: [], total: 0 });
  });

  test('shows another clinic nobody', async () => {
    expect(await search(stranger.caller, 'ana', 'clinic')).toEqual({ patients: [], total: 0 });
  });

  test('leaves out who was erased', async () => {
    const { patientId } = await tom.get<{ patientId: string }>('POST', '/api/patients', { displayName: 'Gone Soon' });
    expect((await search(tom, 'gone')).total).toBe(1);
    await stand.rows('DELETE FROM patient_key WHERE patient_id = $1', [patientId]);
    expect((await search(tom, 'gone')).patients).toEqual([]);
  });
});

describe('breaking the glass', () => {
  const CHART = ['', '/profile', '/visits'];
  const statuses = (who: Caller) =>
    Promise.all(CHART.map(async (part) => (await who.send('GET', `/api/patients/${anaId}${part}`)).status));
  const opening = { id: uuid(), reason: 'stand-in', words: 'Tom is ill, Ana called about her knee.' };

  test('before it, a colleague sees the cover only, another clinic nothing', async () => {
    expect(await statuses(eva.caller)).toEqual([404, 404, 404]);
    expect(await eva.caller.get('GET', `/api/patients/${anaId}/cover`)).toEqual({
      patientId: anaId,
      displayName: 'Ana Ruiz',
      birthYear: 1970,
      carers: ['Tom Weber'],
    });
    expect(await statuses(stranger.caller)).toEqual([404, 404, 404]);
    expect((await stranger.caller.send('GET', `/api/patients/${anaId}/cover`)).status).toBe(404);
    const refused = await stranger.caller.send('POST', `/api/patients/${anaId}/openings`, opening);
    expect(refused.status).toBe(404);
  });

  test('opens the chart for an hour to read, and no more than to read', async () => {
    const opened = await eva.caller.get<{ expiresAt: string }>('POST', `/api/patients/${anaId}/openings`, opening);
    expect(await eva.caller.get('POST', `/api/patients/${anaId}/openings`, opening)).toEqual(opened);
    expect((Date.parse(opened.expiresAt) - Date.now()) / 60_000).toBeCloseTo(60, 0);
    expect(await statuses(eva.caller)).toEqual([200, 200, 200]);
    expect(await eva.caller.get<Chart>('GET', `/api/patients/${anaId}`)).toMatchObject({
      you: 'opener',
      openUntil: opened.expiresAt,
      openings: [],
    });
    const encounter = await eva.caller.get<EncounterSnapshot>('GET', `/api/encounters/${visit.encounterId}`);
    expect(encounter.role).toBe('reader');
    const { version, profile } = await profileOf(eva.caller);
    const write = await eva.caller.send('PUT', `/api/patients/${anaId}/profile`, { version, profile });
    expect(write.status).toBe(404);
  });

  test('is shown to the carer until seen, with the reason, and stands in the audit log with its code only', async () => {
    const unseen = () => tom.get<{ openings: unknown[] }>('GET', '/api/openings').then(({ openings }) => openings);
    expect(await unseen()).toMatchObject([
      { openedBy: 'Eva Lang', reason: 'stand-in', words: opening.words, patientName: 'Ana Ruiz' },
    ]);
    expect((await eva.caller.get<{ openings: unknown[] }>('GET', '/api/openings')).openings).toEqual([]);
    await tom.get('POST', `/api/patients/${anaId}/openings/${opening.id}/seen`, {});
    await tom.get('POST', `/api/patients/${anaId}/openings/${opening.id}/seen`, {});
    expect(await unseen()).toEqual([]);
    expect((await tom.get<Chart>('GET', `/api/patients/${anaId}`)).openings).toHaveLength(1);
    const entries = await stand.rows(
      `SELECT actor_id, subject_id, outcome, why FROM audit_entry WHERE action = 'people.break-glass' AND clinic_id = $1`,
      [visit.me.clinicId],
    );
    const done = { actor_id: eva.accountId, subject_id: anaId, outcome: 'done', why: 'stand-in' };
    expect(entries).toEqual([done, done]);
    const stored = await stand.rows<{ all: string }>('SELECT chart_opening::text AS all FROM chart_opening');
    expect(stored.filter(({ all }) => all.includes(Buffer.from('Tom is ill').toString('hex')))).toEqual([]);
  });

  test('is over after its time', async () => {
    await stand.rows(`UPDATE chart_opening SET opened_at = opened_at - interval '61 minutes',
      expires_at = expires_at - interval '61 minutes'`);
    expect(await statuses(eva.caller)).toEqual([404, 404, 404]);
    expect((await eva.caller.send('GET', `/api/encounters/${visit.encounterId}`)).status).toBe(404);
  });

  test('leaves the audit chain whole', async () => {
    const app = stand.server.apps[0];
    expect(await app?.db.withSystem((tx) => verifyAudit(tx, visit.me.clinicId))).toMatchObject({ whole: true });
  });
});

test('the only carer cannot leave', async () => {
  const { body, status } = await tom.send('POST', `/api/patients/${anaId}/leave`, {});
  expect(body).toEqual({ ok: false, error: { code: 'last-carer' } });
  expect(status).toBe(409);
});

/** Whether the day of the year (`04-03`) is still to come this year. */
function isBefore(day: string): boolean {
  return new Date().toISOString().slice(5, 10) < day;
}
