import { describe, expect, test } from 'vitest';
import { makeEvent, play } from './make-event.ts';
import { next } from './next.ts';
import { EVENT_PARTIES } from './parties.ts';
import { countComplete, EMPTY_STATE } from './state.ts';

const arrived = makeEvent('patient.arrived');
const admitted = makeEvent('patient.admitted');
const open = play([arrived, admitted]);
const started = makeEvent('set.started', { setId: id(1) });
const armed = makeEvent('trial.armed', { trialId: id(2) });

function id(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

describe('the encounter', () => {
  test('lets nobody be admitted who does not wait', () => {
    expect(next(EMPTY_STATE, admitted, 'therapist')).toEqual({ ok: false, code: 'nobody-waits' });
  });

  test('refuses a decision from the other party', () => {
    expect(next(play([arrived]), admitted, 'patient')).toEqual({ ok: false, code: 'not-yours' });
  });

  test('runs one thing at a time', () => {
    expect(next(play([arrived, admitted, started]), armed, 'therapist')).toEqual({ ok: false, code: 'busy' });
  });

  test('stops the set under way and lets it resume with its rows', () => {
    const row = makeEvent('repetition.recorded', { setId: id(1) });
    const stopped = play([started, row, makeEvent('stop.pressed')], open);
    expect(stopped).toMatchObject({ active: null, stop: { by: 'patient' }, sets: [{ status: 'stopped' }] });
    const resumed = play([makeEvent('stop.resolved', { choice: 'resume' })], stopped);
    expect(resumed).toMatchObject({ active: { kind: 'set' }, stop: null, sets: [{ status: 'running' }] });
    expect(countComplete(resumed.sets[0]!)).toBe(1);
  });

  test('starts nothing while stopped', () => {
    expect(next(play([makeEvent('stop.pressed')], open), started, 'therapist')).toEqual({ ok: false, code: 'stopped' });
  });

  test('stores a repetition once, even if it comes in two events', () => {
    const row = makeEvent('repetition.recorded', { setId: id(1) });
    const state = play([started, row], open);
    expect(next(state, makeEvent('repetition.recorded', { setId: id(1) }), 'patient')).toEqual({
      ok: false,
      code: 'known-repetition',
    });
  });

  test('keeps what was measured when it arrives after the end', () => {
    const ended = play([started, makeEvent('visit.ended')], open);
    const late = next(ended, makeEvent('repetition.recorded', { setId: id(1) }), 'patient');
    expect(late).toMatchObject({ ok: true, state: { status: 'ended', sets: [{ repetitions: [{ index: 1 }] }] } });
  });

  test('ended means ended', () => {
    const ended = play([makeEvent('visit.ended')], open);
    expect(next(ended, arrived, 'patient')).toEqual({ ok: false, code: 'ended' });
    expect(next(ended, started, 'therapist')).toEqual({ ok: false, code: 'ended' });
  });

  test('is reviewed after its end: what came in late, and mistakes found while the note is written', () => {
    const trialId = id(2);
    const ended = play([armed, makeEvent('trial.recorded', { trialId }), makeEvent('visit.ended')], open);
    const kept = play([makeEvent('trial.kept', { trialId }), makeEvent('trial.amended', { trialId })], ended);
    expect(kept.trials).toMatchObject([{ status: 'kept', amendments: [{ reason: 'joint-hidden' }] }]);
    expect(next(ended, makeEvent('value.entered'), 'therapist')).toEqual({ ok: false, code: 'ended' });
  });

  test('cannot keep a trial that gave no value', () => {
    const recorded = makeEvent('trial.recorded', { trialId: id(2) });
    const refused = {
      ...recorded,
      body: { ...recorded.body, result: { ...recorded.body.result, valueDegrees: null } },
    };
    const state = play([armed, refused], open);
    expect(next(state, makeEvent('trial.kept', { trialId: id(2) }), 'therapist')).toEqual({
      ok: false,
      code: 'no-value',
    });
  });

  test('a kept trial has its value, and the device is free again', () => {
    const state = play(
      [armed, makeEvent('trial.recorded', { trialId: id(2) }), makeEvent('trial.kept', { trialId: id(2) })],
      open,
    );
    expect(state).toMatchObject({ active: null, trials: [{ status: 'kept', result: { valueDegrees: 92 } }] });
  });

  test('names a party for every event', () => {
    for (const parties of Object.values(EVENT_PARTIES)) expect(parties.length).toBeGreaterThan(0);
  });
});
