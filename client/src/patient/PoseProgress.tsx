import { useTranslation } from 'react-i18next';
import { DOWNLOAD_BYTES, type PoseState } from '../pose/index.ts';

const MEGABYTES = Math.round((DOWNLOAD_BYTES.model + DOWNLOAD_BYTES.engine) / 1e6);

/** How far the measuring has been loaded, and how much there is to load. Nobody waits for it. */
export function PoseProgress({ pose }: { pose: PoseState }) {
  const { t } = useTranslation('patient');
  if (pose.kind === 'idle') return null;
  if (pose.kind === 'failed')
    return pose.retryInMs === null ? <p className="calm-small">{t('check.measuringFailed')}</p> : null;
  // Only the arrival is announced: every per cent would be chatter.
  return (
    <p className="calm-small" role={pose.kind === 'running' ? 'status' : undefined}>
      {pose.kind === 'running'
        ? t('check.measuringReady')
        : t('check.loading', { percent: Math.round(pose.progress * 100), megabytes: MEGABYTES })}
    </p>
  );
}
