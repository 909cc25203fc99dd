import type { EventBody, EventType, Provenance, TimedState } from '@plumbline/shared/encounter';
import {
  createTimed,
  foldTimed,
  goTimed,
  type LandmarkFrame,
  type LiveReading,
  passTimed,
  readTimed,
  type TimedFold,
  timedResult,
} from '@plumbline/shared/measurement';
import { findTimedTest, type TimedTest } from '@plumbline/shared/programme';

interface TimedWorkOptions {
  append: <T extends EventType>(type: T, body: EventBody<T>) => Promise<unknown>;
  provenance: () => Provenance;
}

/** A frame may be this long on its way from the camera before the clock is ended without it. */
const LATE_MS = 1_500;
const TICK_MS = 250;

/** One timed test on the patient's device, from getting ready to its one result. Frames' times are epoch ms of this device, as is "Go". */
export class TimedWork {
  readonly testId: string;
  readonly #options: TimedWorkOptions;
  #fold: TimedFold;
  #isLiftTold = false;
  #isTold = false;
  readonly #ticking: ReturnType<typeof setInterval>;

  constructor(timed: TimedState, fold: TimedFold, options: TimedWorkOptions) {
    this.testId = timed.testId;
    this.#options = options;
    this.#fold = fold;
    this.#ticking = setInterval(() => this.#tick(), TICK_MS);
  }

  /** Takes in the state: "Go" was said, or the therapist saw the foot leave. */
  follow({ go, lifted }: TimedState): void {
    if (go) this.#fold = goTimed(this.#fold, go.deviceMs);
    if (lifted) this.#isLiftTold = true;
  }

  onFrame(frame: LandmarkFrame): LiveReading {
    this.#fold = foldTimed(this.#fold, frame);
    this.#tell();
    return readTimed(this.#fold, frame);
  }

  stop(): void {
    clearInterval(this.#ticking);
  }

  /** The camera was away while the clock ran: what was missed cannot be told, the test is interrupted. One that only the key ends goes on. */
  breakOff(): void {
    const { goMs, test } = this.#fold;
    if (goMs === null || test.ends === 'key' || this.#isTold) return;
    this.#isTold = true;
    tellInterrupted(this.testId, test, this.#options);
  }

  /** The clock runs out also while no frame comes; but nothing is counted of what was not seen. */
  #tick(): void {
    const before = this.#fold;
    this.#fold = passTimed(before, performance.timeOrigin + performance.now() - LATE_MS);
    const { ended, lastMs } = this.#fold;
    if (ended && !before.ended && ended.atMs - (lastMs ?? 0) > LATE_MS) this.breakOff();
    this.#tell();
  }

  #tell(): void {
    const { testId } = this;
    const { goMs, stance } = this.#fold;
    if (goMs !== null && stance?.liftedMs != null && !this.#isLiftTold) {
      this.#isLiftTold = true;
      void this.#options.append('timed.lifted', { testId, liftedMs: stance.liftedMs, shownMs: null });
    }
    const result = timedResult(this.#fold);
    if (!result || this.#isTold) return;
    this.#isTold = true;
    void this.#options.append('timed.recorded', {
      testId,
      result: { ...result, standsAtS: [...result.standsAtS], timedBy: result.endedBy === 'clock' ? 'clock' : 'camera' },
      provenance: this.#options.provenance(),
    });
  }
}

/** The work of a test that gets ready here. One that already runs was begun by a page that is gone: it is told as interrupted, and there is no work. */
export function takeUpTimed(timed: TimedState, options: TimedWorkOptions): TimedWork | null {
  const test = findTimedTest(timed.test);
  if (!test) return null;
  if (timed.status === 'armed' || timed.status === 'called')
    return new TimedWork(timed, createTimed(test, { side: timed.side }), options);
  tellInterrupted(timed.testId, test, options);
  return null;
}

function tellInterrupted(testId: string, test: TimedTest, { append, provenance }: TimedWorkOptions): void {
  void append('timed.recorded', {
    testId,
    result: {
      value: null,
      unit: test.result,
      uncertaintySeconds: null,
      endedBy: 'interrupted',
      timedBy: 'clock',
      lastWasUnderWay: false,
      standsAtS: [],
    },
    provenance: provenance(),
  });
}
