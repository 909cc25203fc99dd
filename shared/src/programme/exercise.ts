import type { AngleName } from '../measurement/index.ts';

export type Phase = 'mobility' | 'activation' | 'functional';

/** Where an exercise is found in the library. */
export const EXERCISE_REGIONS = ['leg', 'arm', 'trunk', 'balance'] as const;
export type ExerciseRegion = (typeof EXERCISE_REGIONS)[number];

/**
 * camera: counted by the camera. self: the patient or the therapist counts; the camera's count is not proven on footage
 * of people yet (floor exercises). time: what counts is how long it is held.
 */
export type Counting = 'camera' | 'self' | 'time';

/** What helps along in a repetition. asymmetry: the one limb does less than the other. */
export const QUALITY_CODES = [
  'trunk-lean',
  'knee-valgus',
  'hip-hike',
  'heel-rise',
  'asymmetry',
  'elbow-bend',
  'knee-bend',
  'shoulder-hike',
] as const;
export type QualityCode = (typeof QUALITY_CODES)[number];

/** One thing that is watched in a repetition, and only in the view that shows it. */
export interface QualityRule {
  code: QualityCode;
  view: 'front' | 'side';
  /** Told from this many degrees on: more than at rest before the repetition; asymmetry: left against right. */
  limitDegrees: number;
  /** Where the limit is from. practice: what physiotherapists go by, to be confirmed by the clinic. */
  source: string;
}

/** How a joint is while the movement rests, degrees: without it, it is another movement (a row on a chair, arms overhead). */
export interface RestPose {
  angle: AngleName;
  from: number;
  to: number;
}

/** A joint that moves little in this exercise: where it changes by more than this during a repetition, it is another movement. */
export interface Still {
  /** `thigh-ahead`: how far the thigh points forward, or back. */
  angle: AngleName | 'thigh-ahead';
  /** `same`: of the limb that is counted. */
  limbs: 'same' | 'other' | 'both';
  mostDegrees: number;
  /** Of a larger repetition this share of its range. */
  mostShare?: number;
}

/** A joint that does not do the same on both sides, in degrees: at the turn, or at rest. */
export interface Apart {
  angle: AngleName;
  when: 'rest' | 'turn';
  leastDegrees: number;
}

/** How one exercise is done, counted and judged. Degrees are of `angle`, anatomical zero. Never edited in place: a change is a new version. */
export interface Exercise {
  id: string;
  version: number;
  region: ExerciseRegion;
  phase: Phase;
  position: 'standing' | 'sitting' | 'lying';
  counting: Counting;
  /** What is turned to the camera; the count goes on in other views that show both ends. */
  view: 'front' | 'side';
  /** Whether it is prescribed for a left or a right. */
  asksSide: boolean;
  /** The primary angle. */
  angle: AngleName;
  /**
   * heel-rise: the primary angle is too weak to count by; the foot's slope in the picture is read instead. foot-lift:
   * how high the other foot is off the floor, in hundredths of a shank; its time is told, never degrees.
   */
  signal: 'angle' | 'heel-rise' | 'foot-lift';
  /** `planar`: image. `fused`: image where the plane is seen, else metres. `mean`: both, where the limb's plane is not the trunk's. */
  method: 'planar' | 'fused' | 'mean';
  plane: 'frontal' | 'sagittal';
  /** `one`: the side asked for, else the better seen one. `both`: the mean of the two, which must move together. `either`: one after the other; how far they are apart. */
  limbs: 'one' | 'both' | 'either';
  /** Where a repetition starts and ends, and where it turns. */
  restDegrees: number;
  workDegrees: number;
  /** How the body is where a repetition starts. */
  restPose: readonly RestPose[];
  /** Movement below this is no full repetition; less where a lower target is prescribed. */
  minExcursionDegrees: number;
  /** A cycle quicker than this is not this exercise (a jump, a twitch). */
  minDurationMs: number;
  /** The lifting direction: whether muscles shorten on the way to the turn (curl) or on the way back (squat). */
  concentric: 'out' | 'back';
  /** People begin it at either end. */
  eitherEnd: boolean;
  /** What the feet do in a repetition. `both`: they stay. `one`: one stays, the other goes and comes back. `step`: one stays. */
  feet: 'both' | 'one' | 'step' | 'any';
  /** What else stays where it is: the hands on floor or wall, the hips over the feet. */
  stay: readonly ('hands' | 'hips')[];
  still: readonly Still[];
  apart: Apart | null;
  /** `horizontal`: counted only while the trunk is (push-ups, lying). */
  posture: 'any' | 'horizontal';
  /** Degrees off the plane at which the range is withheld; the count goes on. */
  refuseRangeOffPlaneDegrees: number;
  /** Degrees off the plane at which nothing is counted: there another movement looks the same. */
  refuseCountOffPlaneDegrees: number;
  quality: readonly QualityRule[];
  defaultTempo: string;
  /** Keys of texts; the client has the words. */
  cues: { out: string; back: string };
}

const usual = {
  version: 1,
  position: 'standing',
  counting: 'camera',
  asksSide: false,
  signal: 'angle',
  limbs: 'one',
  minDurationMs: 600,
  eitherEnd: false,
  feet: 'both',
  stay: [],
  still: [],
  apart: null,
  posture: 'any',
  restPose: [],
  refuseRangeOffPlaneDegrees: 40,
  refuseCountOffPlaneDegrees: 90,
  quality: [],
} as const;

type Draft = Omit<Exercise, keyof typeof usual | 'cues' | 'view'> & Partial<Exercise>;

/** Whoever stands or sits is upright before a repetition; a little less before a low camera, or bent with pain. */
const UPRIGHT: RestPose = { angle: 'trunk-inclination', from: 0, to: 50 };

/** An exercise from what is special about it; it is seen from where its plane is seen. */
export function exercise(draft: Draft): Exercise {
  const view = draft.plane === 'frontal' ? 'front' : 'side';
  const whole = { ...usual, view, cues: { out: `${draft.id}.out`, back: `${draft.id}.back` }, ...draft } as const;
  return whole.position === 'lying' ? whole : { ...whole, restPose: [...whole.restPose, UPRIGHT] };
}

/** Watched from the front. */
export function fromFront(code: QualityCode, limitDegrees: number, source = 'practice'): QualityRule {
  return { code, view: 'front', limitDegrees, source };
}

/** Watched from the side. */
export function fromSide(code: QualityCode, limitDegrees: number, source = 'practice'): QualityRule {
  return { code, view: 'side', limitDegrees, source };
}

/** Whether the camera may record its repetitions, or its holds: of a stance it sees only one foot off the floor. */
export function isCountedByCamera({ counting, signal }: Pick<Exercise, 'counting' | 'signal'>): boolean {
  return counting === 'camera' || (counting === 'time' && signal === 'foot-lift');
}
