import { useTranslation } from 'react-i18next';
import type { Devices } from '../devices/index.ts';
import type { Encounter } from '../encounter/index.ts';
import { Button } from '../ui/index.ts';

/** The camera went away (a call, another program, a reload without permission): says so, and turns it on again. Nothing where the patient came without one. */
export function CameraOff({ encounter, devices }: { encounter: Encounter; devices: Devices }) {
  const { t } = useTranslation('patient');
  if (!isCameraLost(encounter, devices)) return null;
  return (
    <div className="visit-notice" role="status">
      <p>{t('visit.cameraOff', { therapist: encounter.therapistName })}</p>
      <Button onPress={() => void devices.open()}>{t('visit.cameraOn')}</Button>
    </div>
  );
}

/** Whether a camera that was there has gone. */
export function isCameraLost(
  { state }: Pick<Encounter, 'state'>,
  { phase, video }: Pick<Devices, 'phase' | 'video'>,
): boolean {
  return phase === 'open' && video === null && state?.arrival?.camera === true;
}
