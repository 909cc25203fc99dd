import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '../encounter/index.ts';
import { IconButton } from '../ui/index.ts';
import { noticeKey } from './notice-key.ts';

/** What the server did not take of what was just done here, in plain words. */
export function Notices({ encounter }: { encounter: Encounter }) {
  const { t } = useTranslation('console');
  return (
    <div className="notices" role="status">
      {encounter.notices.map((notice) => (
        <p key={notice.id} className="notice">
          <span>{t(`notice.${noticeKey(notice.code)}`, { code: notice.code })}</span>
          <IconButton
            label={t('notice.dismiss')}
            icon={<X size={16} aria-hidden="true" />}
            onPress={() => encounter.dismiss(notice.id)}
          />
        </p>
      ))}
    </div>
  );
}
