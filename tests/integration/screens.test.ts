import { makeEvent } from '@plumbline/shared/testing';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeOpenVisit } from './open-visit.ts';
import { type Stand, startStand } from './stand.ts';

type Visit = Awaited<ReturnType<typeof makeOpenVisit>>;

let stand: Stand;
let visit: Visit;
beforeAll(async () => {
  stand = await startStand();
  visit = await makeOpenVisit(stand);
});
afterAll(() => stand?.close());

const applied = [{ disposition: 'applied' }];
const refused = (reason: string) => [{ disposition: 'refused', reason }];

describe('a screen', () => {
  const screenId = uuid();
  const steps = makeEvent('screen.started').body.steps;

  async function runStep(step: number): Promise<string> {
    const trialId = uuid();
    const wanted = { ...steps[step], screen: { screenId, step } };
    await visit.tomTells(visit.toms('trial.armed', { trialId, measurementId: uuid(), ...wanted }));
    await visit.anaTells(visit.anas('trial.recorded', { trialId }));
    return trialId;
  }

  test('runs through its steps, unreviewed until one acceptance keeps them all', async () => {
    expect(await visit.tomTells(visit.toms('screen.started', { screenId }))).toMatchObject(applied);
    expect(await visit.tomTells(visit.toms('set.started', { setId: uuid() }))).toMatchObject(refused('busy'));
    const trialIds = [await runStep(0), await runStep(1)];
    const trials = () =>
      stand.rows('SELECT status, screen_step, side FROM trial WHERE screen_id = $1 ORDER BY screen_step', [screenId]);
    expect(await trials()).toEqual([
      { status: 'unreviewed', screen_step: 0, side: 'left' },
      { status: 'unreviewed', screen_step: 1, side: 'right' },
    ]);
    await visit.tomTells(visit.toms('screen.skipped', { screenId, step: 1 }));
    await visit.tomTells(visit.toms('screen.accepted', { screenId, trialIds }));
    expect((await trials()).map((row) => (row as { status: string }).status)).toEqual(['kept', 'kept']);
    expect(await stand.rows('SELECT screen, status, skipped, steps FROM screen WHERE id = $1', [screenId])).toEqual([
      { screen: 'shoulder@1', status: 'accepted', skipped: [1], steps },
    ]);
    expect(await visit.tomTells(visit.toms('screen.accepted', { screenId, trialIds }))).toMatchObject(
      refused('already-accepted'),
    );
  });

  test('takes no step that it has not', async () => {
    const other = uuid();
    await visit.tomTells(visit.toms('screen.started', { screenId: other }));
    const wanted = { ...steps[0], screen: { screenId: other, step: 1 } };
    expect(
      await visit.tomTells(visit.toms('trial.armed', { trialId: uuid(), measurementId: uuid(), ...wanted })),
    ).toMatchObject(refused('other-step'));
    await visit.tomTells(visit.toms('screen.ended', { screenId: other }));
  });
});

test('high irritability is one trial, and the table says so', async () => {
  const [trialId, measurementId] = [uuid(), uuid()];
  await visit.tomTells(visit.toms('trial.armed', { trialId, measurementId, irritable: true }));
  await visit.anaTells(visit.anas('trial.recorded', { trialId }));
  expect(
    await visit.tomTells(visit.toms('trial.armed', { trialId: uuid(), measurementId, irritable: true })),
  ).toMatchObject(refused('one-trial-only'));
  expect(await stand.rows('SELECT irritable FROM trial WHERE id = $1', [trialId])).toEqual([{ irritable: true }]);
});

test('the tables are behind the wall of their clinic', async () => {
  const tables = ['screen', 'trial_amendment', 'pain_mark', 'manual_value', 'added_repetition'];
  const walls = await stand.rows<{ relname: string }>(
    'SELECT relname FROM pg_class WHERE relrowsecurity AND relname = ANY($1)',
    [tables],
  );
  expect(walls.map(({ relname }) => relname).sort()).toEqual([...tables].sort());
});

test('a visit that was stored before any of this goes on', async () => {
  await stand.rows(
    `UPDATE encounter SET state = state - 'values' - 'screens' || jsonb_build_object('sets', '[]'::jsonb, 'trials', '[]'::jsonb, 'active', null)
     WHERE id = $1`,
    [visit.encounterId],
  );
  expect((await visit.snapshot()).state).toMatchObject({ values: [], screens: [] });
  expect(await visit.tomTells(visit.toms('screen.started', { screenId: uuid() }))).toMatchObject(applied);
});
