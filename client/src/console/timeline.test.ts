import { makeEvent, play } from '@plumbline/shared/testing';
import { expect, test } from 'vitest';
import { timelineOf } from './timeline.ts';

const open = [makeEvent('patient.arrived'), makeEvent('patient.admitted')];
const repetition = makeEvent('repetition.recorded').body.repetition;

test('a set stands in its phase with its complete and its other rows counted apart', () => {
  const state = play([
    ...open,
    makeEvent('set.started', { phase: 'functional' }),
    makeEvent('repetition.recorded'),
    makeEvent('repetition.recorded', { repetition: { ...repetition, index: 2, validity: 'partial' } }),
  ]);
  expect(timelineOf(state).functional).toMatchObject([{ kind: 'set', complete: 1, partial: 1, isLive: true }]);
});

test('a measurement stands in mobility, live until its trial is decided', () => {
  const recorded = [...open, makeEvent('trial.armed'), makeEvent('trial.recorded')];
  expect(timelineOf(play(recorded)).mobility).toMatchObject([{ kind: 'measurement', isLive: true }]);
  expect(timelineOf(play([...recorded, makeEvent('trial.kept')])).mobility).toMatchObject([{ isLive: false }]);
});

test('a phase shows what was begun first on top', () => {
  const at = (serverMs: number) => ({
    happenedAt: { bootId: '00000000-0000-4000-8000-000000000001', monotonicMs: 1, serverMs, uncertaintyMs: 5 },
  });
  const state = play([
    ...open,
    makeEvent('set.started', { phase: 'mobility', exercise: 'arm-raise' }, at(1000)),
    makeEvent('set.ended', {}, at(2000)),
    makeEvent('trial.armed', {}, at(3000)),
  ]);
  expect(timelineOf(state).mobility.map(({ kind }) => kind)).toEqual(['set', 'measurement']);
});

test('what a screen has recorded is not live: it waits with the others', () => {
  const screen = makeEvent('screen.started');
  const asked = { ...screen.body.steps[0], screen: { screenId: screen.body.screenId, step: 0 } };
  const state = play([...open, screen, makeEvent('trial.armed', asked), makeEvent('trial.recorded')]);
  expect(timelineOf(state).mobility).toMatchObject([{ isLive: false, measured: { value: null } }]);
});
