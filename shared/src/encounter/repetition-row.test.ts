import { expect, test } from 'vitest';
import { EVENT_BODIES } from './bodies.ts';
import { makeEvent, play } from './make-event.ts';
import { type EncounterState, upcastState } from './state.ts';

const open = play([makeEvent('patient.arrived'), makeEvent('patient.admitted')]);
const { findings: _f, judged: _j, confidence: _c, ...old } = makeEvent('repetition.recorded').body.repetition;

test('a row of before repetitions were watched is read with nothing found, nothing judged, no confidence', () => {
  const body = { ...makeEvent('repetition.recorded').body, repetition: old };
  const { repetition } = EVENT_BODIES['repetition.recorded'].parse(body);
  expect(repetition).toEqual({ ...old, findings: [], judged: [], confidence: null });
});

test('so is one in a stored state', () => {
  const state = play([makeEvent('set.started'), makeEvent('repetition.recorded')], open);
  const stored = { ...state, sets: state.sets.map((set) => ({ ...set, repetitions: [old] })) };
  expect(upcastState(JSON.parse(JSON.stringify(stored)) as EncounterState)).toEqual(state);
});
