import type { LandmarkFrame } from '@plumbline/shared/measurement';
import type { ModelSize, PoseSource, PoseState } from './source.ts';
import { createSubscriptions } from './subscriptions.ts';

/** Median pause between pictures at which the smaller model serves better than a good one that is slow: 4 a second. */
const TOO_SLOW_MS = 250;
/** So many pauses are looked at before deciding. */
const LOOKED_AT = 24;
/** A longer pause is a sleeping tab or a lost camera, not a slow engine. */
const BREAK_MS = 5_000;

const key = (version: string) => `plumbline.pose.model.${version}`;

export interface AdaptiveSourceOptions {
  /** A source with that model, not started. */
  sourceWith(model: ModelSize): PoseSource;
  version: string;
  storage: Storage | null;
}

/** A source that begins with the full model and turns to the lite one where the device is too slow for it; what served is remembered for this device. */
export function createAdaptiveSource({ sourceWith, version, storage }: AdaptiveSourceOptions): PoseSource {
  const frames = createSubscriptions<LandmarkFrame>();
  const states = createSubscriptions<PoseState>();
  let model: ModelSize = storage?.getItem(key(version)) === 'lite' ? 'lite' : 'full';
  let source = sourceWith(model);
  let pauses: number[] = [];
  let lastMs: number | null = null;
  let leave = listen();

  function listen(): () => void {
    const offs = [source.onFrame(heard), source.onState(states.tell)];
    return () => {
      for (const off of offs) off();
    };
  }

  function heard(frame: LandmarkFrame): void {
    frames.tell(frame);
    if (model !== 'full') return;
    const pause = lastMs === null ? null : frame.captureMs - lastMs;
    lastMs = frame.captureMs;
    if (pause === null || pause > BREAK_MS) return;
    pauses = [...pauses, pause].slice(-LOOKED_AT);
    if (pauses.length < LOOKED_AT) return;
    const median = [...pauses].sort((a, b) => a - b)[LOOKED_AT / 2] ?? 0;
    if (median > TOO_SLOW_MS) turnToLite();
  }

  function turnToLite(): void {
    leave();
    source.stop();
    model = 'lite';
    try {
      storage?.setItem(key(version), model);
    } catch {
      // A full or forbidden storage only means that the next start tries the full model again.
    }
    source = sourceWith(model);
    leave = listen();
    source.start();
  }

  return {
    start: () => source.start(),
    stop: () => source.stop(),
    onFrame: frames.add,
    onState: states.add,
    get state() {
      return source.state;
    },
    get info() {
      return source.info;
    },
  };
}
