import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Devices } from '../devices/index.ts';
import type { PoseSource, PoseState } from '../pose/index.ts';
import type { Speech } from '../speech/index.ts';
import { Button, Switch } from '../ui/index.ts';
import { CalmPage } from './CalmPage.tsx';
import { CameraProblem } from './CameraProblem.tsx';
import { MicMeter } from './MicMeter.tsx';
import { PoseProgress } from './PoseProgress.tsx';
import { SelfView } from './SelfView.tsx';
import { usePictureHint } from './usePictureHint.ts';

interface DeviceCheckProps {
  devices: Devices;
  pose: PoseSource | null;
  poseState: PoseState;
  speech: Speech;
  onReady: (keepTrace: boolean) => void;
}

/** Camera, microphone and speaker; the tracks looked at here are the ones that are sent. */
export function DeviceCheck({ devices, pose, poseState, speech, onReady }: DeviceCheckProps) {
  const { t } = useTranslation('patient');
  const [keepTrace, setKeepTrace] = useState(false);
  const { phase, video, audio, problem } = devices;
  if (phase !== 'open') {
    return (
      <CalmPage key="ask" title={t('check.title')}>
        <p>{t('check.lead')}</p>
        <p>{t('check.notKept')}</p>
        <Button
          size="large"
          wide
          look="primary"
          demo="allow"
          isPending={phase === 'opening'}
          onPress={() => void devices.open()}
        >
          {t(phase === 'opening' ? 'check.opening' : 'check.allow')}
        </Button>
      </CalmPage>
    );
  }
  return (
    <CalmPage key="look" title={t('check.title')}>
      {video ? <Preview track={video} pose={pose} /> : <CameraProblem problem={problem} />}
      {audio ? <MicMeter track={audio} /> : video ? <p>{t('check.noMic')}</p> : null}
      <div className="calm-row">
        <Button onPress={() => void speech.unlock().then(() => speech.tone('test'))}>{t('check.sound')}</Button>
        {video && devices.cameras > 1 ? (
          <Button onPress={() => void devices.change('camera')}>{t('check.turn')}</Button>
        ) : null}
        {audio && devices.microphones > 1 ? (
          <Button onPress={() => void devices.change('microphone')}>{t('check.turnMic')}</Button>
        ) : null}
        <p className="calm-small">{t('check.soundHint')}</p>
      </div>
      {video ? (
        <div className="calm-card">
          <Switch isSelected={keepTrace} onChange={setKeepTrace}>
            {t('check.trace')}
          </Switch>
          <p className="calm-small">{t('check.traceHint')}</p>
        </div>
      ) : null}
      {video ? <PoseProgress pose={poseState} /> : null}
      <div className="calm-actions">
        {video ? null : (
          <Button size="large" wide look="primary" onPress={() => void devices.open()}>
            {t('tryAgain')}
          </Button>
        )}
        <Button
          size="large"
          wide
          look={video ? 'primary' : 'plain'}
          demo="go-wait"
          onPress={() => onReady(video !== null && keepTrace)}
        >
          {t(video ? 'check.go' : 'check.goWithout')}
        </Button>
      </div>
    </CalmPage>
  );
}

function Preview({ track, pose }: { track: MediaStreamTrack; pose: PoseSource | null }) {
  const { t } = useTranslation('patient');
  const hint = usePictureHint(pose);
  return (
    <figure className="check-picture">
      <SelfView track={track} label={t('check.seen')} className="check-preview" />
      <figcaption>
        {t('check.seen')}. <span role="status">{hint ? t(`check.${hint}`) : null}</span>
      </figcaption>
    </figure>
  );
}
