import { makeEvent } from '@plumbline/shared/testing';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeOpenVisit } from './open-visit.ts';
import { type Stand, startStand } from './stand.ts';

let stand: Stand;
let visit: Awaited<ReturnType<typeof makeOpenVisit>>;
beforeAll(async () => {
  stand = await startStand();
  visit = await makeOpenVisit(stand);
});
afterAll(() => stand?.close());

const applied = { disposition: 'applied' };
const refused = (reason: string) => ({ disposition: 'refused', reason });
const stored = (testId: string) =>
  stand.rows<Record<string, unknown>>('SELECT * FROM timed_test WHERE id = $1', [testId]);

/** A chair stand up to "Go". */
async function begin(): Promise<string> {
  const testId = uuid();
  await visit.tomTells(visit.toms('timed.armed', { testId }), visit.toms('timed.called', { testId }));
  expect(await visit.anaTells(visit.anas('timed.went', { testId }))).toMatchObject([applied]);
  return testId;
}

test('a chair stand is one row with its conditions, who did it, what ended it and where it came from', async () => {
  const testId = await begin();
  const recorded = visit.anas('timed.recorded', { testId });
  // Sent twice, as after an answer that was lost.
  expect(await visit.anaTells(recorded)).toEqual(await visit.anaTells(recorded));
  expect(await stored(testId)).toMatchObject([
    {
      test: 'chair-stand-30s@1',
      status: 'unreviewed',
      conditions: ['seat-43-cm', 'chair-against-wall', 'arms-crossed'],
      age_years: 72,
      sex: 'female',
      unit: 'count',
      value: 12,
      final_value: 12,
      ended_by: 'clock',
      modified: false,
      provenance: { model: 'full' },
    },
  ]);
  await visit.tomTells(visit.toms('timed.modified', { testId }), visit.toms('timed.accepted', { testId }));
  expect(await stored(testId)).toMatchObject([{ status: 'accepted', modified: true, modifications: ['arms-used'] }]);
  await visit.tomTells(visit.toms('timed.voided', { testId, reason: 'not-as-instructed' }));
  expect(await stored(testId)).toMatchObject([{ status: 'voided', void_reason: 'not-as-instructed', value: 12 }]);
});

test('a walk alone, a “Go” that nobody asked for and a result before it are refused', async () => {
  const testId = uuid();
  const walk = { testId, test: 'timed-up-and-go@1', conditions: ['taped-3-m' as const] };
  expect(await visit.tomTells(visit.toms('timed.armed', walk))).toMatchObject([refused('condition-missing')]);
  await visit.tomTells(
    visit.toms('timed.armed', { ...walk, conditions: ['seat-46-cm', 'taped-3-m', 'second-person', 'usual-shoes'] }),
  );
  expect(
    await visit.anaTells(visit.anas('timed.went', { testId }), visit.anas('timed.recorded', { testId })),
  ).toMatchObject([refused('not-called'), refused('not-begun')]);
  await visit.tomTells(visit.toms('timed.cancelled', { testId }));
  expect(await stored(testId)).toMatchObject([{ status: 'cancelled', value: null, went_at: null }]);
});

describe('broken off', () => {
  const reload = (testId: string) =>
    visit.anas('timed.recorded', {
      testId,
      result: { ...makeEvent('timed.recorded').body.result, value: null, endedBy: 'interrupted' },
    });

  test('by a reload and by the line that was lost it is exactly one interrupted row', async () => {
    const testId = await begin();
    // Both come late, after the therapist has stopped it too.
    await visit.tomTells(visit.toms('stop.pressed', { how: 'therapist' }));
    expect(await visit.anaTells(visit.anas('stop.pressed', { how: 'hands-free' }), reload(testId))).toMatchObject([
      applied,
      refused('already-recorded'),
    ]);
    expect(await stored(testId)).toMatchObject([{ status: 'interrupted', value: null, ended_by: 'interrupted' }]);
    await visit.tomTells(visit.toms('stop.resolved', { choice: 'end-set' }));
  });

  test('by a reload alone likewise, and the next one can begin', async () => {
    const testId = await begin();
    expect(await visit.anaTells(reload(testId), reload(testId))).toMatchObject([applied, refused('already-recorded')]);
    expect(await stored(testId)).toMatchObject([{ status: 'interrupted' }]);
    const again = await begin();
    await visit.tomTells(visit.toms('timed.ended', { testId: again }));
    expect(await stored(again)).toMatchObject([{ status: 'interrupted' }]);
  });
});

test('the table is behind the wall of its clinic', async () => {
  expect(await stand.rows("SELECT relrowsecurity FROM pg_class WHERE relname = 'timed_test'")).toEqual([
    { relrowsecurity: true },
  ]);
});
