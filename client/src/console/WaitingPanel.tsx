import type { EncounterState } from '@plumbline/shared/encounter';
import { Camera, CameraOff, Hourglass, Mic, MicOff, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { InviteLink } from '../appointments/index.ts';
import type { Encounter } from '../encounter/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { Button, useNow } from '../ui/index.ts';
import { clockText } from './clock-text.ts';

interface WaitingPanelProps {
  encounter: Encounter;
  state: EncounterState;
  onAdmit: () => void;
}

/** Before admission: who waits, since when, what their device check found; or how to bring them in. */
export function WaitingPanel({ encounter, state, onAdmit }: WaitingPanelProps) {
  const { t } = useTranslation('console');
  const nowMs = useNow(1000);
  const locale = useFormatLocale();
  const name = encounter.patientName;
  if (state.status === 'planned') return <NobodyYet encounter={encounter} />;
  const isThere = encounter.presence?.patient.socket ?? false;
  return (
    <div className="waiting">
      <Hourglass className="waiting__icon" aria-hidden="true" />
      <h2 aria-live="polite">{t('waiting.title', { name })}</h2>
      <p className="waiting__since">
        {state.waitingSinceMs === null
          ? null
          : t('waiting.since', {
              at: new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(state.waitingSinceMs),
              time: clockText(nowMs - state.waitingSinceMs),
            })}
      </p>
      <DeviceCheck arrival={state.arrival} />
      {isThere ? null : <p className="waiting__away">{t('waiting.away')}</p>}
      <Button look="primary" shortcut="A" onPress={onAdmit} demo="admit" autoFocus>
        {t('waiting.admit', { name })}
      </Button>
    </div>
  );
}

function NobodyYet({ encounter }: { encounter: Encounter }) {
  const { t } = useTranslation('console');
  const startsAt = new Intl.DateTimeFormat(useFormatLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(encounter.startsAt),
  );
  return (
    <div className="waiting">
      <UserRound className="waiting__icon" aria-hidden="true" />
      <h2>{t('waiting.nobodyTitle', { name: encounter.patientName })}</h2>
      <p className="waiting__since">{t('waiting.planned', { startsAt })}</p>
      <InviteLink encounterId={encounter.encounterId} patientName={encounter.patientName} isAsked />
    </div>
  );
}

function DeviceCheck({ arrival }: { arrival: EncounterState['arrival'] }) {
  const { t } = useTranslation('console');
  if (!arrival) return null;
  return (
    <ul className="waiting__check">
      <li data-ok={arrival.camera}>
        {arrival.camera ? <Camera aria-hidden="true" /> : <CameraOff aria-hidden="true" />}
        {t(arrival.camera ? 'waiting.camera' : 'waiting.noCamera')}
      </li>
      <li data-ok={arrival.microphone}>
        {arrival.microphone ? <Mic aria-hidden="true" /> : <MicOff aria-hidden="true" />}
        {t(arrival.microphone ? 'waiting.microphone' : 'waiting.noMicrophone')}
      </li>
    </ul>
  );
}
