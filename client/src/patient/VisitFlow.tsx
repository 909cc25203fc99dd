import type { PublicConfig } from '@plumbline/shared/config';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEncounter } from '../encounter/index.ts';
import { useVisitRoom } from '../room/index.ts';
import { createSpeech } from '../speech/index.ts';
import { Button } from '../ui/index.ts';
import { CalmBusy, CalmPage } from './CalmPage.tsx';
import { DeviceCheck } from './DeviceCheck.tsx';
import { EndedPage } from './EndedPage.tsx';
import { NameCheck, Stranger } from './NameCheck.tsx';
import { rememberVisit } from './remembered.ts';
import { screenFor } from './screen.ts';
import { useBeginning } from './useBeginning.ts';
import { usePatientMeasurement } from './usePatientMeasurement.ts';
import { usePatientMedia } from './usePatientMedia.ts';
import { useSound } from './useSound.ts';
import { useWakeLock } from './useWakeLock.ts';
import { VisitPage } from './VisitPage.tsx';
import { WaitingPage } from './WaitingPage.tsx';

interface VisitFlowProps {
  visit: { encounterId: string; nameIsRight: boolean };
  config: PublicConfig;
}

/** Everything after the link: one encounter, one camera, one room, and the screen that stands now. */
export function VisitFlow({ visit: { encounterId, nameIsRight: knownName }, config }: VisitFlowProps) {
  const { t } = useTranslation('patient');
  const encounter = useEncounter(encounterId, 'patient');
  const { append, state, status, therapistName: therapist } = encounter;
  const [nameIsRight, setNameIsRight] = useState<boolean | null>(knownName ? true : null);
  const [ready, setReady] = useState(false);
  const [muted, setMuted] = useState(false);
  const { devices, pose, source } = usePatientMedia(config, state);
  const speech = useMemo(() => createSpeech(), []);
  useEffect(() => () => speech.close(), [speech]);
  const sound = useSound(speech);

  // After a reload in the middle nothing is asked again, and STOP is there at once.
  const wasThere = state?.arrival != null && nameIsRight === true;
  const screen = screenFor({ status, state }, { nameIsRight, checked: ready || wasThere });
  const isOver = screen === 'ended';
  const inVisit = screen === 'visit';
  useWakeLock(inVisit || screen === 'waiting');
  useBeginning(screen, speech, t('visit.begins', { therapist }));
  const room = useVisitRoom({
    encounterId,
    party: 'patient',
    enabled: inVisit,
    wakeUps: encounter.wakeUps,
    video: devices.video,
    audio: muted ? null : devices.audio,
  });
  const moved = room.problem === 'moved';
  const measurement = usePatientMeasurement({ encounter, pose, room, source });

  const { phase, open, close } = devices;
  useEffect(() => {
    if (wasThere && !isOver && !moved && phase === 'closed') void open();
  }, [wasThere, isOver, moved, phase, open]);

  // The visit is over, or goes on elsewhere: camera and microphone go out.
  useEffect(() => {
    if ((isOver || moved) && phase === 'open') close();
  }, [isOver, moved, phase, close]);

  const confirmName = (right: boolean) => {
    setNameIsRight(right);
    if (right) rememberVisit({ encounterId, nameIsRight: true });
  };
  const arrive = (keepTrace: boolean) => {
    setReady(true);
    if (keepTrace) void append('consent.given', { kind: 'landmark-track' });
    void append('patient.arrived', {
      nameConfirmed: true,
      camera: devices.video !== null,
      microphone: devices.audio !== null,
    });
  };

  if (moved && !isOver)
    return (
      <CalmPage title={t('move.movedTitle')} tab={t('title')}>
        <p>{t('move.moved')}</p>
      </CalmPage>
    );
  switch (screen) {
    case 'loading':
      return <CalmBusy />;
    case 'failed': {
      const signedOut = encounter.problem?.status === 401 || encounter.problem?.status === 404;
      return (
        <CalmPage title={t(signedOut ? 'failed.title' : 'link.offlineTitle')}>
          <p>{t(signedOut ? 'failed.signedOut' : 'failed.offline')}</p>
        </CalmPage>
      );
    }
    case 'other-tab':
      return (
        <CalmPage title={t('otherTab.title')} tab={t('title')}>
          <p>{t('otherTab.lead')}</p>
          <Button size="large" wide look="primary" onPress={encounter.takeOver}>
            {t('otherTab.here')}
          </Button>
        </CalmPage>
      );
    case 'name':
      return <NameCheck name={encounter.patientName} onAnswer={confirmName} />;
    case 'stranger':
      return <Stranger clinic={encounter.clinicName} onBack={() => setNameIsRight(null)} />;
    case 'check':
      return (
        <DeviceCheck devices={devices} pose={pose} poseState={measurement.pose} speech={speech} onReady={arrive} />
      );
    case 'waiting':
      return <WaitingPage encounter={encounter} devices={devices} />;
    case 'visit':
      return (
        <VisitPage
          encounter={encounter}
          room={room}
          measurement={measurement}
          pose={pose}
          devices={devices}
          speech={speech}
          sound={sound}
          muted={muted}
          onMute={setMuted}
        />
      );
    case 'ended':
      return <EndedPage encounter={encounter} />;
  }
}
