import type { Series } from '@plumbline/shared/encounter';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOpenVisit } from './open-visit.ts';
import { Caller, type Stand, startStand, TOM } from './stand.ts';

const DAY_MS = 86_400_000;

let stand: Stand;
let first: Awaited<ReturnType<typeof makeOpenVisit>>;
beforeAll(async () => {
  stand = await startStand();
  first = await makeOpenVisit(stand);
  const [kept, waits] = [uuid(), uuid()];
  const armed = { protocol: 'shoulder-abduction@1', side: 'right' } as const;
  for (const trialId of [kept, waits]) {
    await first.tomTells(first.toms('trial.armed', { ...armed, trialId, measurementId: uuid() }));
    await first.anaTells(first.anas('trial.recorded', { trialId }));
    if (trialId === kept) await first.tomTells(first.toms('trial.kept', { trialId }));
  }
  await first.tomTells(
    first.toms('value.entered', { valueId: uuid(), measurementId: uuid() }),
    first.toms('visit.ended'),
  );
});
afterAll(() => stand?.close());

/** Plans another visit of Tom's with one of his patients. */
async function planVisit(patientId: string): Promise<string> {
  const id = uuid();
  await first.tom.get('POST', '/api/visits', { ...first.visit, id, patientId });
  return id;
}

const historyOf = async (who: Caller, encounterId: string) =>
  (await who.get<{ series: Series[] }>('GET', `/api/encounters/${encounterId}/history`)).series;

test('the next visit has what was measured before: values with ±, set-up and method, the undecided one hollow', async () => {
  const series = await historyOf(first.tom, await planVisit(first.patientId));
  expect(series).toMatchObject([
    {
      measure: 'shoulder-abduction@1',
      side: 'right',
      method: 'camera',
      minimalDetectableDegrees: 10,
      values: [
        {
          value: 92,
          uncertainty: 6,
          isReviewed: true,
          isJoined: false,
          setUp: { yaw: 3 },
          encounterId: first.encounterId,
        },
        { value: 92, isReviewed: false, isJoined: false },
      ],
    },
    { measure: 'hand-behind-back@1', method: 'by-eye', minimalDetectableDegrees: null, values: [{ value: 3 }] },
  ]);
});

test('the visit itself is no history of its own', async () => {
  expect(await historyOf(first.tom, first.encounterId)).toEqual([]);
});

test('nothing of one patient stands in the history of another', async () => {
  const { patientId } = await first.tom.get<{ patientId: string }>('POST', '/api/patients', {
    displayName: 'Ben Ortiz',
  });
  expect(await historyOf(first.tom, await planVisit(patientId))).toEqual([]);
});

test('a visit of last year and one of today stand in the order of time', async () => {
  const earlier = await planVisit(first.patientId);
  await stand.rows(`UPDATE encounter SET state = jsonb_set(state, '{values}', $2::jsonb) WHERE id = $1`, [
    earlier,
    JSON.stringify([
      {
        valueId: uuid(),
        measurementId: uuid(),
        measure: 'hand-behind-back@1',
        side: 'right',
        method: 'by-eye',
        value: 1,
        uncertainty: null,
        enteredAtMs: Date.now() - 365 * DAY_MS,
        takenBack: null,
      },
    ]),
  ]);
  const series = await historyOf(first.tom, await planVisit(first.patientId));
  expect(series.find(({ method }) => method === 'by-eye')?.values.map(({ value }) => value)).toEqual([1, 3]);
});

/** A therapist who signs in with Tom's password: of his clinic, or of one of their own. */
async function signInAs(email: string, clinicId: string): Promise<Caller> {
  await stand.rows(`INSERT INTO clinic (id, name) VALUES ($1, 'Other') ON CONFLICT DO NOTHING`, [clinicId]);
  await stand.rows(
    `INSERT INTO account (clinic_id, id, email, display_name, roles, password_hash)
     SELECT $1, $2, $3, 'Eva Klein', '{therapist}', password_hash FROM account WHERE email = $4`,
    [clinicId, uuid(), email, TOM.email],
  );
  const caller = new Caller(stand.baseUrl, 'staff');
  await caller.get('POST', '/api/sign-in', { email, password: TOM.password });
  return caller;
}

test.each([
  ['the patient', 401, async () => new Caller(stand.baseUrl, 'patient')],
  ['the patient’s own device', 404, async () => first.ana],
  ['a colleague who does not conduct the visit', 404, () => signInAs('eva@clinic.test', first.me.clinicId)],
  ['a therapist of another clinic', 404, () => signInAs('eva@other.test', uuid())],
])('%s is not told: %d', async (_who, status, caller) => {
  const encounterId = await planVisit(first.patientId);
  const answer = await (await caller()).send('GET', `/api/encounters/${encounterId}/history`);
  expect(answer.body).toEqual({ ok: false, error: { code: status === 401 ? 'signed-out' : 'not-found' } });
  expect(answer.status).toBe(status);
});

test('who conducted a visit once and cares for the patient no more is not told', async () => {
  const { patientId } = await first.tom.get<{ patientId: string }>('POST', '/api/patients', {
    displayName: 'Cleo Park',
  });
  const encounterId = await planVisit(patientId);
  expect(await historyOf(first.tom, encounterId)).toEqual([]);
  await stand.rows('UPDATE care SET until_at = now() WHERE patient_id = $1', [patientId]);
  const { body } = await first.tom.send('GET', `/api/encounters/${encounterId}/history`);
  expect(body).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('whoever reads it stands in the audit log, with the encounter', async () => {
  const encounterId = await planVisit(first.patientId);
  await historyOf(first.tom, encounterId);
  const sql = `SELECT actor_kind, outcome FROM audit_entry WHERE action = 'encounter.read-history' AND subject_id = $1`;
  expect(await stand.rows(sql, [encounterId])).toHaveLength(1);
});
