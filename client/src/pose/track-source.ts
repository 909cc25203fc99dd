import type { LandmarkFrame } from '@plumbline/shared/measurement';
import type { PoseInfo, PoseSource, PoseState } from './source.ts';
import { createSubscriptions } from './subscriptions.ts';

export interface TrackSourceOptions {
  frames: readonly LandmarkFrame[];
  info: PoseInfo;
  /** 1 is real time; higher plays faster, while capture times keep their true distances. */
  speed?: number;
  /** Begins again after the last frame instead of becoming idle; capture times go on rising. */
  loop?: boolean;
}

/** Replays a recorded landmark track as if it were captured now: the first frame's capture time is the moment of start(). */
export function createTrackSource({ frames, info, speed = 1, loop = false }: TrackSourceOptions): PoseSource {
  const frameListeners = createSubscriptions<LandmarkFrame>();
  const stateListeners = createSubscriptions<PoseState>();
  let state: PoseState = { kind: 'idle' };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const enter = (next: PoseState) => {
    state = next;
    stateListeners.tell(next);
  };
  const firstMs = frames[0]?.captureMs ?? 0;
  const lastMs = frames.at(-1)?.captureMs ?? 0;
  /** One round, with a usual gap between the last frame and the first. */
  const roundMs = ((lastMs - firstMs) * frames.length) / Math.max(1, frames.length - 1);

  const play = (startedMs: number) => {
    let played = 0;
    const step = () => {
      const frame = frames[played % frames.length];
      if (!frame || (played >= frames.length && !loop)) {
        enter({ kind: 'idle' });
        return;
      }
      const mediaMs = frame.captureMs - firstMs + Math.floor(played / frames.length) * roundMs;
      const waitMs = startedMs + mediaMs / speed - performance.now();
      if (waitMs > 0) {
        timer = setTimeout(step, waitMs);
        return;
      }
      frameListeners.tell({ ...frame, sequence: played, captureMs: startedMs + mediaMs });
      played += 1;
      timer = setTimeout(step, 0);
    };
    step();
  };

  return {
    start() {
      if (state.kind === 'running') return;
      enter({ kind: 'running' });
      play(performance.now());
    },
    stop() {
      clearTimeout(timer);
      enter({ kind: 'idle' });
    },
    onFrame: frameListeners.add,
    onState: stateListeners.add,
    get state() {
      return state;
    },
    get info() {
      return info;
    },
  };
}
