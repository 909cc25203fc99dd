import type { Side } from '@plumbline/shared/measurement';
import { averageBody, type Body } from '../figure/body.ts';
import type { PoseSpec } from '../figure/pose-spec.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { trueAngle } from '../figure/true-angle.ts';
import { armExercises } from './arm-exercises.ts';
import { chairExercises, seatedKneeBend } from './chair-exercises.ts';
import type { Exercise, Setting } from './exercise.ts';
import { floorExercises } from './floor-exercises.ts';
import { legExercises } from './leg-exercises.ts';
import { ease, type Motion, parseTempo, type TrueRepetition } from './motion.ts';
import { stepExercises } from './step-exercises.ts';
import { sway } from './sway.ts';
import { trunkExercises } from './trunk-exercises.ts';

const exercises = {
  ...armExercises,
  ...legExercises,
  ...stepExercises,
  ...chairExercises,
  ...trunkExercises,
  ...floorExercises,
};
export type MotionId = keyof typeof exercises;

/** The exercises and protocols the figure can perform. */
export const motionIds = Object.keys(exercises) as MotionId[];

export function isMotionId(id: string): id is MotionId {
  return Object.hasOwn(exercises, id);
}

export interface MotionOptions {
  /** The side measured; `both` moves both limbs and measures the left. */
  side?: Side | 'both';
  /** Eccentric-pause-concentric-pause in seconds, such as `3-1-3-0`. */
  tempo?: string;
  /** How far the primary angle goes; a list gives each repetition its own, so that some can be partial. */
  peakDegrees?: number | readonly number[];
  repetitions?: number;
  /** Standing still before the first and after the last repetition. */
  leadInMs?: number;
  leadOutMs?: number;
  /** Which way the figure faces: the view its measurement needs, or degrees (0 faces the camera, 90 shows the right side). */
  facing?: 'measured' | number;
  position?: 'standing' | 'seated';
  /** What the trunk does to help, in degrees at the peak: side bend away from the moving side, or leaning forward (negative back). */
  compensation?: { sideBend?: number; flexion?: number };
  /** Trembling of the primary angle while it moves and holds, ± degrees. */
  trembleDegrees?: number;
  body?: Body;
}

/** A motion with its truth. Throws on an unknown id, an impossible tempo or no repetitions. */
export function motionFor(id: string, options: MotionOptions = {}): Motion {
  if (!isMotionId(id)) throw new Error(`No motion "${id}"; there are ${motionIds.join(', ')}.`);
  const seatedKnee = id === 'knee-flexion' && options.position === 'seated';
  const exercise: Exercise = seatedKnee ? seatedKneeBend : exercises[id];
  const setting: Setting = {
    side: options.side === 'right' ? 'right' : 'left',
    both: options.side === 'both' || (options.side === undefined && !exerciseIsProtocol(id)),
    body: options.body ?? averageBody,
    position: options.position ?? 'standing',
  };
  const headingDegrees = headingFor(exercise, setting.side, options.facing ?? 'measured');
  const range = exercise.range?.(setting) ?? exercise;
  const schedule = timetable(exercise, range, options);
  const pose = (timeMs: number): PoseSpec => {
    const { degrees, share, repetition } = schedule.at(timeMs);
    const shaken = degrees + tremble(timeMs, share, options.trembleDegrees ?? 0);
    const pure = exercise.pose(shaken, share, setting, repetition);
    const posed = options.compensation ? compensate(pure, share, setting.side, options.compensation) : pure;
    return sway({ ...posed, placement: { x: 0, z: 0, headingDegrees } }, timeMs);
  };
  const primary = exercise.primary(setting);
  const angle = (timeMs: number) => trueAngle(solvePose(pose(timeMs), setting.body), primary);
  return {
    id,
    durationMs: schedule.durationMs,
    props: exercise.props?.(setting) ?? [],
    primary,
    repetitions: schedule.repetitions.map((r) => ({
      ...r,
      startDegrees: angle(r.startMs),
      peakDegrees: angle(r.peakMs),
    })),
    poseAt: pose,
  };
}

