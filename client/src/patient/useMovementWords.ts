import type { EncounterState } from '@plumbline/shared/encounter';
import type { Side } from '@plumbline/shared/measurement';
import { useTranslation } from 'react-i18next';
import type { Afterword } from './afterword.ts';
import type { Cue } from './cue.ts';
import { limbOf, measuredKey, moveKey, readyKey, sideKey, taskKey } from './movement-keys.ts';
import type { NextCue } from './next-cue.ts';

/** What is asked and what was done, in the patient's words and language. */
export function useMovementWords(therapist: string) {
  const { t } = useTranslation(['patient', 'movement']);
  const limb = (id: string, side: Side | null) => t(`movement:limb.${sideKey(limbOf(id), side)}`);

  function ready(protocol: string, side: Side): string {
    const key = readyKey(protocol);
    return key ? t(`movement:ready.${key}`, { limb: t(`movement:limb.${sideKey('side', side)}`) }) : t('trial.ready');
  }

  /** What was, what comes next, and how to stand for it, each in a sentence of its own. */
  function next({ wasSeen, protocol, side, trial, turns }: NextCue): string {
    const move = t(`movement:move.${moveKey(protocol)}`, { limb: limb(protocol, side) });
    return [
      ...(wasSeen === null ? [] : [t(wasSeen ? 'next.seen' : 'next.unseen')]),
      turns ? t('next.stand', { ready: ready(protocol, side) }) : t('next.rest'),
      trial > 1 || wasSeen === false ? t('next.again') : t('next.move', { move }),
    ].join(' ');
  }

  return {
    cue(cue: Cue): string {
      switch (cue.kind) {
        case 'refusal':
          return t(`refusal.${cue.code}`);
        case 'next':
          return next(cue);
        case 'wait':
          return t(`wait.${cue.why}`, { therapist });
        case 'trial':
          if (cue.step === 'ready') return ready(cue.protocol, cue.side);
          if (cue.step !== 'move') return t(`trial.${cue.step}`);
          return t(`movement:move.${moveKey(cue.protocol)}`, { limb: limb(cue.protocol, cue.side) });
        case 'set':
          if (cue.step !== 'go') return t(`set.${cue.step}`);
          return t(`movement:exercise.${taskKey(cue.exercise)}`, { limb: limb(cue.exercise, cue.side) });
      }
    },
    after: (afterword: Afterword) => t(`after.${afterword}`, { therapist }),
    counted: ({ exercise, side }: Pick<EncounterState['sets'][number], 'exercise' | 'side'>, count: number) =>
      t(`movement:counted.${taskKey(exercise)}`, { count, limb: limb(exercise, side) }),
    measured: (protocol: string, side: Side, degrees: number, uncertaintyDegrees: number) =>
      t(`movement:measured.${measuredKey(protocol, degrees)}`, {
        limb: limb(protocol, side),
        degrees: Math.round(degrees),
        uncertainty: Math.ceil(uncertaintyDegrees),
      }),
  };
}
