import type { Side } from '@plumbline/shared/measurement';
import type { PoseSpec } from '../figure/pose-spec.ts';

/** A thing the exercise needs, in the figure's own frame (metres, floor at 0, +z ahead of the figure). */
export type Prop =
  /** A chair whose seat is this high and whose seat's middle is at z. */
  | { kind: 'chair'; heightM: number; z: number }
  /** A chair turned round, whose back is held: the middle of its back at x, z. */
  | { kind: 'support'; x: number; z: number }
  | { kind: 'wall'; z: number }
  /** A padded stool for a leg, the middle of its top at x, z. */
  | { kind: 'stool'; heightM: number; x: number; z: number }
  | { kind: 'step'; heightM: number; z: number }
  /** A stick held in both hands. */
  | { kind: 'stick' }
  | { kind: 'mat' }
  /** Under the head of someone who lies on the mat. */
  | { kind: 'pillow'; z: number };

/** What truly happened in one repetition: times in ms from the motion's start, angles of the primary joint in degrees. */
export interface TrueRepetition {
  startMs: number;
  /** The far position is first reached. */
  peakMs: number;
  /** The far position is left again. */
  peakEndMs: number;
  endMs: number;
  startDegrees: number;
  peakDegrees: number;
}

/** The angle a motion is about, positive in the direction named; `trueAngle` says from what it is read. */
export interface PrimaryAngle {
  joint: 'shoulder' | 'elbow' | 'hip' | 'knee' | 'ankle' | 'trunk' | 'neck';
  angle: 'flexion' | 'extension' | 'abduction' | 'sideBend' | 'inclination' | 'dorsiflexion' | 'plantarflexion';
  side: Side;
}

/** A movement over time together with its truth. Before 0 and after its end it stands (or sits) idle. */
export interface Motion {
  id: string;
  durationMs: number;
  props: readonly Prop[];
  primary: PrimaryAngle;
  repetitions: readonly TrueRepetition[];
  poseAt(timeMs: number): PoseSpec;
}

/** Eccentric, pause, concentric, pause in seconds. */
export type Tempo = readonly [number, number, number, number];

/** Reads a tempo such as `3-1-3-0`. */
export function parseTempo(text: string): Tempo {
  const parts = text.split('-').map(Number);
  if (parts.length !== 4 || parts.some((p) => !Number.isFinite(p) || p < 0) || text.split('-').includes('')) {
    throw new Error(`"${text}" is not a tempo: four numbers of seconds such as 3-1-3-0 are.`);
  }
  return parts as unknown as Tempo;
}

/** Speed that starts and ends at rest, as a hand or foot moves: the minimum-jerk curve from 0 to 1 (Flash and Hogan 1985). */
export function ease(share: number): number {
  const s = Math.min(1, Math.max(0, share));
  return s * s * s * (10 + s * (6 * s - 15));
}
