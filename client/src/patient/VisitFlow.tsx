import type { PublicConfig } from '@plumbline/shared/config';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEncounter } from '../encounter/index.ts';
import { useDeviceMeasurement } from '../measurement/index.ts';
import { useVisitRoom } from '../room/index.ts';
import { createSpeech } from '../speech/index.ts';
import { Busy, Button } from '../ui/index.ts';
import { CalmPage } from './CalmPage.tsx';
import { DeviceCheck } from './DeviceCheck.tsx';
import { EndedPage } from './EndedPage.tsx';
import { NameCheck, Stranger } from './NameCheck.tsx';
import { rememberVisit } from './remembered.ts';
import { screenFor } from './screen.ts';
import { usePatientMedia } from './usePatientMedia.ts';
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
  const { append, state, status } = encounter;
  const [nameIsRight, setNameIsRight] = useState<boolean | null>(knownName ? true : null);
  const [checked, setChecked] = useState(false);
  const [muted, setMuted] = useState(false);
  const { devices, pose, source } = usePatientMedia(config, state);
  const speech = useMemo(() => createSpeech(), []);
  useEffect(() => () => speech.close(), [speech]);

  const screen = screenFor({ status, state }, { nameIsRight, checked });
  const inVisit = screen === 'visit';
  useWakeLock(inVisit || screen === 'waiting');
  const room = useVisitRoom({
    encounterId,
    party: 'patient',
    enabled: inVisit,
    wakeUps: encounter.wakeUps,
    video: devices.video,
    audio: muted ? null : devices.audio,
  });
  const measurement = useDeviceMeasurement({ encounter, pose, room, source });

  // After a reload in the middle: the permission is still there, so nothing is asked again.
  const isOver = screen === 'ended';
  const wasThere = Boolean(state?.arrival) && nameIsRight === true;
  const { phase, open, close } = devices;
  useEffect(() => {
    if (!wasThere || isOver || checked || phase !== 'closed') return;
    void open().then(() => setChecked(true));
  }, [wasThere, isOver, checked, phase, open]);

  // The visit is over: camera and microphone go out.
  useEffect(() => {
    if (isOver && phase === 'open') close();
  }, [isOver, phase, close]);

  const confirmName = (right: boolean) => {
    setNameIsRight(right);
    if (right) rememberVisit({ encounterId, nameIsRight: true });
  };
  const arrive = (keepTrace: boolean) => {
    speech.unlock();
    setChecked(true);
    if (keepTrace) void append('consent.given', { kind: 'landmark-track' });
    void append('patient.arrived', {
      nameConfirmed: true,
      camera: devices.video !== null,
      microphone: devices.audio !== null,
    });
  };

  switch (screen) {
    case 'loading':
      return <Busy />;
    case 'failed': {
      const signedOut = encounter.problem?.status === 401 || encounter.problem?.status === 404;
      return (
        <CalmPage title={t('failed.title')}>
          <p>{t(signedOut ? 'failed.signedOut' : 'failed.offline')}</p>
        </CalmPage>
      );
    }
    case 'other-tab':
      return (
        <CalmPage title={t('otherTab.title')}>
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
      return wasThere ? (
        <Busy />
      ) : (
        <DeviceCheck devices={devices} pose={measurement.pose} speech={speech} onReady={arrive} />
      );
    case 'waiting':
      return <WaitingPage encounter={encounter} video={devices.video} />;
    case 'visit':
      return (
        <VisitPage
          encounter={encounter}
          room={room}
          measurement={measurement}
          video={devices.video}
          speech={speech}
          muted={muted}
          onMute={setMuted}
        />
      );
    case 'ended':
      return <EndedPage encounter={encounter} />;
  }
}
