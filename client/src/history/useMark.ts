import { findManualMeasure } from '@plumbline/shared/measurement';
import { useTranslation } from 'react-i18next';
import { useFormatLocale } from '../i18n/index.ts';
import { levelText, thirdsText } from '../results/index.ts';

/** What stands at a mark of a measure's axis, in its unit. */
export function useMark(measure: string): (value: number) => string {
  const { t } = useTranslation('byHand');
  const format = new Intl.NumberFormat(useFormatLocale(), { maximumFractionDigits: 1 });
  const found = findManualMeasure(measure);
  return (value) => {
    if (found?.unit === 'level') return levelText(t, found.levels[value]);
    if (found?.unit === 'thirds') return thirdsText(t, value);
    return found?.unit === 'cm' ? t('inCm', { value: format.format(value) }) : `${format.format(value)}°`;
  };
}
