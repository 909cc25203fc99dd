import { EMPTY_STATE } from '@plumbline/shared/encounter';
import { makeEvent, play } from '@plumbline/shared/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ObedientPatient, simulationOf } from './simulation.ts';

const SET = '00000000-0000-4000-8000-00000000000a';
const open = play([makeEvent('patient.arrived'), makeEvent('patient.admitted')], EMPTY_STATE);
const counting = play([makeEvent('set.started', { setId: SET })], open);

function makeCamera() {
  const orders: string[] = [];
  return {
    orders,
    perform(id: string, motion: { repetitions?: number } = {}, atMs = 0) {
      orders.push(`${motion.repetitions} × ${id}`);
      return { endMs: atMs + 30_000 } as never;
    },
    idle: () => void orders.push('idle'),
  };
}

function row(index: number) {
  const sample = makeEvent('repetition.recorded').body.repetition;
  return makeEvent('repetition.recorded', { setId: SET, repetition: { ...sample, index } });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the virtual patient does what is asked once, and again only what was not seen', () => {
  const camera = makeCamera();
  const patient = new ObedientPatient(camera);
  patient.follow(counting);
  patient.follow(counting);
  expect(camera.orders).toEqual(['8 × squat']);
  const seen = play([1, 2, 3, 4, 5, 6].map(row), counting);
  patient.follow(seen);
  vi.advanceTimersByTime(60_000);
  expect(camera.orders).toEqual(['8 × squat', '2 × squat']);
  patient.follow(play([row(7), row(8)], seen));
  vi.advanceTimersByTime(600_000);
  expect(camera.orders).toEqual(['8 × squat', '2 × squat']);
});

test('the virtual patient sits and waits for “Go” in a chair stand, then stands up and sits down until it is over', () => {
  const camera = makeCamera();
  const patient = new ObedientPatient(camera);
  const armed = play([makeEvent('timed.armed'), makeEvent('timed.called')], open);
  patient.follow(armed);
  expect(camera.orders).toEqual(['1 × sit-to-stand']);
  const running = play([makeEvent('timed.went')], armed);
  patient.follow(running);
  patient.follow(running);
  patient.follow(play([makeEvent('timed.recorded')], running));
  expect(camera.orders).toEqual(['1 × sit-to-stand', '20 × sit-to-stand', 'idle']);
});

test('the virtual patient stands still as soon as the set is over', () => {
  const camera = makeCamera();
  const patient = new ObedientPatient(camera);
  patient.follow(counting);
  patient.follow(play([makeEvent('set.ended', { setId: SET })], counting));
  vi.advanceTimersByTime(600_000);
  expect(camera.orders).toEqual(['8 × squat', 'idle']);
});

test.each([
  ['?camera=virtual', true, { kind: 'virtual' }],
  ['?camera=virtual', false, null],
  ['?track=/tracks/a.json', true, { kind: 'track', url: '/tracks/a.json', speed: 1 }],
  ['?track=/tracks/a.json&speed=10', true, { kind: 'track', url: '/tracks/a.json', speed: 10 }],
  ['?track=/tracks/a.json&speed=1000', true, { kind: 'track', url: '/tracks/a.json', speed: 1 }],
  ['?track=https://elsewhere.test/a.json', true, null],
  ['?track=//elsewhere.test/a.json', true, null],
  ['', true, null],
])('a page asked for "%s" where simulation is %s gets %o', (search, simulation, expected) => {
  expect(simulationOf({ simulation }, search)).toEqual(expected);
});
