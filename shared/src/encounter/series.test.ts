import { describe, expect, test } from 'vitest';
import { makeEvent, play } from './make-event.ts';
import { type PastValue, pastValuesOf } from './past-value.ts';
import { changeSince, lastTime, lastTimeOfAnyVersion, otherSide, seriesOf } from './series.ts';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const setUp = { x: 0.5, y: 0.45, trunk: 0.25, yaw: 0, shape: 4 / 3 };

/** Right shoulder abduction, 90° ± 6, kept, at a time that is its number. */
function makeValue(n: number, change: Partial<PastValue> = {}): PastValue {
  return {
    encounterId: id(n),
    measurementId: id(n),
    atMs: n,
    measure: 'shoulder-abduction@1',
    side: 'right',
    method: 'camera',
    value: 90,
    uncertainty: 6,
    trials: 2,
    isReviewed: true,
    setUp,
    ...change,
  };
}

describe('what a visit has to show', () => {
  const arrived = [makeEvent('patient.arrived'), makeEvent('patient.admitted')];
  const recorded = [makeEvent('trial.armed', { protocol: 'shoulder-abduction@1' }), makeEvent('trial.recorded')];
  const shown = (...events: Parameters<typeof play>[0]) =>
    pastValuesOf(id(1), play([...arrived, ...events])).map(({ method, value, isReviewed }) => [
      method,
      value,
      isReviewed,
    ]);

  test('is hollow until it is accepted', () => {
    expect(shown(...recorded)).toEqual([['camera', 92, false]]);
    expect(shown(...recorded, makeEvent('trial.kept'))).toEqual([['camera', 92, true]]);
  });
  test('is nothing of what was declined, or was of another patient', () => {
    expect(shown(...recorded, makeEvent('trial.declined'))).toEqual([]);
    const other = { change: { kind: 'wrong-patient' }, reason: 'wrong-patient' } as const;
    expect(shown(...recorded, makeEvent('trial.kept'), makeEvent('trial.amended', other))).toEqual([]);
  });
  test('has what was corrected under the method of the correction', () => {
    expect(shown(...recorded, makeEvent('trial.amended'))).toEqual([['by-eye', 85, true]]);
  });
  test('has what was entered by hand, unless it was taken back', () => {
    expect(shown(makeEvent('value.entered'))).toEqual([['by-eye', 3, true]]);
    expect(shown(makeEvent('value.entered'), makeEvent('value.taken-back'))).toEqual([]);
  });
  test('carries the set-up and the time of the trial', () => {
    const [value] = pastValuesOf(id(1), play([...arrived, ...recorded]));
    expect(value).toMatchObject({ atMs: 1_700_000_000_000, setUp: { yaw: 3 }, trials: 1, uncertainty: 6 });
  });
});

describe('a line', () => {
  const joints = (...values: PastValue[]) => seriesOf(values).map((one) => one.values.map(({ isJoined }) => isJoined));

  test('joins values of like set-ups, in the order of time', () => {
    expect(joints(makeValue(2), makeValue(1), makeValue(3))).toEqual([[false, true, true]]);
  });
  test('has a gap where the set-ups differ too much, or one is not known', () => {
    const turned = makeValue(2, { setUp: { ...setUp, yaw: 20 } });
    expect(joints(makeValue(1), turned, makeValue(3))).toEqual([[false, false, false]]);
    expect(joints(makeValue(1), makeValue(2, { setUp: null }))).toEqual([[false, false]]);
  });
  test('goes past what nobody reviewed', () => {
    expect(joints(makeValue(1), makeValue(2, { isReviewed: false }), makeValue(3))).toEqual([[false, false, true]]);
  });
  test.each<[string, Partial<PastValue>]>([
    ['modes or versions', { measure: 'shoulder-abduction@2' }],
    ['sides', { side: 'left' }],
    ['methods', { method: 'goniometer' }],
  ])('is never of two %s', (_what, other) => {
    expect(joints(makeValue(1), makeValue(2, other))).toEqual([[false], [false]]);
  });
  test('joins a goniometer’s values: no camera stood anywhere', () => {
    const byHand = { method: 'goniometer', setUp: null } as const;
    expect(joints(makeValue(1, byHand), makeValue(2, byHand))).toEqual([[false, true]]);
  });
});

describe('last time', () => {
  const now = makeValue(9);
  test('is the latest reviewed value of an earlier visit', () => {
    const values = [makeValue(1), makeValue(3), makeValue(5, { isReviewed: false }), now];
    expect(lastTime(values, now, now)?.atMs).toBe(3);
  });
  test('is neither of this visit nor of a later one', () => {
    const today = makeValue(8, { encounterId: now.encounterId });
    expect(lastTime([today, makeValue(10)], now, now)).toBeNull();
  });
  test('under another version of the protocol has a place to stand and no value to compare', () => {
    const version2 = { ...now, measure: 'shoulder-abduction@2' };
    expect(lastTime([makeValue(3)], version2, now)).toBeNull();
    expect(lastTimeOfAnyVersion([makeValue(3)], version2, now)?.setUp).toEqual(setUp);
  });
  test('is of the same method: a goniometer is another matter', () => {
    expect(lastTime([makeValue(3, { method: 'goniometer' })], now, now)).toBeNull();
  });
});

test('the other side is the latest of it, today’s included', () => {
  const values = [makeValue(1, { side: 'left' }), makeValue(8, { side: 'left', value: 142 }), makeValue(7)];
  expect(otherSide(values, makeValue(9), 9)?.value).toBe(142);
  expect(otherSide(values, makeValue(9, { side: null }), 9)).toBeNull();
});

describe('the verdict', () => {
  test.each([
    [95, 'not-distinguishable'],
    [108, 'changed'],
  ])('after 90°, %d° is %s', (value, kind) => {
    expect(changeSince(makeValue(1), makeValue(2, { value }))?.kind).toBe(kind);
  });
  test('says why two set-ups are not compared', () => {
    expect(changeSince(makeValue(1), makeValue(2, { setUp: { ...setUp, trunk: 0.4 } }))).toEqual({
      kind: 'incomparable',
      why: 'set-up',
      part: 'distance',
    });
  });
  test('is none for a method whose error nobody knows', () => {
    const byHand = { method: 'goniometer', value: 120 } as const;
    expect(changeSince(makeValue(1, byHand), makeValue(2, { ...byHand, value: 150 }))).toBeNull();
  });
});
