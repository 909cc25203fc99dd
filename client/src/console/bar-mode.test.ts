import { makeEvent, play } from '@plumbline/shared/testing';
import { describe, expect, test } from 'vitest';
import { barMode } from './bar-mode.ts';

const arrived = makeEvent('patient.arrived');
const admitted = makeEvent('patient.admitted');
const armed = makeEvent('trial.armed');
const recorded = makeEvent('trial.recorded');
const started = makeEvent('set.started');
const open = [arrived, admitted];
const timed = makeEvent('timed.armed');
const went = [makeEvent('timed.called'), makeEvent('timed.went')];
const timedOver = [...went, makeEvent('timed.recorded')];

describe('the bar', () => {
  test.each([
    ['is closed while the patient waits', [arrived], 'closed'],
    ['offers what to do next after admission', open, 'idle'],
    ['follows a trial under way', [...open, armed], 'trial'],
    ['asks for a decision on what was recorded', [...open, armed, recorded], 'review'],
    ['is free again when it is kept', [...open, armed, recorded, makeEvent('trial.kept')], 'idle'],
    ['follows a set under way', [...open, started], 'set'],
    ['follows a timed test from getting ready on', [...open, timed], 'timed'],
    ['asks for a decision on a timed test', [...open, timed, ...timedOver], 'timed-review'],
    ['is free again when the timed test is void', [...open, timed, ...timedOver, makeEvent('timed.voided')], 'idle'],
    ['asks nothing of a timed test that was broken off', [...open, timed, ...went, makeEvent('timed.ended')], 'idle'],
    ['shows STOP before everything else', [...open, started, makeEvent('stop.pressed')], 'stopped'],
    ['is closed when the visit has ended', [...open, makeEvent('visit.ended')], 'closed'],
  ] as const)('%s', (_law, events, kind) => {
    expect(barMode(play(events), null).kind).toBe(kind);
  });

  test('does not let a choice hide a trial that waits for a decision', () => {
    expect(barMode(play([...open, armed, recorded]), 'count').kind).toBe('review');
  });

  test('shows the choice where nothing is more urgent', () => {
    expect(barMode(play(open), 'count')).toEqual({ kind: 'count' });
  });

  test('after STOP in a set, the set can be resumed', () => {
    const mode = barMode(play([...open, started, makeEvent('stop.pressed')]), null);
    expect(mode).toMatchObject({ kind: 'stopped', set: { status: 'stopped' } });
  });

  test('after STOP in a trial there is nothing to resume', () => {
    expect(barMode(play([...open, armed, makeEvent('stop.pressed')]), null)).toEqual({
      kind: 'stopped',
      set: null,
      screen: null,
    });
  });

  const screen = makeEvent('screen.started', { trialsPerStep: 1 });
  const steps = screen.body.steps.map((step, n) => {
    const trialId = `00000000-0000-4000-8000-00000000001${n}`;
    const asked = { ...step, measurementId: trialId, screen: { screenId: screen.body.screenId, step: n } };
    return [makeEvent('trial.armed', { trialId, ...asked }), makeEvent('trial.recorded', { trialId })];
  });

  test.each([
    ['tells what comes next in a screen, though values wait for review', [screen, ...steps[0]!], 'screen'],
    ['asks for one decision when the screen has it all', [screen, ...steps.flat()], 'screen-review'],
    ['asks for it early when the screen is ended', [screen, ...steps[0]!, makeEvent('screen.ended')], 'screen-review'],
    ['is free again when all is accepted', [screen, makeEvent('screen.accepted')], 'idle'],
    ['after STOP shows STOP, with the screen that can go on', [screen, makeEvent('stop.pressed')], 'stopped'],
  ] as const)('%s', (_law, events, kind) => {
    expect(barMode(play([...open, ...events]), null).kind).toBe(kind);
  });

  test('corrects a trial on request, even one that waits for a decision', () => {
    const state = play([...open, armed, recorded]);
    expect(barMode(state, { amend: armed.body.trialId })).toMatchObject({ kind: 'amend' });
    expect(barMode(state, { amend: 'no-such-trial' })).toMatchObject({ kind: 'review' });
  });
});
