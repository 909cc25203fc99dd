import { useTranslation } from 'react-i18next';
import { isTempo } from '../results/index.ts';
import { NumberField, TextField } from '../ui/index.ts';

interface Dosage {
  repetitions: number | null;
  targetDegrees: number | null;
  /** As it is typed; empty where none is prescribed. */
  tempo: string;
}

interface DosageFieldsProps<D extends Dosage> {
  dosage: D;
  onChange: (dosage: D) => void;
  usualTempo: string;
}

/** How many, how far, how fast. */
export function DosageFields<D extends Dosage>({ dosage, onChange, usualTempo }: DosageFieldsProps<D>) {
  const { t } = useTranslation('choose');
  const { repetitions, targetDegrees, tempo } = dosage;
  return (
    <div className="chooser__dosage">
      <NumberField
        label={t('count.repetitions')}
        value={repetitions}
        onChange={(next) => onChange({ ...dosage, repetitions: next })}
        min={1}
        max={100}
      />
      <NumberField
        label={t('count.target')}
        value={targetDegrees}
        onChange={(next) => onChange({ ...dosage, targetDegrees: next })}
        min={5}
        max={180}
        step={5}
        unit="°"
      />
      <TextField
        label={t('count.tempo')}
        placeholder={usualTempo}
        value={tempo}
        onChange={(next) => onChange({ ...dosage, tempo: next })}
        error={tempo === '' || isTempo(tempo) ? undefined : t('count.tempoWrong')}
      />
    </div>
  );
}
