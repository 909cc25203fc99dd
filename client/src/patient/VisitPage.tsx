import { countComplete } from '@plumbline/shared/encounter';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Devices } from '../devices/index.ts';
import type { Encounter } from '../encounter/index.ts';
import type { DeviceMeasurement } from '../measurement/index.ts';
import type { PoseSource } from '../pose/index.ts';
import type { RoomHandle } from '../room/index.ts';
import type { Speech } from '../speech/index.ts';
import { Button, useTitle, VisuallyHidden } from '../ui/index.ts';
import { CameraOff, isCameraLost } from './CameraOff.tsx';
import { cueFor, cueKey, measuringNow } from './cue.ts';
import { Figures } from './Figures.tsx';
import { GhostView } from './GhostView.tsx';
import { MorePanel } from './MorePanel.tsx';
import { RemoteView } from './RemoteView.tsx';
import { SelfView } from './SelfView.tsx';
import { StopBar } from './StopBar.tsx';
import { findingPlace } from './set-up-now.ts';
import { TimedFigures } from './TimedFigures.tsx';
import { useAfterword } from './useAfterword.ts';
import { useCueVoice } from './useCueVoice.ts';
import { useLostLine } from './useLostLine.ts';
import { useMovementWords } from './useMovementWords.ts';
import { useStatusVoice } from './useStatusVoice.ts';
import { useTimedStart } from './useTimedStart.ts';
import './visit.css';

export interface VisitPageProps {
  encounter: Encounter;
  room: RoomHandle;
  measurement: DeviceMeasurement;
  pose: PoseSource | null;
  devices: Devices;
  speech: Speech;
  sound: { heard: boolean; unlock: () => void };
  muted: boolean;
  onMute: (muted: boolean) => void;
}

/** The visit as the patient sees it: the therapist's face; when something is to be done, one number, one arc, one cue. STOP always. */
export function VisitPage(props: VisitPageProps) {
  const { encounter, room, measurement, pose, devices, speech, sound, muted, onMute } = props;
  const { t } = useTranslation('patient');
  const { state, therapistName: therapist, connection } = encounter;
  useTitle(t('title'));
  const [showsMore, setShowsMore] = useState(false);
  const words = useMovementWords(therapist);

  const cue = state ? cueFor(state, measurement.reading, measuringNow(devices, measurement.pose)) : null;
  const afterword = useAfterword(state);
  const text = cue ? words.cue(cue) : afterword ? words.after(afterword) : null;
  const key = cue ? cueKey(cue) : afterword ? `after.${afterword}` : null;
  const { active } = state ?? {};
  const set = active?.kind === 'set' ? state?.sets.find((one) => one.setId === active.setId) : undefined;
  const timed = active?.kind === 'timed' ? state?.timed.find((one) => one.testId === active.testId) : undefined;
  // From "Ready" on nothing else is said: the word that counts is "Go".
  const isByClock = timed !== undefined && timed.status !== 'armed';
  useCueVoice(speech, key && text && !isByClock ? { key, text } : null, set ? countComplete(set) : 0);
  useTimedStart(encounter, speech);

  const seen = room.status === 'connected' && room.remoteHere && !isCameraLost(encounter, devices);
  useLostLine(encounter, seen);
  const status =
    connection.socket === 'lost' ? t('visit.offline') : room.status === 'reconnecting' ? t('visit.reconnecting') : null;
  useStatusVoice(speech, status);

  const blocked = room.audioBlocked || !sound.heard;
  const place = state && devices.video ? findingPlace(state, measurement.reading) : null;
  const isMoving = cue !== null && cue.kind !== 'next';
  return (
    <main className={`visit${isMoving ? ' is-moving' : ''}${state?.stop ? ' is-stopped' : ''}`}>
      <VisuallyHidden>
        <h1>{t('visit.talking', { therapist })}</h1>
      </VisuallyHidden>
      <div className="visit-face">
        <RemoteView room={room} therapist={therapist} />
        <SelfView track={devices.video} label={t('visit.self')} skeleton={state?.display.skeleton ? pose : null} />
      </div>
      <div className="visit-notices">
        <p className="visit-status" role="status">
          {status}
        </p>
        <CameraOff encounter={encounter} devices={devices} />
        {muted ? (
          <div className="visit-notice">
            <p>{t('visit.muted', { therapist })}</p>
            <Button onPress={() => onMute(false)}>{t('visit.unmute')}</Button>
          </div>
        ) : null}
        {blocked ? (
          <Button
            size="large"
            wide
            look="primary"
            demo="sound"
            onPress={() => {
              sound.unlock();
              void room.startAudio();
            }}
          >
            {t('visit.soundBlocked')}
          </Button>
        ) : null}
      </div>
      {isMoving && state ? (
        <div className="visit-work">
          {timed ? (
            <TimedFigures timed={timed} reading={measurement.reading} />
          ) : place ? (
            <GhostView trial={place} reading={measurement.reading} track={devices.video} />
          ) : (
            <Figures state={state} reading={measurement.reading} />
          )}
        </div>
      ) : null}
      <p className={`visit-cue${cue?.kind === 'refusal' ? ' is-mend' : ''}`} aria-live="polite">
        {/* "Ready" stands large in the arc. */}
        {timed?.status === 'called' ? <VisuallyHidden>{text}</VisuallyHidden> : text}
      </p>
      {showsMore && !isMoving && !state?.stop ? (
        <MorePanel encounter={encounter} devices={devices} muted={muted} onMute={onMute} />
      ) : null}
      <StopBar encounter={encounter} speech={speech} seen={seen}>
        {isMoving ? null : (
          <Button
            aria-expanded={showsMore}
            {...(showsMore ? { 'aria-controls': 'visit-more' } : {})}
            onPress={() => setShowsMore(!showsMore)}
          >
            {t(showsMore ? 'visit.less' : 'visit.more')}
          </Button>
        )}
      </StopBar>
    </main>
  );
}
