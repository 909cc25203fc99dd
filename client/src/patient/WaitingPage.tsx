import { useTranslation } from 'react-i18next';
import type { Devices } from '../devices/index.ts';
import type { Encounter } from '../encounter/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { Banner } from '../ui/index.ts';
import { CalmPage } from './CalmPage.tsx';
import { CameraOff } from './CameraOff.tsx';
import { SelfView } from './SelfView.tsx';

/** The waiting room: calm, with the therapist's state. */
export function WaitingPage({ encounter, devices }: { encounter: Encounter; devices: Devices }) {
  const { t } = useTranslation('patient');
  const { therapistName: therapist, presence, startsAt, connection } = encounter;
  const time = new Intl.DateTimeFormat(useFormatLocale(), { timeStyle: 'short' }).format(new Date(startsAt));
  const here = presence?.therapist.socket ?? false;
  const lost = connection.socket === 'lost';
  return (
    <CalmPage title={t('waiting.title')}>
      <div role="status">
        <Banner kind={lost ? 'caution' : here ? 'good' : 'info'}>
          <p className="calm-strong">
            {lost
              ? t('visit.reconnecting')
              : here
                ? t('waiting.here', { therapist })
                : t('waiting.notYet', { therapist, time })}
          </p>
        </Banner>
      </div>
      <p>{t('waiting.next')}</p>
      <SelfView track={devices.video} label={t('check.seen')} className="check-preview" />
      <CameraOff encounter={encounter} devices={devices} />
      <p className="calm-small">{t('waiting.prepare')}</p>
    </CalmPage>
  );
}
