import type { HappenedAt } from '@plumbline/shared/encounter';
import { v4 as uuid } from 'uuid';

/** One question to the server about its time: our monotonic ms before and after, and what it said. */
export interface ClockSample {
  askedMs: number;
  answeredMs: number;
  serverMs: number;
}

/** `serverMs = monotonicMs + offsetMs`, good to ± uncertaintyMs. */
export interface ClockEstimate {
  offsetMs: number;
  uncertaintyMs: number;
}

/** Two quartz clocks drift apart by no more than about 50 ms in 1000 s. */
const DRIFT = 50e-6;

/** The best estimate at `nowMs`: of all samples the one with the least round trip, its age counted as drift. Null without samples. */
export function estimateClock(samples: readonly ClockSample[], nowMs: number): ClockEstimate | null {
  let best: ClockEstimate | null = null;
  for (const { askedMs, answeredMs, serverMs } of samples) {
    const middleMs = (askedMs + answeredMs) / 2;
    const uncertaintyMs = (answeredMs - askedMs) / 2 + Math.max(0, nowMs - middleMs) * DRIFT;
    if (!best || uncertaintyMs < best.uncertaintyMs) best = { offsetMs: serverMs - middleMs, uncertaintyMs };
  }
  return best;
}

/** Not so when the device slept in between, which stops the monotonic clock of many: then only the later one holds. */
function canBothBeTrue(earlier: ClockSample, later: ClockSample): boolean {
  const nowMs = later.answeredMs;
  const [a, b] = [estimateClock([earlier], nowMs), estimateClock([later], nowMs)];
  return a !== null && b !== null && Math.abs(a.offsetMs - b.offsetMs) <= a.uncertaintyMs + b.uncertaintyMs;
}

/** A page's own time before the server was asked may be anybody's guess. */
const UNDISCIPLINED_MS = 5_000;
const KEPT_SAMPLES = 8;

/** The device's clock, disciplined by the server's. */
export class DeviceClock {
  readonly bootId = uuid();
  #samples: ClockSample[] = [];

  add(sample: ClockSample): void {
    const agreeing = this.#samples.filter((earlier) => canBothBeTrue(earlier, sample));
    this.#samples = [...agreeing, sample].slice(-KEPT_SAMPLES);
  }

  /** The instant `monotonicMs` (performance.now) as it goes into an event. */
  at(monotonicMs = performance.now()): HappenedAt {
    const estimate = estimateClock(this.#samples, monotonicMs) ?? {
      offsetMs: performance.timeOrigin,
      uncertaintyMs: UNDISCIPLINED_MS,
    };
    return {
      bootId: this.bootId,
      monotonicMs,
      serverMs: Math.round(monotonicMs + estimate.offsetMs),
      uncertaintyMs: Math.ceil(estimate.uncertaintyMs),
    };
  }
}
