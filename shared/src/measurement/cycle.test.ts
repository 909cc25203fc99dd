import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cycle, type CycleRule, type CycleState, createCycle, endCycle, foldCycle } from './cycle.ts';
import { seeded } from './make-performance.ts';

const RULE: CycleRule = { minExcursion: 30, minDurationMs: 600, rest: 5, work: 90, eitherEnd: false };

interface Signal {
  rest: number;
  peak: number;
  count: number;
  wayMs: number;
  topMs: number;
  restMs: number;
  fps: number;
  /** Values differ from the truth by up to this many degrees. */
  error: number;
  dropped: number;
  seed: number;
}

const USUAL = { rest: 5, peak: 95, count: 3, wayMs: 1_200, topMs: 300, restMs: 500 };
const PLAIN: Signal = { ...USUAL, fps: 15, error: 0, dropped: 0, seed: 1 };

/** Time and value of so many cycles, a second of rest before and after. */
function signalOf(over: Partial<Signal>): [atMs: number, value: number][] {
  const { rest, peak, count, wayMs, topMs, restMs, fps, error, dropped, seed } = { ...PLAIN, ...over };
  const random = seeded(seed);
  const cycleMs = 2 * wayMs + topMs + restMs;
  const values: [number, number][] = [];
  // Between two values that are kept, never more than half a way: what nobody saw cannot be counted.
  const mostLost = Math.min(5, Math.floor((wayMs / 2 / 1000) * fps) - 1);
  let lost = 0;
  for (let i = 0; (i * 1000) / fps < 2_000 + count * cycleMs; i++) {
    const atMs = (i * 1000) / fps;
    const inMs = atMs - 1_000 >= count * cycleMs || atMs < 1_000 ? cycleMs : (atMs - 1_000) % cycleMs;
    const share = inMs < wayMs ? inMs / wayMs : Math.max(0, Math.min(1, (2 * wayMs + topMs - inMs) / wayMs));
    lost = lost < mostLost && random() < dropped ? lost + 1 : 0;
    const wrong = error * (2 * random() - 1);
    const value = rest + ((peak - rest) * (1 - Math.cos(Math.PI * share))) / 2;
    if (lost === 0) values.push([5_000 + atMs, value + wrong]);
  }
  return values;
}

function play(values: readonly (readonly [number, number])[], rule = RULE): { closed: Cycle[]; state: CycleState } {
  const closed: Cycle[] = [];
  let state = createCycle();
  for (const [atMs, value] of values) {
    const after = foldCycle(state, rule, value, atMs);
    state = after.state;
    if (after.closed) closed.push(after.closed);
  }
  return { closed, state };
}

const complete = (cycles: readonly Cycle[]) => cycles.filter(({ reasons }) => reasons.length === 0);

const anySignal = fc.record({
  rest: fc.integer({ min: -5, max: 25 }),
  peak: fc.integer({ min: 70, max: 150 }),
  count: fc.integer({ min: 1, max: 4 }),
  wayMs: fc.integer({ min: 600, max: 5_000 }),
  topMs: fc.integer({ min: 0, max: 5_000 }),
  restMs: fc.integer({ min: 0, max: 5_000 }),
  fps: fc.constantFrom(5, 8, 15, 30, 60),
  error: fc.double({ min: 0, max: 4, noNaN: true }),
  dropped: fc.double({ min: 0, max: 0.3, noNaN: true }),
  seed: fc.integer({ min: 1, max: 1e6 }),
});

