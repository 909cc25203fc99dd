import type { Body } from '../figure/body.ts';
import type { PoseSpec } from '../figure/pose-spec.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { trueAngle } from '../figure/true-angle.ts';
import { blendPoses } from './blend-poses.ts';
import { ease, type Motion, type PrimaryAngle, type Prop, type TrueRepetition } from './motion.ts';
import { type MotionOptions, motionFor } from './motion-for.ts';
import { standing } from './standing.ts';
import { sway } from './sway.ts';

/** What the figure is told to do, and from when, in ms on the caller's clock. */
export type Order = { atMs: number } & (
  | { do: 'idle'; headingDegrees?: number }
  | { do: 'perform'; id: string; options?: Omit<MotionOptions, 'body'> }
);

/** One motion as it is truly performed: its times are on the caller's clock. */
export interface Act {
  id: string;
  /** The figure has taken its place; before that it moves over from what it did. */
  startMs: number;
  endMs: number;
  primary: PrimaryAngle | null;
  repetitions: readonly TrueRepetition[];
}

/** What is true at an instant. */
export interface Truth {
  act: Act;
  /** The primary angle in degrees; null while idle. */
  angleDegrees: number | null;
  repetitionsDone: number;
}

/** Carries out orders one after another without jumps; the same orders give the same poses on every clock. */
export interface Performance {
  /** Adds an order, later than all before it, and says what will happen. */
  add(order: Order): Act;
  poseAt(ms: number): PoseSpec;
  propsAt(ms: number): readonly Prop[];
  truthAt(ms: number): Truth;
  /** When the last order is finished; at once for idle. */
  endMs(): number;
}

interface Scene {
  order: Order;
  act: Act;
  motion: Motion | null;
  from: PoseSpec | null;
}

const TAKE_PLACE_MS = 900;
const TURN_ROUND_MS = 1500;
const noProps: readonly Prop[] = [];

/** A performance that begins with standing idle, facing the camera. */
export function createPerformance(body: Body): Performance {
  const first: Order = { atMs: Number.NEGATIVE_INFINITY, do: 'idle' };
  const scenes: Scene[] = [{ order: first, act: idleAct(first.atMs), motion: null, from: null }];
  const sceneAt = (ms: number): Scene => scenes.findLast((s) => ms >= s.order.atMs)!;
  const scenePose = ({ order, motion, act, from }: Scene, ms: number): PoseSpec => {
    const to = motion ? motion.poseAt(ms - act.startMs) : idlePose(order, ms);
    if (!from || ms >= act.startMs) return to;
    return blendPoses(from, to, ease((ms - order.atMs) / (act.startMs - order.atMs)), body);
  };
  return {
    add(order) {
      const last = scenes.at(-1)!;
      if (order.atMs < last.order.atMs) throw new Error('Orders come in the order of their times.');
      const motion = order.do === 'perform' ? motionFor(order.id, { ...order.options, body }) : null;
      const isOpening = scenes.length === 1 && order.atMs <= 0;
      const from = isOpening ? null : scenePose(sceneAt(order.atMs), order.atMs);
      const to = motion ? motion.poseAt(0) : idlePose(order, order.atMs);
      const startMs = order.atMs + (from ? timeToTakePlace(from, to) : 0);
      const act = motion ? motionAct(motion, startMs) : idleAct(startMs);
      scenes.push({ order, act, motion, from });
      return act;
    },
    poseAt: (ms) => scenePose(sceneAt(ms), ms),
    propsAt: (ms) => sceneAt(ms).motion?.props ?? noProps,
    truthAt(ms) {
      const { act } = sceneAt(ms);
      const pose = solvePose(scenePose(sceneAt(ms), ms), body);
      return {
        act,
        angleDegrees: act.primary ? trueAngle(pose, act.primary) : null,
        repetitionsDone: act.repetitions.filter((r) => r.endMs <= ms).length,
      };
    },
    endMs: () => scenes.at(-1)!.act.endMs,
  };
}

function idlePose(order: Order, ms: number): PoseSpec {
  const headingDegrees = order.do === 'idle' ? (order.headingDegrees ?? 0) : 0;
  return sway({ ...standing(), placement: { x: 0, z: 0, headingDegrees } }, Number.isFinite(ms) ? ms : 0);
}

function idleAct(startMs: number): Act {
  return { id: 'idle', startMs, endMs: startMs, primary: null, repetitions: [] };
}

function motionAct(motion: Motion, startMs: number): Act {
  const repetitions = motion.repetitions.map((r) => ({
    ...r,
    startMs: r.startMs + startMs,
    peakMs: r.peakMs + startMs,
    peakEndMs: r.peakEndMs + startMs,
    endMs: r.endMs + startMs,
  }));
  return { id: motion.id, startMs, endMs: startMs + motion.durationMs, primary: motion.primary, repetitions };
}

function timeToTakePlace(from: PoseSpec, to: PoseSpec): number {
  const turn = Math.abs(((((to.placement.headingDegrees - from.placement.headingDegrees) % 360) + 540) % 360) - 180);
  return turn > 50 ? TURN_ROUND_MS : TAKE_PLACE_MS;
}
