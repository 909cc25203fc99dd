import { describe, expect, test } from 'vitest';
import { findManualMeasure } from './manual-measures.ts';
import { findProtocol } from './protocols.ts';
import {
  changeOver,
  estimatedScreenMs,
  findScreen,
  LONGEST_SCREEN_MS,
  SCREENS,
  type Screen,
  stepsOf,
} from './screens.ts';

const turnsOf = (screen: Screen) => {
  const steps = stepsOf(screen, 'left');
  return steps.flatMap((step, i) => changeOver(steps[i - 1] ?? null, step).turn ?? []);
};

describe.each(SCREENS.map((screen) => [screen.id, screen] as const))('the %s screen', (_id, screen) => {
  test('takes no more than four minutes, with the time to turn and to sit down', () => {
    expect(estimatedScreenMs(stepsOf(screen, 'left'), screen.trialsPerStep)).toBeLessThanOrEqual(LONGEST_SCREEN_MS);
  });

  test('turns the patient once: from the front first, then each side at one stretch', () => {
    const turns = turnsOf(screen);
    expect(new Set(turns).size).toBe(turns.length);
    expect(turns.indexOf('front')).toBeLessThanOrEqual(0);
  });

  test('has protocols and measures that there are', () => {
    for (const { protocol } of screen.steps) expect(findProtocol(protocol), protocol).toBeDefined();
    for (const measure of screen.byHand) expect(findManualMeasure(measure), measure).toBeDefined();
  });

  test('measures nothing twice', () => {
    const steps = stepsOf(screen, 'right').map(({ protocol, side }) => `${protocol} ${side}`);
    expect(new Set(steps).size).toBe(steps.length);
  });

  test('takes the unaffected side first wherever it takes both', () => {
    const steps = stepsOf(screen, 'left');
    const firstOf = (protocol: string) => steps.find((step) => step.protocol === protocol)?.side;
    const isFrontal = ({ protocol }: { protocol: string }) => findProtocol(protocol)?.view === 'front';
    for (const step of steps.filter(isFrontal)) expect(firstOf(step.protocol)).toBe('left');
    expect(steps.find((step) => !isFrontal(step))?.side ?? 'left').toBe('left');
  });
});

test('a patient who sits down is told so, and the way back up as well', () => {
  const neck = findScreen('neck@1');
  const steps = neck ? stepsOf(neck, 'right') : [];
  expect(steps.map((step, i) => changeOver(steps[i - 1] ?? null, step))).toEqual([
    { turn: 'front', position: 'sitting' },
    { turn: null, position: null },
    { turn: null, position: 'standing' },
    { turn: null, position: null },
  ]);
});
