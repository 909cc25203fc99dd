import { EMPTY_STATE, type MeasuringDevice } from '@plumbline/shared/encounter';
import { makeEvent, play } from '@plumbline/shared/testing';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOpenVisit } from './open-visit.ts';
import { type Stand, startStand } from './stand.ts';

let stand: Stand;
let visit: Awaited<ReturnType<typeof makeOpenVisit>>;
beforeEach(async () => {
  stand = await startStand();
  visit = await makeOpenVisit(stand);
});
afterEach(() => stand?.close());

const sample = makeEvent('repetition.recorded').body;
const provenance = (by: 'patient' | 'therapist') => ({
  ...sample.provenance,
  source: by === 'patient' ? ('patient-browser' as const) : ('therapist-browser' as const),
});
const row = (setId: string, by: 'patient' | 'therapist', index: number, startMs: number) => ({
  setId,
  repetition: { ...sample.repetition, index, startMs, peakMs: startMs + 1_000, endMs: startMs + 2_000 },
  provenance: provenance(by),
});
const choose = (by: MeasuringDevice) => visit.tomTells(visit.toms('measuring.chosen', { by, reason: 'too-slow' }));
const told = async (outcomes: ReturnType<typeof visit.anaTells>) =>
  (await outcomes).map(({ disposition, reason }) => reason ?? disposition);

test('each row of a set that was handed over stands in the record with the device that measured it, and the log alone gives the state', async () => {
  const setId = uuid();
  await visit.anaTells(visit.anas('measuring.reported', { trouble: 'too-slow' }));
  await visit.tomTells(visit.toms('set.started', { setId }));
  const early = visit.anas('repetition.recorded', row(setId, 'patient', 1, 1_000));
  const late = visit.anas('repetition.recorded', row(setId, 'patient', 2, 4_000));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(await told(visit.anaTells(early))).toEqual(['applied']);
  await choose('therapist-browser');
  expect(await told(visit.tomTells(visit.toms('repetition.recorded', row(setId, 'therapist', 2, 9_000))))).toEqual([
    'applied',
  ]);
  // Measured before, delivered after.
  expect(await told(visit.anaTells(late, late))).toEqual(['applied', 'applied']);

  const stored = await stand.rows<{ index: number; source: string }>(
    `SELECT index, provenance->>'source' AS source FROM repetition WHERE set_id = '${setId}' ORDER BY index`,
  );
  expect(stored.map(({ index, source }) => [index, source])).toEqual([
    [1, 'patient-browser'],
    [2, 'therapist-browser'],
    [3, 'patient-browser'],
  ]);
  const { state } = await visit.snapshot();
  expect(state.measuring.turns.map(({ by, reason }) => [by, reason])).toEqual([
    ['patient-device', null],
    ['therapist-browser', 'too-slow'],
  ]);
  const log = await visit.log();
  expect(play(log.filter((one) => one.disposition === 'applied') as never, EMPTY_STATE)).toEqual(state);
});

test('a value is taken from the device whose turn it is, and from no other', async () => {
  const trialId = uuid();
  const value = (by: 'patient' | 'therapist') => ({ trialId, provenance: provenance(by) });
  await visit.tomTells(visit.toms('trial.armed', { trialId, measurementId: uuid() }));
  expect(await told(visit.tomTells(visit.toms('trial.recorded', value('therapist'))))).toEqual(['not-measuring']);
  await choose('therapist-browser');
  const after = visit.anas('trial.recorded', value('patient'), Date.now() + 500);
  expect(await told(visit.anaTells(after))).toEqual(['not-measuring']);
  expect(await told(visit.tomTells(visit.toms('trial.recorded', value('therapist'))))).toEqual(['applied']);
  const [stored] = await stand.rows<{ source: string }>(
    `SELECT provenance->>'source' AS source FROM trial WHERE id = '${trialId}'`,
  );
  expect(stored).toEqual({ source: 'therapist-browser' });
});

test("the patient's STOP works whoever measures, and the set can go on on either device", async () => {
  const setId = uuid();
  await visit.tomTells(visit.toms('set.started', { setId }));
  await choose('therapist-browser');
  await visit.anaTells(visit.anas('stop.pressed'));
  expect((await visit.snapshot()).state).toMatchObject({ active: null, stop: { by: 'patient' } });
  await choose('patient-device');
  await visit.tomTells(visit.toms('stop.resolved', { choice: 'resume' }));
  expect((await visit.snapshot()).state.active).toEqual({ kind: 'set', setId });
  expect(await told(visit.anaTells(visit.anas('repetition.recorded', row(setId, 'patient', 1, 1_000))))).toEqual([
    'applied',
  ]);
});
