import type { EncounterState } from '@plumbline/shared/encounter';
import { OctagonX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/index.ts';
import { clockText } from './clock-text.ts';

/** STOP was pressed: across the stage, until it is resolved. */
export function StopBanner({ stop, patientName }: { stop: NonNullable<EncounterState['stop']>; patientName: string }) {
  const { t } = useTranslation('console');
  const nowMs = useNow(1000);
  return (
    <div className="stop-banner">
      <OctagonX aria-hidden="true" />
      <div>
        <p role="alert" className="stop-banner__title">
          {stop.by === 'patient' ? t('stop.byPatient', { name: patientName }) : t('stop.byYou')}
        </p>
        <p>
          {stop.by === 'patient' ? t('stop.ask') : t('stop.patientSees', { name: patientName })}{' '}
          <span aria-hidden="true">{t('stop.since', { time: clockText(nowMs - stop.atMs) })}</span>
        </p>
      </div>
    </div>
  );
}
