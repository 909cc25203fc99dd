import { describe, expect, test } from 'vitest';
import { makeEvent, play } from './make-event.ts';
import { measuringDevice, turnsDuring } from './measuring.ts';
import { next } from './next.ts';
import type { Party } from './parties.ts';
import { type EncounterState, upcastState } from './state.ts';

const open = play([makeEvent('patient.arrived'), makeEvent('patient.admitted')]);
const HANDED_OVER_MS = 1_700_000_000_000;
const at = (seconds: number) => ({
  happenedAt: {
    bootId: '00000000-0000-4000-8000-000000000001',
    monotonicMs: 0,
    serverMs: HANDED_OVER_MS + seconds * 1000,
    uncertaintyMs: 20,
  },
});
const handOver = makeEvent('measuring.chosen', {}, at(0));
const handBack = makeEvent('measuring.chosen', { by: 'patient-device', reason: 'by-choice' }, at(60));

const { provenance, result } = makeEvent('trial.recorded').body;
const { repetition } = makeEvent('repetition.recorded').body;
const source = (by: Party) => (by === 'therapist' ? 'therapist-browser' : 'patient-browser');
const value = (by: Party, seconds: number) =>
  makeEvent('trial.recorded', { result, provenance: { ...provenance, source: source(by) } }, at(seconds));
const row = (by: Party, index: number, startMs: number, seconds: number) =>
  makeEvent(
    'repetition.recorded',
    {
      repetition: { ...repetition, index, startMs, peakMs: startMs + 1_000, endMs: startMs + 2_000 },
      provenance: { ...provenance, source: source(by) },
    },
    at(seconds),
  );

/** The state after what each told, and what was refused of it. */
function tell(state: EncounterState, ...told: [Party, Parameters<typeof next>[1]][]) {
  const refused: string[] = [];
  const after = told.reduce((now, [by, event]) => {
    const result = next(now, event, by);
    if (!result.ok) refused.push(result.code);
    return result.ok ? result.state : now;
  }, state);
  return { after, refused };
}

describe('a value', () => {
  const armed = play([makeEvent('trial.armed')], open);

  test("is the patient's device's alone, until the therapist takes over", () => {
    expect(tell(armed, ['therapist', value('therapist', 5)]).refused).toEqual(['not-measuring']);
    expect(tell(armed, ['patient', value('patient', 5)]).refused).toEqual([]);
  });

  test("is the therapist's browser's from then on, and says so", () => {
    const { after, refused } = tell(
      armed,
      ['therapist', handOver],
      ['patient', value('patient', 5)],
      ['therapist', value('therapist', 6)],
    );
    expect(refused).toEqual(['not-measuring']);
    expect(after.trials[0]?.provenance?.source).toBe('therapist-browser');
  });

  test('that was measured before and comes late is kept', () => {
    const { after, refused } = tell(armed, ['therapist', handOver], ['patient', value('patient', -1)]);
    expect([refused, after.trials[0]?.status]).toEqual([[], 'unreviewed']);
  });

  test('is recorded once, whoever comes first', () => {
    const both: [Party, Parameters<typeof next>[1]][] = [
      ['patient', value('patient', -1)],
      ['therapist', value('therapist', 6)],
    ];
    for (const told of [both, both.toReversed()])
      expect(tell(armed, ['therapist', handOver], ...told).refused).toEqual(['already-recorded']);
  });

  test('does not name a device that is not its own', () => {
    const { after } = tell(armed, ['therapist', handOver]);
    expect(tell(after, ['therapist', value('patient', 6)]).refused).toEqual(['other-source']);
    expect(tell(armed, ['patient', value('therapist', 5)]).refused).toEqual(['other-source']);
  });

  test("is the patient's device's again when it is given back", () => {
    const back = tell(armed, ['therapist', handOver], ['therapist', handBack]).after;
    expect(measuringDevice(back)).toBe('patient-device');
    expect(tell(back, ['therapist', value('therapist', 90)]).refused).toEqual(['not-measuring']);
    expect(tell(back, ['patient', value('patient', 90)]).refused).toEqual([]);
  });
});

describe('a set that is handed over', () => {
  const running = play([makeEvent('set.started')], open);
  const indices = (state: EncounterState) => state.sets[0]?.repetitions.map(({ index, startMs }) => [index, startMs]);

  test('goes on counting where it was', () => {
    const { after, refused } = tell(
      running,
      ['patient', row('patient', 1, 0, -8)],
      ['therapist', handOver],
      ['therapist', row('therapist', 2, 9_000, 5)],
    );
    expect([refused, indices(after)]).toEqual([
      [],
      [
        [1, 0],
        [2, 9_000],
      ],
    ]);
  });

  test('loses no row that comes late, and counts no movement twice', () => {
    const { after, refused } = tell(
      running,
      ['therapist', handOver],
      ['therapist', row('therapist', 1, 9_000, 5)],
      ['patient', row('patient', 1, 3_000, -2)],
      ['therapist', row('therapist', 2, 12_000, 8)],
      ['patient', row('patient', 1, 9_500, -1)],
    );
    expect(refused).toEqual(['known-repetition']);
    expect(indices(after)).toEqual([
      [1, 9_000],
      [2, 3_000],
      [3, 12_000],
    ]);
  });
});

describe('who measures', () => {
  test('is decided by the therapist, told by the patient: nobody else may', () => {
    expect(tell(open, ['patient', handOver]).refused).toEqual(['not-yours']);
    expect(tell(open, ['therapist', makeEvent('measuring.reported')]).refused).toEqual(['not-yours']);
  });

  test('changed during a set where the hand-over lies between its start and its end', () => {
    const state = play([handOver, handBack], open);
    const during = (startedAtMs: number, endedAtMs: number | null) =>
      turnsDuring(state, { startedAtMs: HANDED_OVER_MS + startedAtMs, endedAtMs }).map(({ by }) => by);
    expect(during(-5_000, HANDED_OVER_MS + 30_000)).toEqual(['therapist-browser']);
    expect(during(5_000, HANDED_OVER_MS + 30_000)).toEqual([]);
    expect(during(5_000, null)).toEqual(['patient-device']);
  });

  test('stays as it is when it is chosen again', () => {
    const once = play([handOver], open);
    expect(play([handOver], once)).toEqual(once);
  });

  test('is kept with its reason, and with what the device says of itself', () => {
    const { measuring } = play([makeEvent('measuring.reported', { trouble: 'cannot-measure' }), handOver], open);
    expect(measuring.trouble).toBe('cannot-measure');
    expect(measuring.turns.map(({ by, reason }) => [by, reason])).toEqual([
      ['patient-device', null],
      ['therapist-browser', 'too-slow'],
    ]);
    expect(play([makeEvent('measuring.reported', { trouble: null })], open).measuring.trouble).toBeNull();
  });

  test("was the patient's device in a state stored before there was a choice", () => {
    const { measuring: _, ...old } = open;
    expect(measuringDevice(upcastState(old as EncounterState))).toBe('patient-device');
  });
});
