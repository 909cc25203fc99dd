import { makeEvent } from '@plumbline/shared/testing';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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

/** A trial of Ana's right shoulder that was recorded. */
async function recordTrial(): Promise<string> {
  const trialId = uuid();
  await visit.tomTells(visit.toms('trial.armed', { trialId, measurementId: uuid(), protocol: 'shoulder-abduction@1' }));
  await visit.anaTells(visit.anas('trial.recorded', { trialId }));
  return trialId;
}

describe('an amendment', () => {
  let trialId: string;
  beforeEach(async () => {
    trialId = await recordTrial();
  });

  test('of the value stands beside the recorded one, with its method and reason, stored once', async () => {
    const event = visit.toms('trial.amended', { trialId });
    expect(await visit.tomTells(event)).toMatchObject(applied);
    expect(await visit.tomTells(event)).toMatchObject(applied);
    expect(
      await stand.rows(
        'SELECT status, value_degrees, uncertainty_degrees, final_degrees, final_uncertainty_degrees, method FROM trial WHERE id = $1',
        [trialId],
      ),
    ).toEqual([
      {
        status: 'kept',
        value_degrees: 92,
        uncertainty_degrees: 6,
        final_degrees: 85,
        final_uncertainty_degrees: 10,
        method: 'by-eye',
      },
    ]);
    expect(await stand.rows('SELECT position, reason FROM trial_amendment WHERE trial_id = $1', [trialId])).toEqual([
      { position: 0, reason: 'joint-hidden' },
    ]);
  });

  test('of the side or of the patient moves the value, and neither the result nor the measurement', async () => {
    await visit.tomTells(
      visit.toms('trial.amended', { trialId, change: { kind: 'side', side: 'left' }, reason: 'wrong-side' }),
      visit.toms('trial.amended', { trialId, change: { kind: 'wrong-patient' }, reason: 'wrong-patient' }),
    );
    const sql = `SELECT t.side, t.withdrawn, m.side AS asked, t.value_degrees, t.result->>'side' AS recorded
      FROM trial t JOIN measurement m ON m.id = t.measurement_id WHERE t.id = $1`;
    expect(await stand.rows(sql, [trialId])).toEqual([
      { side: 'left', withdrawn: true, asked: 'right', value_degrees: 92, recorded: 'right' },
    ]);
  });

  test.each([
    ['with a reason that does not fit', { reason: 'wrong-side' as const }, 'other-reason'],
    ['of a trial that there is not', { trialId: '00000000-0000-4000-8000-0000000000ff' }, 'unknown-trial'],
  ])('%s is refused', async (_what, body, code) => {
    expect(await visit.tomTells(visit.toms('trial.amended', { trialId, ...body }))).toMatchObject(refused(code));
  });

  test('in words is no amendment, and the words are not stored', async () => {
    const event = visit.toms('trial.amended', { trialId, reason: 'Ana turned away' as never });
    expect(await visit.tomTells(event)).toMatchObject([
      { disposition: 'refused', reason: expect.stringContaining('body.reason') },
    ]);
    expect(JSON.stringify(await stand.rows('SELECT body FROM event'))).not.toContain('turned away');
  });

  test('is not the patient’s to make', async () => {
    expect(await visit.anaTells(visit.anas('trial.amended', { trialId }))).toMatchObject(refused('not-yours'));
  });
});

describe('a mark of pain', () => {
  const { mark } = makeEvent('pain.marked').body;
  const sql = `SELECT what, angle_degrees, uncertainty_degrees, backdated_ms, how FROM pain_mark
    WHERE trial_id = $1 ORDER BY what`;
  const onset = { what: 'P1', angle_degrees: 66, uncertainty_degrees: 12, backdated_ms: 700, how: 'pause' };

  test('keeps its angle, its wider ±, and by how much it was dated back; the later one holds', async () => {
    const trialId = await recordTrial();
    await visit.tomTells(
      visit.toms('pain.marked', { trialId }),
      visit.toms('pain.marked', { trialId, mark: { ...mark, what: 'arc-from', angleDegrees: 80 } }),
      visit.toms('pain.marked', { trialId, mark: { ...mark, angleDegrees: 66, how: 'pause' } }),
    );
    const arc = { ...onset, what: 'arc-from', angle_degrees: 80, how: 'key' };
    expect(await stand.rows(sql, [trialId])).toEqual([onset, arc]);
    await visit.tomTells(visit.toms('pain.unmarked', { trialId, what: 'arc-from' }));
    expect(await stand.rows(sql, [trialId])).toEqual([onset]);
  });

  test('of a trial that was cancelled is refused', async () => {
    const trialId = uuid();
    await visit.tomTells(
      visit.toms('trial.armed', { trialId, measurementId: uuid() }),
      visit.toms('trial.cancelled', { trialId }),
    );
    expect(await visit.tomTells(visit.toms('pain.marked', { trialId }))).toMatchObject(refused('cancelled'));
  });
});

