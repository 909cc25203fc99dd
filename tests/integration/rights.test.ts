import { runSchedule } from '@plumbline/server/rights/retention.ts';
import type { PatientRights, RetentionSchedule } from '@plumbline/shared/rights';
import { strFromU8, unzipSync } from 'fflate';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeOpenVisit } from './open-visit.ts';
import { type Stand, startStand } from './stand.ts';

const DAY_MS = 86_400_000;

let stand: Stand;
let visit: Awaited<ReturnType<typeof makeOpenVisit>>;
let nowMs = Date.now();
beforeEach(async () => {
  nowMs = Date.now();
  stand = await startStand({ clock: { nowMs: () => nowMs } });
  visit = await makeOpenVisit(stand);
});
afterEach(() => stand?.close());

const of = (what: string) => `/api/patients/${visit.patientId}/${what}`;

async function archive(): Promise<Record<string, Uint8Array>> {
  const response = await fetch(stand.baseUrl + of('export'), {
    headers: { cookie: visit.tom.cookieHeader, 'x-plumbline-as': 'staff' },
  });
  expect(response.headers.get('content-disposition')).toContain(`patient-${visit.patientId}.zip`);
  return unzipSync(new Uint8Array(await response.arrayBuffer()));
}

async function runAt(days: number): Promise<void> {
  nowMs += days * DAY_MS;
  const app = stand.server.apps[0];
  const clinicId = visit.me.clinicId;
  if (app) await app.db.withActor({ kind: 'system', clinicId }, (scope) => runSchedule(scope, app));
}

describe('a copy of everything', () => {
  test('holds every table that says something of the patient, her name, and who read it', async () => {
    await visit.tomTells(visit.toms('set.started', { setId: uuid() }));
    const files = await archive();
    const read = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
    expect(read('patient.json')).toMatchObject({ displayName: 'Ana Ruiz' });
    expect(read('data/event.json').length).toBeGreaterThanOrEqual(3);
    expect(read('data/exercise_set.json')).toHaveLength(1);
    expect(read('audit.json').map(({ action }: { action: string }) => action)).toContain('people.redeem-invitation');
    const reaching = await stand.rows<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name IN ('patient_id', 'encounter_id')
         AND table_name <> 'patient_key'`,
    );
    const here = await Promise.all(
      reaching.map(async ({ name }) => ((await stand.rows(`SELECT 1 FROM ${name}`)).length > 0 ? name : null)),
    );
    for (const name of here) if (name) expect(Object.keys(files)).toContain(`data/${name}.json`);
  });

  test('holds no secret and nothing of another patient', async () => {
    const other = await visit.tom.get<{ patientId: string }>('POST', '/api/patients', { displayName: 'Bea Lang' });
    const all = Object.values(await archive())
      .map((bytes) => strFromU8(bytes))
      .join();
    expect(all).not.toContain(other.patientId);
    expect(all).not.toMatch(/token_hash|credential_hash|wrapped_key|password/);
  });
});

describe('a restricted patient', () => {
  test('is planned and read by nobody until it is lifted', async () => {
    expect(await visit.tom.get('PUT', of('restriction'), { restricted: true })).toMatchObject({
      restrictedAt: expect.any(String),
    });
    const planned = await visit.tom.send('POST', '/api/visits', { ...visit.visit, id: uuid() });
    expect(planned.body).toMatchObject({ ok: false, error: { code: 'unknown-patient' } });
    await visit.tom.get('PUT', of('restriction'), { restricted: false });
    await visit.tom.get('POST', '/api/visits', { ...visit.visit, id: uuid() });
  });
});

describe('erasure', () => {
  test('waits for the time that charts must be kept, is told when, and can be taken back', async () => {
    const asked = await visit.tom.get<PatientRights>('POST', of('erasure'), { reason: 'asked-by-patient' });
    expect(asked.erasure?.reason).toBe('asked-by-patient');
    expect(Date.parse(asked.erasure?.dueAt ?? '')).toBeGreaterThan(nowMs + 3_600 * DAY_MS);
    expect(asked.restrictedAt).not.toBeNull();
    const lifted = await visit.tom.send('PUT', of('restriction'), { restricted: false });
    expect(lifted.body).toMatchObject({ ok: false, error: { code: 'erasure-pending' } });
    expect(await visit.tom.get('DELETE', of('erasure'))).toMatchObject({ erasure: null, restrictedAt: null });
  });

  test('once due leaves no name and no file that can be read, and both chains whole', async () => {
    const { sealed } = await storeTrack();
    await visit.tom.get('POST', of('erasure'), { reason: 'asked-by-patient' });
    const events = await stand.rows('SELECT * FROM event ORDER BY server_seq');
    await runAt(3_700);
    expect(await stand.rows('SELECT * FROM patient_key')).toEqual([]);
    expect(await stand.server.apps[0]?.files.get(sealed)).toBeNull();
    expect(await stand.rows('SELECT * FROM event ORDER BY server_seq')).toEqual(events);
    expect(await stand.rows('SELECT done_at IS NOT NULL AS done FROM erasure')).toEqual([{ done: true }]);
    const { body } = await visit.ana.send('GET', `/api/encounters/${visit.encounterId}`);
    expect(body).toMatchObject({ ok: false, error: { code: 'signed-out' } });
  });

  test('of somebody who never had a visit is done at once', async () => {
    const { patientId } = await visit.tom.get<{ patientId: string }>('POST', '/api/patients', { displayName: 'Typo' });
    await visit.tom.get('POST', `/api/patients/${patientId}/erasure`, { reason: 'entered-by-mistake' });
    expect(await stand.rows('SELECT * FROM patient_key WHERE patient_id = $1', [patientId])).toEqual([]);
  });
});

describe('the schedule', () => {
  test('removes tracks, links and sessions after their time, and writes down how many', async () => {
    const { sealed } = await storeTrack();
    await runAt(91);
    expect(await stand.server.apps[0]?.files.get(sealed)).toBeNull();
    expect(await stand.rows('SELECT removed FROM retention_run')).toMatchObject([
      { removed: { 'landmark-tracks': 1, links: 1, sessions: 1, charts: 0 } },
    ]);
  });

  test('is changed by an administrator within what is allowed, and run by the queue', async () => {
    const changed = await visit.tom.get<RetentionSchedule>('PUT', '/api/retention/landmark-tracks', { days: 7 });
    expect(changed.rules).toContainEqual({ kind: 'landmark-tracks', days: 7, isDefault: false });
    const { body } = await visit.tom.send('PUT', '/api/retention/charts', { days: 30 });
    expect(body).toEqual({ ok: false, error: { code: 'out-of-range', path: 'body.days' } });
    await visit.tom.get('POST', '/api/retention/run', {});
    await vi.waitFor(
      async () =>
        expect((await visit.tom.get<RetentionSchedule>('GET', '/api/retention')).runs).toMatchObject([
          { chartsDue: 0 },
        ]),
      { timeout: 10_000, interval: 100 },
    );
  });
});

/** A landmark track of Ana's. */
async function storeTrack() {
  const segmentId = uuid();
  await stand.server.apps[0]?.files.put(`tracks/${visit.encounterId}/${segmentId}`, Buffer.from('sealed'));
  await stand.rows(
    `INSERT INTO segment (clinic_id, id, encounter_id, device_id, start_ms, end_ms, sha256, file)
     SELECT clinic_id, $1::uuid, encounter_id, device_id, 0, 1, '', 'tracks/' || encounter_id || '/' || $1::uuid
     FROM encounter_device LIMIT 1`,
    [segmentId],
  );
  return { sealed: `tracks/${visit.encounterId}/${segmentId}` };
}
