import { countComplete, type EncounterState } from '@plumbline/shared/encounter';
import type { LiveReading } from '@plumbline/shared/measurement';
import { useTranslation } from 'react-i18next';
import { TargetArc } from '../overlay/index.ts';

interface FiguresProps {
  state: EncounterState;
  reading: LiveReading | null;
}

/** The one big number of a set, or the arc of a trial; degrees only where the therapist has turned them on, `data-captured-ms` naming their frame. */
export function Figures({ state: { active, sets, display }, reading }: FiguresProps) {
  const { t } = useTranslation('patient');
  const set = active?.kind === 'set' ? sets.find((one) => one.setId === active.setId) : undefined;
  const progress = reading?.progress ?? null;
  const label =
    progress === null
      ? t('visit.arcUnseen')
      : t('visit.arc', { percent: Math.round(Math.max(0, Math.min(1, progress)) * 20) * 5 });
  const count = set ? countComplete(set) : 0;
  const target = set?.dosage.repetitions ?? null;
  return (
    <TargetArc progress={progress} label={label}>
      {set ? (
        <p className="visit-count">
          <b>{count}</b>
          <span>{target === null ? t('visit.repetitions', { count }) : t('visit.of', { count: target })}</span>
        </p>
      ) : null}
      {display.degrees && reading?.angleDegrees != null ? (
        <p className="visit-degrees" data-captured-ms={reading.captureMs}>
          {t('visit.reading', {
            degrees: Math.round(reading.angleDegrees),
            uncertainty: Math.ceil(reading.uncertaintyDegrees ?? 0),
          })}
        </p>
      ) : null}
    </TargetArc>
  );
}