describe('a value by hand', () => {
  test('stands in a measurement of its own with its method, and can be taken back with a reason', async () => {
    const [valueId, measurementId] = [uuid(), uuid()];
    const sql = `SELECT v.value, v.method, v.side, v.taken_back_reason, m.protocol FROM manual_value v
      JOIN measurement m ON m.id = v.measurement_id WHERE v.id = $1`;
    const row = { value: 3, method: 'by-eye', side: 'right', taken_back_reason: null, protocol: 'hand-behind-back@1' };
    await visit.tomTells(visit.toms('value.entered', { valueId, measurementId }));
    expect(await stand.rows(sql, [valueId])).toEqual([row]);
    await visit.tomTells(visit.toms('value.taken-back', { valueId }));
    expect(await stand.rows(sql, [valueId])).toEqual([{ ...row, taken_back_reason: 'mistyped' }]);
  });

  test('may have no side', async () => {
    const body = { valueId: uuid(), measurementId: uuid(), measure: 'fingertip-to-floor@1', side: null, value: 12.5 };
    expect(await visit.tomTells(visit.toms('value.entered', { ...body, method: 'tape' }))).toMatchObject(applied);
    expect(await stand.rows('SELECT side FROM measurement WHERE id = $1', [body.measurementId])).toEqual([
      { side: null },
    ]);
  });

  test.each([
    ['out of range', { value: 40 }, 'out-of-range'],
    ['of an unknown measure', { measure: 'jaw-opening' }, 'unknown-measure'],
    ['by another method', { method: 'goniometer' as const }, 'wrong-method'],
  ])('%s is refused and leaves no row', async (_what, body, code) => {
    const valueId = uuid();
    const event = visit.toms('value.entered', { valueId, measurementId: uuid(), ...body });
    expect(await visit.tomTells(event)).toMatchObject(refused(code));
    expect(await stand.rows('SELECT id FROM manual_value WHERE id = $1', [valueId])).toEqual([]);
  });
});

describe('a repetition', () => {
  test('that is struck stays in the ledger, can be restored, and others can be added', async () => {
    const [setId, addedId] = [uuid(), uuid()];
    const struck = () => stand.rows('SELECT index, validity, struck_reason FROM repetition WHERE set_id = $1', [setId]);
    const added = () => stand.rows('SELECT id, reason FROM added_repetition WHERE set_id = $1', [setId]);
    await visit.tomTells(visit.toms('set.started', { setId }));
    await visit.anaTells(visit.anas('repetition.recorded', { setId }));
    await visit.tomTells(
      visit.toms('repetition.struck', { setId, index: 1 }),
      visit.toms('repetition.added', { setId, addedId }),
      visit.toms('set.ended', { setId }),
    );
    expect(await struck()).toEqual([{ index: 1, validity: 'complete', struck_reason: 'not-as-asked' }]);
    expect(await added()).toEqual([{ id: addedId, reason: 'missed-by-camera' }]);
    expect(await visit.tomTells(visit.toms('repetition.struck', { setId, index: 1 }))).toMatchObject(
      refused('already-struck'),
    );
    await visit.tomTells(
      visit.toms('repetition.restored', { setId, index: 1 }),
      visit.toms('repetition.removed', { setId, addedId }),
    );
    expect([await struck(), await added()]).toEqual([[{ index: 1, validity: 'complete', struck_reason: null }], []]);
  });
});
