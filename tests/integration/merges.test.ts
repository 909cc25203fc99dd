import type { Chart, MergePreview, PatientFound, WrittenProfile } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Member, makeMember } from './staff.ts';
import { type Caller, makeVisit, type Stand, startStand } from './stand.ts';

let stand: Stand;
let tom: Caller;
let eva: Member;
beforeAll(async () => {
  stand = await startStand();
  const visit = await makeVisit(stand);
  tom = visit.tom;
  eva = await makeMember(stand, { clinicId: visit.me.clinicId, name: 'Eva Lang' });
});
afterAll(() => stand?.close());

let kept: { id: string; visit: string };
let other: { id: string; visit: string };
let names = 0;
beforeEach(async () => {
  names += 1;
  const name = `Nora Number${names}`;
  kept = await makeTreated(tom, name, { phone: `600 000 ${100 + names}` });
  other = await makeTreated(eva.caller, name, { phone: `600 000 ${100 + names}`, email: 'nora@example.org' });
  await stand.rows(
    `INSERT INTO care (clinic_id, id, patient_id, account_id, from_at)
     SELECT clinic_id, gen_random_uuid(), $1, account_id, now() FROM care WHERE patient_id = $2`,
    [other.id, kept.id],
  );
});

async function makeTreated(who: Caller, displayName: string, details: object) {
  const { patientId } = await who.get<{ patientId: string }>('POST', '/api/patients', { displayName, details });
  return { id: patientId, visit: await plan(who, patientId) };
}

async function plan(who: Caller, patientId: string): Promise<string> {
  const visit = { id: uuid(), patientId, startsAt: new Date().toISOString(), durationMinutes: 30, timeZone: 'UTC' };
  await who.get('POST', '/api/visits', visit);
  return visit.id;
}

const preview = () => tom.get<MergePreview>('POST', `/api/patients/${kept.id}/merge/preview`, { otherId: other.id });
async function merge() {
  const seen = await preview();
  const body = { id: uuid(), otherId: other.id, keptVersion: seen.kept.version, otherVersion: seen.other.version };
  return { body, answer: await tom.send('POST', `/api/patients/${kept.id}/merge`, body) };
}
const undo = (mergeId: string) => tom.send('POST', `/api/patients/${kept.id}/merge/undo`, { mergeId });
const visitsOf = async (id: string) =>
  (await tom.get<{ visits: { encounterId: string }[] }>('GET', `/api/patients/${id}/visits`)).visits
    .map(({ encounterId }) => encounterId)
    .sort();
/** Everything stored that names one of the two. */
const rowsOf = () =>
  Promise.all(
    ['encounter', 'appointment', 'episode', 'device', 'patient_key'].map((table) =>
      stand.rows(
        `SELECT * FROM ${table} WHERE patient_id IN ($1, $2) ORDER BY ${table === 'patient_key' ? 'patient_id' : 'id'}`,
        [kept.id, other.id],
      ),
    ),
  );

test('two records of one person are listed as a pair', async () => {
  const { pairs } = await tom.get<{ pairs: { a: PatientFound; b: PatientFound; sameness: string[] }[] }>(
    'GET',
    '/api/duplicates',
  );
  const mine = pairs.filter(({ a, b }) => [a.patientId, b.patientId].includes(kept.id));
  expect(mine.map(({ sameness }) => sameness)).toEqual([['phone']]);
  const { pairs: evas } = await eva.caller.get<{ pairs: unknown[] }>('GET', '/api/duplicates');
  expect(evas).toEqual([]);
});

describe('made one', () => {
  test('after a preview: visits and carers come together, gaps are filled, the other points to the kept one', async () => {
    expect(await preview()).toMatchObject({
      kept: { visits: 1 },
      other: { visits: 1 },
      filled: ['email'],
      differing: [],
    });
    const { body, answer } = await merge();
    expect(answer.body).toMatchObject({ ok: true, data: { mergeId: body.id } });
    const again = await tom.send('POST', `/api/patients/${kept.id}/merge`, body);
    expect(again.body).toEqual(answer.body);
    expect(await visitsOf(kept.id)).toEqual([kept.visit, other.visit].sort());
    const chart = await eva.caller.get<Chart>('GET', `/api/patients/${kept.id}`);
    expect(chart.carers.map(({ displayName }) => displayName).sort()).toEqual(['Eva Lang', 'Tom Weber']);
    expect(chart.lastMerge?.mergeId).toBe(body.id);
    expect(await tom.get<Chart>('GET', `/api/patients/${other.id}`)).toMatchObject({ mergedInto: kept.id });
    const { profile } = await tom.get<WrittenProfile>('GET', `/api/patients/${kept.id}/profile`);
    expect(profile.email).toBe('nora@example.org');
    const found = await tom.get<{ total: number }>('POST', '/api/patients/search', {
      text: `number${names}`,
      where: 'clinic',
    });
    expect(found.total).toBe(1);
  });

  test('and taken back, every row is where it was; what came since stays', async () => {
    const before = await rowsOf();
    const { body } = await merge();
    expect(await rowsOf()).not.toEqual(before);
    const since = await plan(tom, kept.id);
    expect((await undo(body.id)).body).toEqual({ ok: true, data: { otherId: other.id, profileKept: false } });
    expect((await undo(body.id)).body).toMatchObject({ ok: true });
    expect(await visitsOf(kept.id)).toEqual([kept.visit, since].sort());
    expect(await visitsOf(other.id)).toEqual([other.visit]);
    const after = await rowsOf();
    expect(after[2]).toEqual(before[2]);
    expect(after[3]).toEqual(before[3]);
    const { profile } = await tom.get<WrittenProfile>('GET', `/api/patients/${kept.id}/profile`);
    expect(profile.email).toBeNull();
    expect((await eva.caller.send('GET', `/api/patients/${kept.id}`)).status).toBe(404);
  });

  test('not after thirty days', async () => {
    const { body } = await merge();
    await stand.rows(`UPDATE patient_merge SET merged_at = merged_at - interval '31 days' WHERE id = $1`, [body.id]);
    expect((await undo(body.id)).body).toEqual({ ok: false, error: { code: 'too-late' } });
    expect((await tom.get<Chart>('GET', `/api/patients/${kept.id}`)).lastMerge).toBeNull();
  });

  test('not where somebody wrote since the preview, nor by somebody who cares for one only', async () => {
    const seen = await preview();
    const profile = (await tom.get<WrittenProfile>('GET', `/api/patients/${kept.id}/profile`)).profile;
    await tom.get('PUT', `/api/patients/${kept.id}/profile`, { version: seen.kept.version, profile });
    const body = { id: uuid(), otherId: other.id, keptVersion: seen.kept.version, otherVersion: seen.other.version };
    const late = await tom.send('POST', `/api/patients/${kept.id}/merge`, body);
    expect(late.body).toEqual({ ok: false, error: { code: 'version-conflict', path: 'body.keptVersion' } });
    const evas = await eva.caller.send('POST', `/api/patients/${other.id}/merge/preview`, { otherId: kept.id });
    expect(evas.body).toEqual({ ok: false, error: { code: 'unknown-patient', path: 'body.otherId' } });
  });
});

test('of every table that names a patient it is known whether its rows go along', async () => {
  const tables = await stand.rows<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'patient_id' ORDER BY 1`,
  );
  const moved = ['appointment', 'device', 'encounter', 'episode'];
  const stays = ['care', 'chart_opening', 'erasure', 'patient_key', 'patient_profile'];
  expect(tables.map(({ name }) => name)).toEqual([...moved, ...stays].sort());
});
