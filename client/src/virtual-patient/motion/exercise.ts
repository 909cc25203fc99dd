import type { Side } from '@plumbline/shared/measurement';
import type { Body } from '../figure/body.ts';
import type { PoseSpec } from '../figure/pose-spec.ts';
import type { PrimaryAngle, Prop } from './motion.ts';

/** What a pose of an exercise is drawn for. */
export interface Setting {
  side: Side;
  /** Both limbs move, where the exercise allows it. */
  both: boolean;
  body: Body;
  position: 'standing' | 'seated';
}

/** An exercise or protocol as poses over the value of its primary angle. */
export interface Exercise {
  /** Where the primary angle rests and how far it goes unless told otherwise, in degrees. */
  startDegrees: number;
  peakDegrees: number;
  /** Whether muscles shorten on the way to the peak (a curl) or on the way back (a squat). */
  lifts: 'out' | 'back';
  tempo: string;
  /** The view its measurement needs. */
  view: 'front' | 'side';
  primary(setting: Setting): PrimaryAngle;
  props?(setting: Setting): readonly Prop[];
  /** The pose at an angle; `share` is 0 at the start and 1 at the peak; `repetition` counts from 0. */
  pose(degrees: number, share: number, setting: Setting, repetition: number): PoseSpec;
  /** Where start or peak depend on the body. */
  range?(setting: Setting): { startDegrees: number; peakDegrees: number };
}

/** The sides that move. */
export function movingSides({ side, both }: Setting): readonly Side[] {
  return both ? ['left', 'right'] : [side];
}

export function otherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left';
}
