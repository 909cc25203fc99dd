import { verifyAudit } from '@plumbline/server/audit/index.ts';
import type { Chart, ReferralListed, WrittenProfile } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Member, makeMember } from './staff.ts';
import { type Caller, makeVisit, type Stand, startStand } from './stand.ts';

let stand: Stand;
let tom: Caller;
let here: string;
let eva: Member;
let lake: Member;
let lakes: Member;
beforeAll(async () => {
  stand = await startStand();
  const visit = await makeVisit(stand);
  tom = visit.tom;
  here = visit.me.clinicId;
  eva = await makeMember(stand, { clinicId: here, name: 'Eva Lang' });
  lake = await makeMember(stand, { clinicName: 'Lake Side', name: 'Sam Lake' });
  lakes = await makeMember(stand, { clinicId: lake.clinicId, name: 'Kim Lake' });
});
afterAll(() => stand?.close());

const CONSENT = { by: 'patient', how: 'spoken', on: '2026-11-24' } as const;
const details = {
  birthDate: '1970-04-03',
  sex: 'female',
  phone: '600 123 456',
  conditions: ['Diabetes'],
  address: 'Old Street 1',
} as const;

async function makePatient(displayName: string): Promise<string> {
  const body = { displayName, details };
  return (await tom.get<{ patientId: string }>('POST', '/api/patients', body)).patientId;
}
const refer = (who: Caller, patientId: string, body: object) =>
  who.get<ReferralListed>('POST', `/api/patients/${patientId}/referrals`, body);
const answer = (who: Caller, id: string, what: 'accept' | 'decline', word = '') =>
  who.send('POST', `/api/referrals/${id}/answer`, { answer: what, word });
const list = (who: Caller) =>
  who.get<{ referrals: ReferralListed[] }>('GET', '/api/referrals').then(({ referrals }) => referrals);
const carers = async (who: Caller, id: string) =>
  (await who.get<Chart>('GET', `/api/patients/${id}`)).carers.map(({ displayName }) => displayName);
const mayRead = async (who: Caller, id: string) => (await who.send('GET', `/api/patients/${id}`)).status === 200;

describe('to a colleague', () => {
  test('a referral is seen by both while it is open, and adds care once accepted', async () => {
    const id = await makePatient('Bea Colleague');
    const wanted = { id: uuid(), kind: 'referral', to: { accountId: eva.accountId }, letter: 'Please see her hand.' };
    const made = await refer(tom, id, wanted);
    expect(await refer(tom, id, wanted)).toEqual(made);
    expect((await list(tom))[0]).toMatchObject({ direction: 'outgoing', can: { answer: false, withdraw: true } });
    const [incoming] = await list(eva.caller);
    expect(incoming).toMatchObject({
      direction: 'incoming',
      status: 'pending',
      patientName: 'Bea Colleague',
      letter: 'Please see her hand.',
      can: { answer: true, withdraw: false, returnReport: false },
    });
    expect(await mayRead(eva.caller, id)).toBe(false);
    expect((await answer(eva.caller, wanted.id, 'accept', 'Gladly.')).body).toMatchObject({ ok: true });
    expect((await answer(eva.caller, wanted.id, 'accept')).body).toMatchObject({ ok: true });
    expect(await carers(eva.caller, id)).toEqual(['Tom Weber', 'Eva Lang']);
    expect((await list(tom))[0]).toMatchObject({ status: 'accepted', word: 'Gladly.' });
  });

  test('a report comes back: whoever made it leaves, whoever referred is told', async () => {
    const id = await makePatient('Cleo Colleague');
    const first = { id: uuid(), kind: 'referral', to: { accountId: eva.accountId }, letter: 'Please help.' };
    await refer(tom, id, first);
    await answer(eva.caller, first.id, 'accept');
    const back = { id: uuid(), kind: 'counter-referral', answers: first.id, letter: 'All done.', consent: null };
    await refer(eva.caller, id, back);
    const twice = await eva.caller.send('POST', `/api/patients/${id}/referrals`, { ...back, id: uuid() });
    expect(twice.body).toMatchObject({ ok: false, error: { code: 'already-returned' } });
    await answer(tom, back.id, 'accept');
    expect(await carers(tom, id)).toEqual(['Tom Weber']);
    expect(await mayRead(eva.caller, id)).toBe(false);
  });

  test('a transfer ends the former care with its acceptance, not before; declined, nothing changes', async () => {
    const id = await makePatient('Dora Colleague');
    const wanted = (transferId: string) => ({
      id: transferId,
      kind: 'transfer',
      to: { accountId: eva.accountId },
      letter: 'I am moving away.',
    });
    const [first, second] = [uuid(), uuid()];
    await refer(tom, id, wanted(first));
    expect((await answer(eva.caller, first, 'decline', 'I am full.')).body).toMatchObject({
      data: { word: 'I am full.' },
    });
    expect(await carers(tom, id)).toEqual(['Tom Weber']);
    expect((await answer(eva.caller, first, 'accept')).body).toMatchObject({ error: { code: 'already-answered' } });
    await refer(tom, id, wanted(second));
    expect(await mayRead(tom, id)).toBe(true);
    await answer(eva.caller, second, 'accept');
    expect(await mayRead(tom, id)).toBe(false);
    expect(await carers(eva.caller, id)).toEqual(['Eva Lang']);
  });

  test('what was taken back cannot be accepted, and is nobody else’s to take back', async () => {
    const id = await makePatient('Emil Colleague');
    const wanted = { id: uuid(), kind: 'referral', to: { accountId: eva.accountId }, letter: 'Please help.' };
    await refer(tom, id, wanted);
    expect((await eva.caller.send('POST', `/api/referrals/${wanted.id}/withdraw`, {})).status).toBe(404);
    await tom.get('POST', `/api/referrals/${wanted.id}/withdraw`, {});
    await tom.get('POST', `/api/referrals/${wanted.id}/withdraw`, {});
    expect((await answer(eva.caller, wanted.id, 'accept')).body).toMatchObject({ error: { code: 'already-answered' } });
    expect((await list(eva.caller)).some(({ referralId }) => referralId === wanted.id)).toBe(false);
  });
});

