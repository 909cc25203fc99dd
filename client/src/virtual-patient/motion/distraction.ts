import type { Side } from '@plumbline/shared/measurement';
import type { Body } from '../figure/body.ts';
import type { PoseSpec } from '../figure/pose-spec.ts';
import type { Motion, Prop } from './motion.ts';

/** How something that is no exercise is done. */
export interface DistractionOptions {
  body?: Body;
  /** For a dance and for talking: how long it lasts. */
  durationMs?: number;
}

/** Something that is no exercise, as a motion: a counter must count nothing in it. It has no repetitions. */
export function distraction(
  id: string,
  durationMs: number,
  poseAt: (timeMs: number) => PoseSpec,
  { props = [], side = 'left' }: { props?: readonly Prop[]; side?: Side } = {},
): Motion {
  const within = (timeMs: number) => Math.min(durationMs, Math.max(0, timeMs));
  return {
    id,
    durationMs,
    props,
    primary: { joint: 'knee', angle: 'flexion', side },
    repetitions: [],
    poseAt: (timeMs) => poseAt(within(timeMs)),
  };
}
