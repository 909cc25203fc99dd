import { asAmended, EMPTY_STATE, type EncounterState, timedValue } from '@plumbline/shared/encounter';
import { play } from '@plumbline/shared/testing';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOpenVisit } from './open-visit.ts';
import { type Stand, startStand } from './stand.ts';

let stand: Stand;
let visit: Awaited<ReturnType<typeof makeOpenVisit>>;
beforeAll(async () => {
  stand = await startStand();
  visit = await makeOpenVisit(stand);
});
afterAll(() => stand?.close());

/** The clinical tables of the visit as they would be written from a state. */
function tablesOf(state: EncounterState) {
  return {
    trials: state.trials.map((trial) => [
      trial.trialId,
      trial.status,
      asAmended(trial).valueDegrees,
      asAmended(trial).side,
    ]),
    amendments: state.trials.flatMap(({ trialId, amendments }) =>
      amendments.map(({ reason }, i) => [trialId, i, reason]),
    ),
    pain: state.trials.flatMap(({ trialId, pain }) =>
      pain.map(({ what, angleDegrees }) => [trialId, what, angleDegrees]),
    ),
    values: state.values.map(({ valueId, value, takenBack }) => [valueId, value, takenBack?.reason ?? null]),
    screens: state.screens.map(({ screenId, status }) => [screenId, status]),
    struck: state.sets.flatMap(({ setId, struck }) => struck.map(({ index, reason }) => [setId, index, reason])),
    added: state.sets.flatMap(({ setId, added }) => added.map(({ addedId, reason }) => [setId, addedId, reason])),
    timed: state.timed.map((timed) => [
      timed.testId,
      timed.status,
      timed.result?.value ?? null,
      timedValue(timed),
      timed.voidReason,
      timed.modifications,
    ]),
  };
}

test('all of it is in the tables as the log says, and the log alone gives the state', async () => {
  // Something of everything, corrected and taken back.
  const [trialId, setId, screenId, valueId, testId] = [uuid(), uuid(), uuid(), uuid(), uuid()];
  await visit.tomTells(visit.toms('trial.armed', { trialId, measurementId: uuid(), protocol: 'shoulder-abduction@1' }));
  await visit.anaTells(visit.anas('trial.recorded', { trialId }));
  await visit.tomTells(
    visit.toms('trial.amended', { trialId }),
    visit.toms('pain.marked', { trialId }),
    visit.toms('value.entered', { valueId, measurementId: uuid() }),
    visit.toms('value.taken-back', { valueId }),
    visit.toms('screen.started', { screenId }),
    visit.toms('screen.ended', { screenId }),
    visit.toms('set.started', { setId }),
  );
  await visit.anaTells(visit.anas('repetition.recorded', { setId }));
  await visit.tomTells(
    visit.toms('repetition.struck', { setId }),
    visit.toms('repetition.added', { setId, addedId: uuid() }),
    visit.toms('set.ended', { setId }),
    visit.toms('timed.armed', { testId }),
    visit.toms('timed.called', { testId }),
  );
  await visit.anaTells(visit.anas('timed.went', { testId }), visit.anas('timed.recorded', { testId }));
  await visit.tomTells(
    visit.toms('timed.modified', { testId }),
    visit.toms('timed.amended', { testId }),
    visit.toms('timed.voided', { testId }),
    visit.toms('timed.armed', { testId: uuid() }),
  );
  const log = await visit.log();
  const rebuilt = play(log.filter((one) => one.disposition === 'applied') as never, EMPTY_STATE);
  expect(rebuilt).toEqual((await visit.snapshot()).state);
  const rows = async (sql: string) => (await stand.rows<object>(sql)).map((row) => Object.values(row));
  const stored = {
    trials: await rows('SELECT id, status, final_degrees, side FROM trial'),
    amendments: await rows('SELECT trial_id, position, reason FROM trial_amendment'),
    pain: await rows('SELECT trial_id, what, angle_degrees FROM pain_mark'),
    values: await rows('SELECT id, value, taken_back_reason FROM manual_value'),
    screens: await rows('SELECT id, status FROM screen'),
    struck: await rows('SELECT set_id, index, struck_reason FROM repetition WHERE struck_reason IS NOT NULL'),
    added: await rows('SELECT set_id, id, reason FROM added_repetition'),
    timed: await rows('SELECT id, status, value, final_value, void_reason, modifications FROM timed_test'),
  };
  const sorted = (tables: Record<string, unknown[]>) =>
    Object.fromEntries(
      Object.entries(tables).map(([name, all]) => [name, all.map((row) => JSON.stringify(row)).sort()]),
    );
  expect(sorted(stored)).toEqual(sorted(tablesOf(rebuilt)));
  for (const [name, all] of Object.entries(stored)) expect(all.length, name).toBeGreaterThan(0);
});
