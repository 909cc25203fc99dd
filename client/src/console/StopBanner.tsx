import type { EncounterState } from '@plumbline/shared/encounter';
import { OctagonX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/index.ts';
import { clockText } from './clock-text.ts';

interface StopBannerProps {
  stop: NonNullable<EncounterState['stop']>;
  patientName: string;
  /** Whether the server has it: before, the patient has not been told. */
  isDelivered: boolean;
}

/** STOP was pressed: across the stage, until it is resolved. */
export function StopBanner({ stop, patientName, isDelivered }: StopBannerProps) {
  const { t } = useTranslation('console');
  const nowMs = useNow(1000);
  const byPatient = stop.by === 'patient';
  return (
    <div className="stop-banner">
      <OctagonX aria-hidden="true" />
      <div>
        <p role="alert" className="stop-banner__title">
          {byPatient ? t('stop.byPatient', { name: patientName }) : t('stop.byYou')}
        </p>
        <p>
          {byPatient ? t('stop.ask') : t(isDelivered ? 'stop.patientSees' : 'stop.notSent', { name: patientName })}{' '}
          <span aria-hidden="true">{t('stop.since', { time: clockText(nowMs - stop.atMs) })}</span>
        </p>
      </div>
    </div>
  );
}
