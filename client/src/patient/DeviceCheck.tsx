import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Devices, useMicLevel } from '../devices/index.ts';
import type { PoseState } from '../pose/index.ts';
import type { Speech } from '../speech/index.ts';
import { Banner, Button, Switch } from '../ui/index.ts';
import { CalmPage } from './CalmPage.tsx';
import { SelfView } from './SelfView.tsx';

interface DeviceCheckProps {
  devices: Devices;
  pose: PoseState;
  speech: Speech;
  onReady: (keepTrace: boolean) => void;
}

/** Camera, microphone and speaker; the tracks looked at here are the ones that are sent. */
export function DeviceCheck({ devices, pose, speech, onReady }: DeviceCheckProps) {
  const { t } = useTranslation('patient');
  const [keepTrace, setKeepTrace] = useState(false);
  const { phase, video, audio, problem } = devices;
  if (phase !== 'open') {
    return (
      <CalmPage title={t('check.title')}>
        <p>{t('check.lead')}</p>
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
    <CalmPage title={t('check.title')}>
      {video ? (
        <figure className="check-picture">
          <SelfView track={video} label={t('check.seen')} className="check-preview" />
          <figcaption>{t('check.seen')}</figcaption>
        </figure>
      ) : (
        <Banner kind="caution" announce>
          <p>
            {t(
              problem === 'denied'
                ? 'check.denied'
                : problem === 'busy'
                  ? 'check.busy'
                  : problem === 'unsupported'
                    ? 'check.unsupported'
                    : 'check.noCamera',
            )}
          </p>
        </Banner>
      )}
      {audio ? <MicMeter track={audio} /> : video ? <p className="calm-small">{t('check.noMic')}</p> : null}
      <div className="calm-row">
        <Button
          onPress={() => {
            speech.unlock();
            speech.tone('done');
          }}
        >
          {t('check.sound')}
        </Button>
        {devices.severalCameras ? <Button onPress={() => void devices.turnCamera()}>{t('check.turn')}</Button> : null}
        {video ? null : <Button onPress={() => void devices.open()}>{t('tryAgain')}</Button>}
      </div>
      {video ? (
        <div className="calm-card">
          <Switch isSelected={keepTrace} onChange={setKeepTrace}>
            {t('check.trace')}
          </Switch>
          <p className="calm-small">{t('check.traceHint')}</p>
        </div>
      ) : null}
      {video ? <PoseProgress pose={pose} /> : null}
      <Button size="large" wide look="primary" demo="go-wait" onPress={() => onReady(keepTrace)}>
        {t(video ? 'check.go' : 'check.goWithout')}
      </Button>
    </CalmPage>
  );
}

function MicMeter({ track }: { track: MediaStreamTrack }) {
  const { t } = useTranslation('patient');
  const level = useMicLevel(track);
  return (
    <div>
      <p className="calm-small">{t('check.speak')}</p>
      <meter className="mic-meter" min={0} max={8} value={level} aria-label={t('check.micLevel', { level })} />
    </div>
  );
}

function PoseProgress({ pose }: { pose: PoseState }) {
  const { t } = useTranslation('patient');
  if (pose.kind === 'idle') return null;
  if (pose.kind === 'failed')
    return pose.retryInMs === null ? <p className="calm-small">{t('check.measuringFailed')}</p> : null;
  return (
    <p className="calm-small" aria-live="polite">
      {pose.kind === 'running'
        ? t('check.measuringReady')
        : t('check.loading', { percent: Math.round(pose.progress * 100) })}
    </p>
  );
}
