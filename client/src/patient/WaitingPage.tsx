import { useTranslation } from 'react-i18next';
import type { Encounter } from '../encounter/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { CalmPage } from './CalmPage.tsx';
import { SelfView } from './SelfView.tsx';

/** The waiting room: calm, with the therapist's state. */
export function WaitingPage({ encounter, video }: { encounter: Encounter; video: MediaStreamTrack | null }) {
  const { t } = useTranslation('patient');
  const { therapistName: therapist, presence, startsAt, connection } = encounter;
  const time = new Intl.DateTimeFormat(useFormatLocale(), { hour: 'numeric', minute: '2-digit' }).format(
    new Date(startsAt),
  );
  const here = presence?.therapist.socket ?? false;
  return (
    <CalmPage title={t('waiting.title')}>
      <p className="calm-strong" aria-live="polite">
        {connection.socket === 'lost'
          ? t('visit.reconnecting')
          : here
            ? t('waiting.here', { therapist })
            : t('waiting.notYet', { therapist, time })}
      </p>
      <p>{t('waiting.next')}</p>
      <SelfView track={video} label={t('check.seen')} className="check-preview" />
    </CalmPage>
  );
}
