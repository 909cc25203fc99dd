import { findManualMeasure } from '@plumbline/shared/measurement';
import { useTranslation } from 'react-i18next';
import { useFormatLocale } from '../i18n/index.ts';
import { Degrees } from './Degrees.tsx';
import { levelText, thirdsText } from './manual-text.ts';

interface ManualReadingProps {
  measure: string;
  value: number;
  uncertainty: number | null;
}

/** A value entered by hand in its own unit: degrees, centimetres, a level, or thirds. */
export function ManualReading({ measure, value, uncertainty }: ManualReadingProps) {
  const { t } = useTranslation('byHand');
  const format = new Intl.NumberFormat(useFormatLocale(), { maximumFractionDigits: 1 });
  const found = findManualMeasure(measure);
  const margin = uncertainty === null ? '' : ` ± ${format.format(uncertainty)}`;
  switch (found?.unit) {
    case 'cm':
      return <span className="degrees">{t('inCm', { value: `${format.format(value)}${margin}` })}</span>;
    case 'level':
      return <span>{levelText(t, found.levels[value])}</span>;
    case 'thirds':
      return <span>{thirdsText(t, value)}</span>;
    default:
      return <Degrees value={value} uncertainty={uncertainty} />;
  }
}
