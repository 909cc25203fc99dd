import { EMPTY_STATE } from '@plumbline/shared/encounter';
import { makeEvent, play } from '@plumbline/shared/testing';
import { describe, expect, test } from 'vitest';
import { screenFor } from './screen.ts';

const waiting = play([makeEvent('patient.arrived')]);
const open = play([makeEvent('patient.arrived'), makeEvent('patient.admitted')]);
const ended = play([makeEvent('visit.ended')], open);

describe("the patient's screen", () => {
  test.each([
    ['name', EMPTY_STATE, null, false],
    ['stranger', EMPTY_STATE, false, false],
    ['check', EMPTY_STATE, true, false],
    ['waiting', waiting, true, true],
    ['visit', open, true, true],
    ['check', open, true, false],
    ['ended', ended, true, true],
  ] as const)('is %s', (screen, state, nameIsRight, checked) => {
    expect(screenFor({ status: 'ready', state }, { nameIsRight, checked })).toBe(screen);
  });

  test('ended means ended, whoever holds the phone', () => {
    expect(screenFor({ status: 'ready', state: ended }, { nameIsRight: null, checked: false })).toBe('ended');
  });

  test('another tab comes first', () => {
    expect(screenFor({ status: 'other-tab', state: open }, { nameIsRight: true, checked: true })).toBe('other-tab');
  });
});
