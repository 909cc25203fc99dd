import { useTranslation } from 'react-i18next';
import type { Devices } from '../devices/index.ts';
import type { Encounter } from '../encounter/index.ts';
import { basePath } from '../http/index.ts';
import { Button, Preferences } from '../ui/index.ts';

interface MorePanelProps {
  encounter: Encounter;
  devices: Devices;
  muted: boolean;
  onMute: (muted: boolean) => void;
}

/** What is rarely needed in the visit: mute, other devices, consent, language. */
export function MorePanel({ encounter: { state, append }, devices, muted, onMute }: MorePanelProps) {
  const { t } = useTranslation(['patient', 'audit']);
  return (
    <section className="visit-more" id="visit-more" aria-label={t('visit.more')}>
      <div className="calm-row">
        {devices.audio ? (
          <Button onPress={() => onMute(!muted)}>{t(muted ? 'visit.unmute' : 'visit.mute')}</Button>
        ) : null}
        {devices.cameras > 1 ? <Button onPress={() => void devices.change('camera')}>{t('check.turn')}</Button> : null}
        {devices.microphones > 1 ? (
          <Button onPress={() => void devices.change('microphone')}>{t('check.turnMic')}</Button>
        ) : null}
        <Preferences />
        <a href={`${basePath()}my-record`} target="_blank" rel="noopener">
          {t('audit:mine.link')}
        </a>
      </div>
      {state?.consents.includes('landmark-track') ? (
        <div className="calm-row">
          <p>{t('visit.traceOn')}</p>
          <Button onPress={() => void append('consent.withdrawn', { kind: 'landmark-track' })}>
            {t('visit.traceOff')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
