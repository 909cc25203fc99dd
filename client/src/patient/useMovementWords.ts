import type { EncounterState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import type { Afterword } from './afterword.ts';
import type { Cue } from './cue.ts';

type Side = 'left' | 'right';
type Limb = 'arm' | 'elbow' | 'knee';

const MOVES = ['shoulder-abduction', 'shoulder-flexion', 'elbow-flexion', 'knee-flexion'] as const;
const EXERCISES = [
  'squat',
  'sit-to-stand',
  'arm-raise',
  'elbow-curl',
  'push-up',
  'overhead-triceps-extension',
  'hip-hinge',
] as const;

/** What the patient calls the part that moves. */
const LIMBS: Record<string, Limb> = {
  'elbow-flexion': 'elbow',
  'knee-flexion': 'knee',
  'elbow-curl': 'elbow',
  'overhead-triceps-extension': 'elbow',
};

const bare = (id: string) => id.split('@')[0] ?? id;
const pick = <T extends string>(known: readonly T[], id: string): T | 'other' =>
  known.find((one) => one === bare(id)) ?? 'other';

/** What is asked and what was done, in the patient's words and language. */
export function useMovementWords(therapist: string) {
  const { t } = useTranslation('patient');
  const limb = (id: string, side: Side | null) => t(`limb.${LIMBS[bare(id)] ?? 'arm'}.${side ?? 'any'}`);

  return {
    cue(cue: Cue): string {
      switch (cue.kind) {
        case 'refusal':
          return t(`refusal.${cue.code}`);
        case 'wait':
          return t(`wait.${cue.why}`, { therapist });
        case 'trial':
          if (cue.step !== 'move') return t(`trial.${cue.step}`);
          return t(`move.${pick(MOVES, cue.protocol)}`, { limb: limb(cue.protocol, cue.side) });
        case 'set':
          if (cue.step !== 'go') return t(`set.${cue.step}`);
          return t(`exercise.${pick(EXERCISES, cue.exercise)}`, { limb: limb(cue.exercise, cue.side) });
      }
    },
    after: (afterword: Afterword) => t(`after.${afterword}`, { therapist }),
    counted: ({ exercise, side }: Pick<EncounterState['sets'][number], 'exercise' | 'side'>, count: number) =>
      t(`ended.counted.${pick(EXERCISES, exercise)}`, { count, limb: limb(exercise, side) }),
    measured: (protocol: string, side: Side, degrees: number, uncertaintyDegrees: number) =>
      t(`ended.measured.${pick(MOVES, protocol)}`, {
        limb: limb(protocol, side),
        degrees: Math.round(degrees),
        uncertainty: Math.ceil(uncertaintyDegrees),
      }),
  };
}