describe('to another clinic', () => {
  const toLake = (id: string, kind = 'referral', parts: string[] = ['birth-and-sex', 'history']) => ({
    id,
    kind,
    to: { clinicId: lake.clinicId },
    letter: 'She moves to your town.',
    parts,
    summary: 'Knee flexion 95°.',
    consent: CONSENT,
  });

  test('needs the patient’s consent', async () => {
    const id = await makePatient('Fay Away');
    const { consent: _, ...without } = toLake(uuid());
    const { body } = await tom.send('POST', `/api/patients/${id}/referrals`, without);
    expect(body).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test('of two who accept at once one takes the patient on', async () => {
    const id = await makePatient('Gwen Away');
    const referralId = uuid();
    await refer(tom, id, toLake(referralId));
    const answers = await Promise.all([lake, lakes].map(({ caller }) => answer(caller, referralId, 'accept')));
    expect(answers.filter(({ body }) => body.ok)).toHaveLength(1);
    expect(answers.filter(({ body }) => !body.ok).map(({ body }) => body)).toMatchObject([
      { error: { code: 'already-answered' } },
    ]);
    const rows = await stand.rows('SELECT id FROM patient WHERE clinic_id = $1', [lake.clinicId]);
    expect(rows).toHaveLength(1);
  });

  test('only what was ticked crosses, under a key of the other clinic', async () => {
    const id = await makePatient('Hana Away');
    const referralId = uuid();
    await refer(tom, id, toLake(referralId));
    const { body } = await answer(lake.caller, referralId, 'accept');
    const there = (body as unknown as { data: ReferralListed }).data.patientId as string;
    expect(there).not.toBe(id);
    const { profile } = await lake.caller.get<WrittenProfile>('GET', `/api/patients/${there}/profile`);
    expect(profile).toMatchObject({
      displayName: 'Hana Away',
      birthDate: '1970-04-03',
      conditions: ['Diabetes'],
      phone: null,
      address: null,
    });
    expect((await lake.caller.send('GET', `/api/patients/${id}`)).status).toBe(404);
    expect((await tom.send('GET', `/api/patients/${there}`)).status).toBe(404);
    expect(await carers(tom, id)).toEqual(['Tom Weber']);
    // Erased here, it stays readable there.
    await stand.rows('UPDATE referral SET wrapped_key = NULL WHERE id = $1', [referralId]);
    const { referrals } = await lake.caller.get<{ referrals: ReferralListed[] }>(
      'GET',
      `/api/patients/${there}/referrals`,
    );
    expect(referrals).toMatchObject([
      { letter: 'She moves to your town.', summary: 'Knee flexion 95°.', consent: CONSENT },
    ]);
    expect((await list(tom)).some((one) => one.referralId === referralId)).toBe(false);
  });

  test('a transfer ends the care in the clinic it comes from, and its report comes back to the record there', async () => {
    const id = await makePatient('Ida Away');
    const referralId = uuid();
    await refer(tom, id, toLake(referralId, 'transfer'));
    const { body } = await answer(lake.caller, referralId, 'accept');
    const there = (body as unknown as { data: ReferralListed }).data.patientId as string;
    expect(await mayRead(tom, id)).toBe(false);
    const back = { id: uuid(), kind: 'counter-referral', answers: referralId, letter: 'She is well.' };
    const without = await lake.caller.send('POST', `/api/patients/${there}/referrals`, { ...back, consent: null });
    expect(without.body).toMatchObject({ error: { code: 'no-consent', path: 'body.consent' } });
    await refer(lake.caller, there, { ...back, consent: CONSENT });
    await answer(tom, back.id, 'accept');
    expect(await carers(tom, id)).toEqual(['Tom Weber']);
    expect(await mayRead(lake.caller, there)).toBe(false);
  });

  test('leaves both audit chains whole, with an entry in each', async () => {
    const app = stand.server.apps[0];
    for (const clinicId of [here, lake.clinicId])
      expect(await app?.db.withSystem((tx) => verifyAudit(tx, clinicId))).toMatchObject({ whole: true });
    const rows = await stand.rows<{ action: string }>(
      `SELECT action FROM audit_entry WHERE clinic_id = $1 AND action = 'people.referral-accepted'`,
      [here],
    );
    expect(rows.length).toBeGreaterThanOrEqual(3);
  });
});

test('nothing a referral says is stored readable', async () => {
  const rows = await stand.rows<{ all: string }>('SELECT referral::text AS all FROM referral');
  expect(rows.length).toBeGreaterThan(5);
  for (const word of ['Away', 'Colleague', 'moves to your town', 'Gladly'])
    expect(rows.filter(({ all }) => all.includes(word) || all.includes(Buffer.from(word).toString('hex')))).toEqual([]);
});
