import { type EntryRules, findManualMeasure } from '@plumbline/shared/measurement';
import { useTranslation } from 'react-i18next';
import { levelText, thirdsText } from '../results/index.ts';
import { NumberField, Segments } from '../ui/index.ts';
import { ChooserRow } from './ChooserRow.tsx';

interface ByHandValueProps {
  measure: string;
  rules: EntryRules;
  value: number | null;
  onValue: (value: number | null) => void;
  uncertainty: number | null;
  onUncertainty: (uncertainty: number | null) => void;
}

/** How much it was, in the measure's own unit; levels and thirds are chosen, degrees and centimetres typed, with a ± where one is known. */
export function ByHandValue({ measure, rules, value, onValue, uncertainty, onUncertainty }: ByHandValueProps) {
  const { t } = useTranslation('byHand');
  const { unit, min, max, step } = rules;
  if (unit === 'degrees' || unit === 'cm') {
    const sign = unit === 'cm' ? 'cm' : '°';
    return (
      <div className="chooser__dosage">
        <NumberField label={t(unit)} value={value} onChange={onValue} min={min} max={max} step={step} unit={sign} />
        <NumberField
          label={t('uncertainty')}
          value={uncertainty}
          onChange={onUncertainty}
          min={0}
          max={unit === 'cm' ? 20 : 60}
          step={step}
          unit={sign}
        />
      </div>
    );
  }
  const levels = findManualMeasure(measure)?.levels ?? [];
  const grades = Array.from({ length: (max - min) / step + 1 }, (_, i) => min + i * step);
  return (
    <ChooserRow label={t('value')}>
      <Segments
        label={t('value')}
        value={value === null ? null : String(value)}
        onChange={(grade) => onValue(Number(grade))}
        options={grades.map((grade) => ({
          value: String(grade),
          label: unit === 'level' ? levelText(t, levels[grade]) : thirdsText(t, grade),
          demo: `grade-${grade}`,
        }))}
      />
    </ChooserRow>
  );
}
