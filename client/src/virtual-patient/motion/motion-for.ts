import type { Side } from '@plumbline/shared/measurement';
import { averageBody, type Body } from '../figure/body.ts';
import type { PoseSpec } from '../figure/pose-spec.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { trueAngle } from '../figure/true-angle.ts';
import { ankleProtocols } from './ankle-protocols.ts';
import { armExercises } from './arm-exercises.ts';
import { chairExercises } from './chair-exercises.ts';
import { type Compensation, compensate } from './compensation.ts';
import { distractions } from './distractions.ts';
import { tremble } from './effort.ts';
import type { Exercise, Setting } from './exercise.ts';
import { floorExercises } from './floor-exercises.ts';
import { hipProtocols } from './hip-protocols.ts';
import { legExercises } from './leg-exercises.ts';
import type { Motion } from './motion.ts';
import { oneLegExercises } from './one-leg-exercises.ts';
import { pushUps } from './push-ups.ts';
import { seatedVariant } from './seated-variants.ts';
import { stepExercises } from './step-exercises.ts';
import { sway } from './sway.ts';
import { balanceExercises } from './tandem-stance.ts';
import { timetable } from './timetable.ts';
import { trunkExercises } from './trunk-exercises.ts';

const exercises = {
  ...armExercises,
  ...hipProtocols,
  ...legExercises,
  ...oneLegExercises,
  ...balanceExercises,
  ...stepExercises,
  ...chairExercises,
  ...trunkExercises,
  ...pushUps,
  ...floorExercises,
  ...ankleProtocols,
};
export type MotionId = keyof typeof exercises;

/** The exercises and protocols the figure can perform. */
export const motionIds = Object.keys(exercises) as MotionId[];

/** The motions that are measured, one limb at a time, by their protocols' ids; the others are exercises. */
export const protocolMotionIds = [
  'shoulder-abduction',
  'shoulder-flexion',
  'shoulder-extension',
  'elbow-flexion',
  'elbow-extension',
  'hip-flexion',
  'hip-extension',
  'hip-abduction',
  'knee-flexion',
  'knee-extension',
  'trunk-inclination',
  'trunk-side-bend',
  'neck-side-bend',
  'ankle-dorsiflexion',
  'ankle-plantarflexion',
] as const satisfies readonly MotionId[];

const protocols: ReadonlySet<string> = new Set(protocolMotionIds);

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
  /** Where the primary angle rests, unlike the motion's own start: a joint that does not get to zero (a contracture). */
  startDegrees?: number;
  repetitions?: number;
  /** Standing still before the first and after the last repetition. */
  leadInMs?: number;
  leadOutMs?: number;
  /** Which way the figure faces: the view its measurement needs, or degrees (0 faces the camera, 90 shows the right side). */
  facing?: 'measured' | number;
  /** On a chair: arms, neck and knee-flexion; other motions have one position only. */
  position?: 'standing' | 'seated';
  compensation?: Compensation;
  /** Trembling of the primary angle while it moves and holds, ± degrees. */
  trembleDegrees?: number;
  body?: Body;
}

function isDistraction(id: string): id is keyof typeof distractions {
  return Object.hasOwn(distractions, id);
}

/** A motion with its truth; `walk-through` and `dance`, which are no exercises, have no repetitions. Throws on an unknown id, an impossible tempo or no repetitions. */
export function motionFor(id: string, options: MotionOptions = {}): Motion {
  if (isDistraction(id)) return distractions[id](options);
  if (!isMotionId(id)) throw new Error(`No motion "${id}"; there are ${motionIds.join(', ')}.`);
  const exercise: Exercise = (options.position === 'seated' && seatedVariant(id)) || exercises[id];
  const setting: Setting = {
    side: options.side === 'right' ? 'right' : 'left',
    both: options.side === 'both' || (options.side === undefined && !protocols.has(id)),
    body: options.body ?? averageBody,
    position: options.position ?? 'standing',
  };
  const headingDegrees = headingFor(exercise, setting.side, options.facing ?? 'measured');
  const range = exercise.range?.(setting) ?? exercise;
  const schedule = timetable(exercise, range, options);
  const pose = (timeMs: number): PoseSpec => {
    const { degrees, share, moved, repetition } = schedule.at(timeMs);
    const shaken = degrees + tremble(timeMs, moved, options.trembleDegrees ?? 0);
    const pure = exercise.pose(shaken, share, setting, repetition);
    const posed = options.compensation ? compensate(pure, moved, setting, options.compensation) : pure;
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

/** Degrees that turn the measured side, or the front, to the camera. */
function headingFor({ view }: Exercise, side: Side, facing: 'measured' | number): number {
  if (facing !== 'measured') return facing;
  return view === 'front' ? 0 : side === 'right' ? 90 : -90;
}
