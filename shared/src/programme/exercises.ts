import type { AngleName } from '../measurement/index.ts';

export type Phase = 'mobility' | 'activation' | 'functional';

/** How one exercise is counted. Degrees are of `angle`, anatomical zero. */
export interface Exercise {
  id: string;
  version: number;
  phase: Phase;
  angle: AngleName;
  /** `fused`: image where the plane is seen, else metres. `mean`: both, where the limb's plane is not the trunk's. */
  method: 'fused' | 'mean';
  plane: 'frontal' | 'sagittal';
  /** `one`: the side asked for, else the better seen one. `both`: the mean of the two, which must move together. */
  limbs: 'one' | 'both';
  /** Where a repetition starts and ends, and where it turns. */
  restDegrees: number;
  workDegrees: number;
  /** Movement below this is no repetition at all. */
  minExcursionDegrees: number;
  /** A cycle quicker than this is not this exercise (a jump, a twitch). */
  minDurationMs: number;
  /** Whether muscles shorten on the way to the turn (curl) or on the way back (squat). */
  concentric: 'out' | 'back';
  /** People begin it at either end. */
  eitherEnd: boolean;
  /** The person stays where they are. */
  inPlace: boolean;
  /** `horizontal`: counted only while the trunk is (push-ups). */
  posture: 'any' | 'horizontal';
  /** Degrees off the plane at which the range is withheld; the count goes on. */
  refuseRangeOffPlaneDegrees: number;
  defaultTempo: string;
  /** Keys of texts; the client has the words. */
  cues: { out: string; back: string };
}

const usual = {
  version: 1,
  limbs: 'one',
  minDurationMs: 600,
  eitherEnd: false,
  inPlace: true,
  posture: 'any',
  refuseRangeOffPlaneDegrees: 40,
} as const;

type Draft = Omit<Exercise, keyof typeof usual | 'cues'> & Partial<Exercise>;

function exercise(draft: Draft): Exercise {
  return { ...usual, cues: { out: `${draft.id}.out`, back: `${draft.id}.back` }, ...draft };
}

/** The exercises that are counted by camera. */
export const EXERCISES: readonly Exercise[] = [
  exercise({
    id: 'squat',
    phase: 'functional',
    angle: 'knee-flexion',
    method: 'fused',
    plane: 'sagittal',
    limbs: 'both',
    restDegrees: 8,
    workDegrees: 90,
    minExcursionDegrees: 35,
    minDurationMs: 900,
    concentric: 'back',
    defaultTempo: '3-1-2-0',
  }),
  exercise({
    id: 'sit-to-stand',
    phase: 'functional',
    angle: 'knee-flexion',
    method: 'fused',
    plane: 'sagittal',
    limbs: 'both',
    restDegrees: 85,
    workDegrees: 8,
    minExcursionDegrees: 45,
    minDurationMs: 900,
    concentric: 'out',
    defaultTempo: '3-1-2-1',
  }),
  exercise({
    id: 'arm-raise',
    phase: 'mobility',
    angle: 'shoulder-abduction',
    method: 'mean',
    plane: 'frontal',
    restDegrees: 12,
    workDegrees: 110,
    minExcursionDegrees: 30,
    concentric: 'out',
    defaultTempo: '3-0-3-1',
  }),
  exercise({
    id: 'elbow-curl',
    phase: 'activation',
    angle: 'elbow-flexion',
    method: 'mean',
    plane: 'sagittal',
    restDegrees: 18,
    workDegrees: 125,
    minExcursionDegrees: 40,
    concentric: 'out',
    defaultTempo: '3-0-2-1',
  }),
  exercise({
    id: 'push-up',
    phase: 'functional',
    angle: 'elbow-flexion',
    method: 'mean',
    plane: 'sagittal',
    limbs: 'both',
    restDegrees: 15,
    workDegrees: 80,
    minExcursionDegrees: 30,
    concentric: 'back',
    posture: 'horizontal',
    refuseRangeOffPlaneDegrees: 50,
    defaultTempo: '3-1-2-0',
  }),
  exercise({
    id: 'overhead-triceps-extension',
    phase: 'activation',
    angle: 'elbow-flexion',
    method: 'mean',
    plane: 'sagittal',
    restDegrees: 110,
    workDegrees: 20,
    minExcursionDegrees: 35,
    concentric: 'out',
    eitherEnd: true,
    defaultTempo: '3-0-2-1',
  }),
  exercise({
    id: 'hip-hinge',
    phase: 'functional',
    angle: 'hip-flexion',
    method: 'fused',
    plane: 'sagittal',
    restDegrees: 8,
    workDegrees: 75,
    minExcursionDegrees: 30,
    minDurationMs: 900,
    concentric: 'back',
    defaultTempo: '3-1-2-0',
  }),
];

/** An exercise by its id, with or without `@version`; undefined for others. */
export function findExercise(id: string): Exercise | undefined {
  return EXERCISES.find((one) => one.id === id || `${one.id}@${one.version}` === id);
}