/** A tremor of about six a second that comes with the effort. */
function tremble(timeMs: number, share: number, degrees: number): number {
  const t = (2 * Math.PI * timeMs) / 1000;
  return degrees * Math.min(1, share * 5) * (0.65 * Math.sin(6.1 * t) + 0.35 * Math.sin(8.3 * t + 1));
}

function compensate(
  pose: PoseSpec,
  share: number,
  side: Side,
  { sideBend = 0, flexion = 0 }: { sideBend?: number; flexion?: number },
): PoseSpec {
  const { trunk, neck } = pose.joints;
  const away = (side === 'left' ? -1 : 1) * sideBend * share;
  return {
    ...pose,
    joints: {
      ...pose.joints,
      trunk: { ...trunk, flexion: (trunk?.flexion ?? 0) + flexion * share, sideBend: (trunk?.sideBend ?? 0) + away },
      neck: { ...neck, sideBend: (neck?.sideBend ?? 0) - 0.6 * away },
    },
  };
}

const protocols = new Set<string>(['shoulder-abduction', 'shoulder-flexion', 'elbow-flexion', 'knee-flexion']);

function exerciseIsProtocol(id: MotionId): boolean {
  return protocols.has(id);
}

/** Degrees that turn the measured side, or the front, to the camera. */
function headingFor({ view }: Exercise, side: Side, facing: 'measured' | number): number {
  if (facing !== 'measured') return facing;
  return view === 'front' ? 0 : side === 'right' ? 90 : -90;
}

interface Range {
  startDegrees: number;
  peakDegrees: number;
}

/** When which repetition is how far. */
function timetable({ lifts, tempo: usual }: Exercise, range: Range, options: MotionOptions) {
  const [eccentric, afterEccentric, concentric, afterConcentric] = parseTempo(options.tempo ?? usual).map(
    (s) => s * 1000,
  ) as [number, number, number, number];
  const [outMs, holdMs, backMs, restMs] =
    lifts === 'out'
      ? [concentric, afterConcentric, eccentric, afterEccentric]
      : [eccentric, afterEccentric, concentric, afterConcentric];
  if (outMs <= 0 || backMs <= 0) throw new Error('A tempo needs time for both movements: digits 1 and 3 above zero.');
  const peaks = typeof options.peakDegrees === 'object' ? options.peakDegrees : null;
  const count = peaks?.length ?? options.repetitions ?? 3;
  if (!Number.isInteger(count) || count < 1) throw new Error('A motion needs at least one repetition.');
  const peakOf = (i: number) => peaks?.[i] ?? (options.peakDegrees as number | undefined) ?? range.peakDegrees;
  const leadIn = options.leadInMs ?? 2000;
  const cycle = outMs + holdMs + backMs + restMs;
  const repetitions = Array.from({ length: count }, (_, i): TrueRepetition => {
    const startMs = leadIn + i * cycle;
    return {
      startMs,
      peakMs: startMs + outMs,
      peakEndMs: startMs + outMs + holdMs,
      endMs: startMs + outMs + holdMs + backMs,
      startDegrees: range.startDegrees,
      peakDegrees: peakOf(i),
    };
  });
  const durationMs = repetitions.at(-1)!.endMs + (options.leadOutMs ?? 2000);
  const at = (timeMs: number) => {
    const i = Math.min(count - 1, Math.max(0, Math.floor((timeMs - leadIn) / cycle)));
    const t = timeMs - leadIn - i * cycle;
    const moved = t < outMs + holdMs ? ease(t / outMs) : 1 - ease((t - outMs - holdMs) / backMs);
    const degrees = range.startDegrees + (peakOf(i) - range.startDegrees) * moved;
    const share = (degrees - range.startDegrees) / (range.peakDegrees - range.startDegrees);
    return { degrees, share: Math.max(0, Math.min(1.2, share)), repetition: i };
  };
  return { durationMs, repetitions, at };
}
