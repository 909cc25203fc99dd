import type { Exercise } from './exercise.ts';
import { ARM_EXERCISES } from './exercises-arm.ts';
import { FLOOR_EXERCISES } from './exercises-floor.ts';
import { LEG_EXERCISES } from './exercises-leg.ts';
import { BALANCE_EXERCISES, TRUNK_EXERCISES } from './exercises-trunk.ts';

export type { Exercise, Phase } from './exercise.ts';

/** The library: every exercise the programme knows, in the order it is shown. */
export const EXERCISES: readonly Exercise[] = [
  ...LEG_EXERCISES,
  ...FLOOR_EXERCISES,
  ...ARM_EXERCISES,
  ...TRUNK_EXERCISES,
  ...BALANCE_EXERCISES,
];

/** An exercise by its id, with or without `@version`; undefined for others. */
export function findExercise(id: string): Exercise | undefined {
  return EXERCISES.find((one) => one.id === id || `${one.id}@${one.version}` === id);
}
