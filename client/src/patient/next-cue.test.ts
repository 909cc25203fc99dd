import { makeEvent, play } from '@plumbline/shared/testing';
import { expect, test } from 'vitest';
import { nextCueFor } from './next-cue.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const steps = [
  { protocol: 'shoulder-abduction@1', side: 'left' as const },
  { protocol: 'shoulder-flexion@1', side: 'left' as const },
];
const started = play([
  makeEvent('patient.arrived'),
  makeEvent('patient.admitted'),
  makeEvent('screen.started', { screenId: id(1), steps, trialsPerStep: 1 }),
]);
const arm = makeEvent('trial.armed', { trialId: id(2), ...steps[0], screen: { screenId: id(1), step: 0 } });
const seen = makeEvent('trial.recorded', { trialId: id(2) });
const unseen = { ...seen, body: { ...seen.body, result: { ...seen.body.result, valueDegrees: null } } };

test('before the first movement the patient is told how to stand', () => {
  expect(nextCueFor(started)).toMatchObject({ protocol: 'shoulder-abduction@1', turns: true, wasSeen: null });
});

test('between two movements the patient hears what comes next, and to turn for it', () => {
  expect(nextCueFor(play([arm, seen], started))).toMatchObject({
    protocol: 'shoulder-flexion@1',
    turns: true,
    wasSeen: true,
  });
});

test('what was not seen is asked for once more, in the same place', () => {
  const cue = nextCueFor(play([arm, unseen], started));
  expect(cue).toMatchObject({ protocol: 'shoulder-abduction@1', turns: false, wasSeen: false });
});

test.each([
  ['while the patient moves', [arm]],
  ['while the screen is paused', [makeEvent('screen.paused', { screenId: id(1) })]],
  ['after STOP', [makeEvent('stop.pressed')]],
  ['when all was done', [arm, seen, makeEvent('screen.skipped', { screenId: id(1), step: 1 })]],
] as const)('%s nothing is told of a next one', (_when, events) => {
  expect(nextCueFor(play(events, started))).toBeNull();
});
