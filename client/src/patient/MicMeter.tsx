import { useTranslation } from 'react-i18next';
import { useMicLevel } from '../devices/index.ts';

const LOUDEST = 8;

/** A bar that moves when the person speaks. */
export function MicMeter({ track }: { track: MediaStreamTrack }) {
  const { t } = useTranslation('patient');
  const level = useMicLevel(track);
  return (
    <div>
      <p>{t('check.speak')}</p>
      <meter className="mic-meter" min={0} max={LOUDEST} value={level} aria-label={t('check.micLevel')} />
    </div>
  );
}
