import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../http/index.ts';

/** Says on top of a page that the server cannot be reached, as long as it cannot. */
export function OfflineBar() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  useIsFetching();
  const isAway = queries
    .getQueryCache()
    .findAll({ type: 'active' })
    .some(({ state }) => isProblem(state.error ?? state.fetchFailureReason, 'offline'));
  return (
    <div role="status">
      {isAway ? (
        <p className="offline-bar">
          <WifiOff size={16} aria-hidden="true" />
          <b>{t('offline.title')}.</b> {t('offline.text')}
        </p>
      ) : null}
    </div>
  );
}
