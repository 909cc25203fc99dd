import { describe, expect, test } from 'vitest';
import { createDirector, type DirectorView } from './director.ts';
import type { DemoStep } from './script.ts';

interface FakeElement {
  disabled: boolean;
  pressed: number;
}

function makeFrame(elements: Record<string, FakeElement>): Document {
  const querySelector = (selector: string) => {
    const name = /~="(.+)"/.exec(selector)?.[1] ?? '';
    const fake = elements[name];
    if (!fake) return null;
    return {
      matches: () => fake.disabled,
      getClientRects: () => [1],
      getBoundingClientRect: () => ({ x: 1, y: 2, width: 3, height: 4 }),
      click: () => {
        fake.pressed += 1;
      },
    };
  };
  return { querySelector } as unknown as Document;
}

const steps: DemoStep[] = [
  { caption: 'one', frame: 'patient', element: 'first', act: 'press' },
  { caption: 'two', frame: 'therapist', element: 'second', act: 'await' },
];

function setUp(patient: Record<string, FakeElement>, therapist: Record<string, FakeElement>) {
  const seen: DirectorView[] = [];
  let clock = 0;
  const director = createDirector({
    steps,
    frames: { patient: () => makeFrame(patient), therapist: () => makeFrame(therapist) },
    onView: (view) => seen.push(view),
    pointMs: 100,
    stuckAfterMs: 1000,
    now: () => clock,
  });
  const tickAt = (ms: number) => {
    clock = ms;
    director.tick();
    return seen.at(-1);
  };
  return { tickAt };
}

describe('the director', () => {
  test('points first and presses once', () => {
    const first = { disabled: false, pressed: 0 };
    const { tickAt } = setUp({ first }, {});
    expect(tickAt(0)).toMatchObject({ phase: 'pointing', target: { frame: 'patient', x: 1 } });
    tickAt(100);
    tickAt(200);
    expect(first.pressed).toBe(1);
  });

  test('waits for a disabled button, and says so when it takes too long', () => {
    const first = { disabled: true, pressed: 0 };
    const { tickAt } = setUp({ first }, {});
    expect(tickAt(10)?.phase).toBe('waiting');
    expect(tickAt(1500)?.phase).toBe('stuck');
    first.disabled = false;
    tickAt(1600);
    tickAt(1700);
    expect(first.pressed).toBe(1);
  });

  test('is finished after the last step, without pressing what it only waited for', () => {
    const second = { disabled: false, pressed: 0 };
    const { tickAt } = setUp({ first: { disabled: false, pressed: 0 } }, { second });
    for (const ms of [0, 100, 200]) tickAt(ms);
    expect(tickAt(300)?.phase).toBe('finished');
    expect(second.pressed).toBe(0);
  });
});
