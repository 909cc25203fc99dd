import { type EncounterState, type TimedState, timedValue } from '@plumbline/shared/encounter';
import type { Side } from '@plumbline/shared/measurement';
import { findTimedTest } from '@plumbline/shared/programme';
import { useTranslation } from 'react-i18next';
import { useFormatLocale } from '../i18n/index.ts';
import type { Afterword } from './afterword.ts';
import type { Cue } from './cue.ts';
import { limbOf, measuredKey, moveKey, readyKey, sideKey, taskKey } from './movement-keys.ts';
import type { NextCue } from './next-cue.ts';

/** What is asked and what was done, in the patient's words and language. */
export function useMovementWords(therapist: string) {
  const { t } = useTranslation(['patient', 'movement', 'timed']);
  const tenths = new Intl.NumberFormat(useFormatLocale(), { maximumFractionDigits: 1 });
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

  function timed({ step, test, side }: Extract<Cue, { kind: 'timed' }>): string {
    const id = findTimedTest(test)?.id;
    if (!id) return t('trial.ready');
    if (step === 'ready') return t(`timed:patient.ready.${id}`);
    if (step === 'steady') return t('timed:patient.steady');
    return id === 'single-leg-stance' ? t(`timed:patient.task.${id}.${side ?? 'any'}`) : t(`timed:patient.task.${id}`);
  }

  return {
    cue(cue: Cue): string {
      switch (cue.kind) {
        case 'refusal':
          return t(`refusal.${cue.code}`);
        case 'set-up':
          return t(`setUp.cue.${cue.cue}`);
        case 'next':
          return next(cue);
        case 'wait':
          return t(`wait.${cue.why}`, { therapist });
        case 'trial':
          if (cue.step === 'ready') return ready(cue.protocol, cue.side);
          if (cue.step !== 'move') return t(`trial.${cue.step}`);
          return t(`movement:move.${moveKey(cue.protocol)}`, { limb: limb(cue.protocol, cue.side) });
        case 'timed':
          return timed(cue);
        case 'set':
          if (cue.step !== 'go') return t(`set.${cue.step}`);
          return t(`movement:exercise.${taskKey(cue.exercise)}`, { limb: limb(cue.exercise, cue.side) });
      }
    },
    after: (afterword: Afterword) =>
      afterword === 'timedDone' ? t('timed:patient.over') : t(`after.${afterword}`, { therapist }),
    counted: ({ exercise, side }: Pick<EncounterState['sets'][number], 'exercise' | 'side'>, count: number) =>
      t(`movement:counted.${taskKey(exercise)}`, { count, limb: limb(exercise, side) }),
    timed: ({ test, result, amended }: Pick<TimedState, 'test' | 'result' | 'amended'>): string | null => {
      const id = findTimedTest(test)?.id;
      const value = timedValue({ result, amended });
      if (!id || value === null) return null;
      const told =
        result?.unit === 'count'
          ? t('timed:patient.stands', { count: value })
          : t('timed:value.seconds', { seconds: tenths.format(value) });
      return `${t(`timed:name.${id}`)}: ${told}`;
    },
    measured: (protocol: string, side: Side, degrees: number, uncertaintyDegrees: number) =>
      t(`movement:measured.${measuredKey(protocol, degrees)}`, {
        limb: limb(protocol, side),
        degrees: Math.round(degrees),
        uncertainty: Math.ceil(uncertaintyDegrees),
      }),
  };
}
