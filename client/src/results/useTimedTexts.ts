import { type TimedState, timedValue, wasModified } from '@plumbline/shared/encounter';
import { findTimedTest, isBelowAverage, normFor, TIMED_NORMS, type TimedNorm } from '@plumbline/shared/programme';
import { useTranslation } from 'react-i18next';
import { useFormatLocale } from '../i18n/index.ts';

/** Timed tests in words, for the therapist: names, values with their ±, what ended them, and norms as context. */
export function useTimedTexts() {
  const { t } = useTranslation(['timed', 'results', 'common']);
  const locale = useFormatLocale();
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

  function name(test: string, side: TimedState['side'] = null): string {
    const id = findTimedTest(test)?.id;
    const plain = id ? t(`name.${id}`) : test;
    return side ? t('results:sided', { name: plain, side: t(`common:side.${side}`) }) : plain;
  }

  const told = (value: number, unit: 'count' | 'seconds') =>
    unit === 'count' ? t('value.stands', { count: value }) : t('value.seconds', { seconds: tenths.format(value) });

  /** The value as it is to be read, with the ± of a time as long as it was not corrected. */
  function value(timed: TimedState): string {
    const final = timedValue(timed);
    if (final === null || !timed.result) return t('value.none');
    const { unit, uncertaintySeconds } = timed.result;
    const isOwn = timed.amended === null && uncertaintySeconds !== null;
    const half = isOwn ? ` ${t('value.uncertainty', { seconds: tenths.format(roundUp(uncertaintySeconds)) })}` : '';
    return `${told(final, unit)}${half}`;
  }

  /** How it came about, in one line. */
  function how(timed: TimedState): string {
    const { result, amended, modifications } = timed;
    if (!result) return t(`status.${timed.status}`);
    return [
      t(`endedBy.${result.endedBy}`),
      ...(result.endedBy === 'interrupted' || result.endedBy === 'clock' ? [] : [t(`timedBy.${result.timedBy}`)]),
      ...(result.lastWasUnderWay ? [t('underWay')] : []),
      ...(amended
        ? [
            t('amended', { value: result.value === null ? t('value.none') : told(result.value, result.unit) }),
            t(`amendment.${amended.reason}`),
          ]
        : []),
      ...(wasModified(timed) ? [t('modified')] : []),
      ...modifications.map((one) => t(`modification.${one}`)),
    ].join(' · ');
  }

  /** What is usual in the patient's band, as context and never as a verdict; or why that is not told. */
  function norm(timed: TimedState): { text: string; source: string | null } {
    const test = findTimedTest(timed.test);
    if (!test || !TIMED_NORMS.some((one) => one.test === test.id)) return { text: t('norm.noneAtAll'), source: null };
    if (wasModified(timed)) return { text: t('norm.noneModified'), source: null };
    const found = normFor(test, timed.person, timed.conditions, timed.modifications);
    const final = timedValue(timed);
    if (!found || final === null) return { text: t('norm.none'), source: null };
    return { text: `${band(found)} ${against(found, final)}`, source: found.source };
  }

  function band({ belowAverage, sex, fromYears: from, toYears: to, value: limit }: TimedNorm): string {
    const who = sex === 'male' ? t('norm.men') : t('norm.women');
    return t(`norm.${belowAverage}`, { who, from, to, value: number.format(limit) });
  }

  function against(found: TimedNorm, final: number): string {
    const is = isBelowAverage(final, found) ? 'below' : 'not';
    if (found.kind === 'mean') return t(`norm.isMean.${is}`);
    return found.belowAverage === 'longer-than' ? t(`norm.isTime.${is}`) : t(`norm.is.${is}`);
  }

  return {
    name,
    value,
    how,
    norm,
    seconds: (value: number) => t('reading.seconds', { seconds: tenths.format(value) }),
  };
}

/** A ± is never told smaller than it is. */
function roundUp(seconds: number): number {
  return Math.ceil(seconds * 10) / 10;
}
