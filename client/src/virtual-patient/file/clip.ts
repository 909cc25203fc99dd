import { projectTruth } from '../camera/project-truth.ts';
import type { MotionOptions } from '../motion/motion-for.ts';
import { type Act, createPerformance, type Performance } from '../motion/performance.ts';
import { completeStudio, type SomeStudio, type Studio } from '../studio/studio.ts';
import type { PasserBy } from './passer-by.ts';

/** One thing after another: a motion, or standing idle for a while. */
export type ScriptStep =
  | { id: string; options?: Omit<MotionOptions, 'body'> }
  | { idleMs: number; headingDegrees?: number };

/** What a clip shows. The truth depends on this and on nothing else. */
export interface ClipSpec {
  script: readonly ScriptStep[];
  studio?: SomeStudio;
  fps: number;
  width: number;
  height: number;
  /** A strip at the bottom edge that carries the number of the frame. */
  barCode?: boolean;
  quality?: 'fine' | 'live';
  passerBy?: PasserBy;
}

/** The truth beside a clip: what was performed, and for each frame the angle and the 33 points. */
export interface ClipTruth {
  fps: number;
  frames: number;
  durationMs: number;
  acts: Act[];
  perFrame: {
    timeMs: number;
    /** Index in `acts`. */
    act: number;
    angleDegrees: number | null;
    repetitionsDone: number;
    /** x, y, z of each point, as fractions of the frame. */
    image: number[];
    /** x, y, z of each point, in metres from mid-hip. */
    world: number[];
  }[];
}

interface Clip {
  spec: ClipSpec;
  studio: Studio;
  performance: Performance;
  acts: Act[];
  durationMs: number;
}

/** Lays a script out in time; it ends where the last step ends. */
export function layOut(spec: ClipSpec): Clip {
  const studio = completeStudio(spec.studio);
  const performance = createPerformance(studio.body);
  let atMs = 0;
  const acts = spec.script.map((step) => {
    if ('idleMs' in step) {
      const act = performance.add({ atMs, do: 'idle', headingDegrees: step.headingDegrees ?? 0 });
      atMs += step.idleMs;
      return act;
    }
    const act = performance.add({ atMs, do: 'perform', id: step.id, options: step.options ?? {} });
    atMs = act.endMs;
    return act;
  });
  if (atMs <= 0) throw new Error('The script of a clip is empty.');
  return { spec, studio, performance, acts, durationMs: atMs };
}

/** The truth of every frame of a clip. */
export function clipTruth(spec: ClipSpec): ClipTruth {
  const { studio, performance, acts, durationMs } = layOut(spec);
  const frames = Math.ceil((durationMs / 1000) * spec.fps);
  const round = (points: readonly { x: number; y: number; z: number }[]) =>
    points.flatMap(({ x, y, z }) => [x, y, z].map((value) => Math.round(value * 1e4) / 1e4));
  const perFrame = Array.from({ length: frames }, (_, i) => {
    const timeMs = (i * 1000) / spec.fps;
    const { act, angleDegrees, repetitionsDone } = performance.truthAt(timeMs);
    const { image, world } = projectTruth(
      performance.poseAt(timeMs),
      studio.body,
      studio.camera,
      spec.width / spec.height,
    );
    return { timeMs, act: acts.indexOf(act), angleDegrees, repetitionsDone, image: round(image), world: round(world) };
  });
  return { fps: spec.fps, frames, durationMs, acts, perFrame };
}