describe('any signal of full cycles', () => {
  test('counts each once: any rest, peak, tempo, rate, up to 30 % lost, each value wrong by up to 4°', () => {
    fc.assert(
      fc.property(anySignal, (signal) => {
        const { closed } = play(signalOf(signal));
        expect(closed.map(({ reasons }) => reasons)).toEqual(Array(signal.count).fill([]));
      }),
      { numRuns: 150 },
    );
  });

  test('tells peak and rest within 4° where the turn is held for 0.3 s', () => {
    fc.assert(
      fc.property(anySignal, (signal) => {
        const held = { ...signal, error: 0, dropped: 0, topMs: signal.topMs + 300, restMs: signal.restMs + 300 };
        for (const { peak, rest } of play(signalOf(held)).closed) {
          expect(Math.abs(peak - signal.peak)).toBeLessThan(4);
          expect(Math.abs(rest - signal.rest)).toBeLessThan(4);
        }
      }),
    );
  });

  test('has its times in order: start, peak, end, and the next after it', () => {
    fc.assert(
      fc.property(anySignal, (signal) => {
        const times = play(signalOf(signal)).closed.flatMap(({ startMs, outDoneMs, peakMs, backBeganMs, endMs }) => {
          expect(peakMs).toBeGreaterThanOrEqual(outDoneMs);
          expect(peakMs).toBeLessThanOrEqual(backBeganMs);
          return [startMs, outDoneMs, backBeganMs, endMs];
        });
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });

  test('does not depend on the time of day', () => {
    fc.assert(
      fc.property(anySignal, fc.integer({ min: 1, max: 1e9 }), (signal, later) => {
        const values = signalOf(signal);
        const shifted = values.map(([atMs, value]) => [atMs + later, value] as const);
        const [now, then] = [play(values).closed, play(shifted).closed];
        expect(then.map(({ reasons }) => reasons)).toEqual(now.map(({ reasons }) => reasons));
        for (const [i, { startMs }] of now.entries()) expect((then[i]?.startMs ?? 0) - later).toBeCloseTo(startMs, 3);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a cycle', () => {
  test.each([
    ['full', 95, []],
    ['half of the usual', 50, ['shallower-than-usual']],
    ['below the least', 30, ['too-small']],
  ])('%s after three full ones: %d° is told as %j', (_, peak, reasons) => {
    const before = signalOf({});
    const last = signalOf({ peak, count: 1 }).map(([ms, value]) => [ms + 20_000, value] as const);
    const rest = Array.from({ length: 150 }, (_unused, i) => [16_900 + i * 50, 5] as const).filter(
      ([ms]) => ms < 25_000,
    );
    const { closed } = play([...before, ...rest, ...last]);
    expect(closed.at(-1)?.reasons).toEqual(reasons);
    expect(complete(closed)).toHaveLength(reasons.length === 0 ? 4 : 3);
  });

  test('of a person who only ever goes half-way is a full one', () => {
    expect(complete(play(signalOf({ peak: 50 })).closed)).toHaveLength(3);
  });

  test('that says a range below the least never counts', () => {
    fc.assert(
      fc.property(anySignal, fc.integer({ min: 5, max: 60 }), (signal, reach) => {
        for (const { peak, rest, reasons } of play(signalOf({ ...signal, peak: signal.rest + reach })).closed) {
          if (peak - rest < RULE.minExcursion) expect(reasons).not.toEqual([]);
        }
      }),
    );
  });

  test('seen only from its turn on is told from where it ended', () => {
    const values = signalOf({ count: 1 }).filter(([ms]) => ms >= 5_000 + 1_000 + 1_300);
    const [only, ...others] = play(values).closed;
    expect(others).toEqual([]);
    expect(only?.reasons).toEqual(['start-not-seen']);
    expect(only?.rest).toBeLessThan(15);
  });

  test('under way at the end is told as far as it went', () => {
    const values = signalOf({ count: 1 }).filter(([ms]) => ms < 5_000 + 1_000 + 1_250);
    const { state, closed } = play(values);
    expect(closed).toEqual([]);
    const under = endCycle(state, RULE);
    expect(under?.reasons).toEqual(['end-not-seen']);
    expect(Math.abs((under?.peak ?? 0) - 95)).toBeLessThan(4);
  });

  test('held at the turn for two minutes is one', () => {
    expect(complete(play(signalOf({ count: 1, topMs: 120_000, fps: 30 })).closed)).toHaveLength(1);
  });

  test('interrupted by 1.6 s without a value is lost from view, by 1.4 s it is not', () => {
    const all = signalOf({ topMs: 2_500, count: 1, fps: 10 });
    const without = (ms: number) => all.filter(([at]) => at <= 7_500 || at > 7_500 + ms - 100);
    expect(play(without(1_600)).closed[0]?.reasons).toEqual(['lost-from-view']);
    expect(play(without(1_400)).closed.map(({ reasons }) => reasons)).toEqual([[]]);
  });
});

describe('where a person begins at the working end', () => {
  const turned = signalOf({ rest: 95, peak: 5 });

  test('an exercise that allows it counts from there', () => {
    expect(complete(play(turned, { ...RULE, eitherEnd: true }).closed)).toHaveLength(3);
  });

  test('another counts from the first rest on', () => {
    expect(complete(play(turned).closed)).toHaveLength(2);
  });
});
