import type { TrialState } from '@plumbline/shared/encounter';
import { findProtocol, ghostOf, type LiveReading } from '@plumbline/shared/measurement';
import { useTranslation } from 'react-i18next';
import { Ghost } from '../overlay/index.ts';
import { SelfView } from './SelfView.tsx';

interface GhostViewProps {
  trial: TrialState;
  reading: LiveReading | null;
  track: MediaStreamTrack | null;
}

/** Before the movement: one's own picture with the outline of where one stood last time, and how near that is. The cue says what to do. */
export function GhostView({ trial, reading, track }: GhostViewProps) {
  const { t } = useTranslation('patient');
  const position = findProtocol(trial.protocol)?.position ?? 'standing';
  const ghost = trial.lastSetUp && ghostOf(trial.lastSetUp, position);
  const percent = Math.round((reading?.likeLast?.likeness ?? 0) * 10) * 10;
  return (
    <div className="ghost-view">
      <SelfView track={track} label={t('setUp.picture')} className="ghost-view__picture">
        {ghost ? <Ghost ghost={ghost} /> : null}
      </SelfView>
      <p className="ghost-view__score">
        {t('setUp.score', { percent })}
        <span className="ghost-view__meter" aria-hidden="true">
          <span style={{ inlineSize: `${percent}%` }} />
        </span>
      </p>
    </div>
  );
}
