import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the tab while the page is shown. */
export function useTitle(title: string): void {
  const { t } = useTranslation();
  const app = t('appName');
  useEffect(() => {
    document.title = `${title} · ${app}`;
  }, [title, app]);
}
