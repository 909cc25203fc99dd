import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { buttonClass, PlainPage } from '../ui/index.ts';

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <PlainPage title={t('error.notFoundTitle')} lead={t('error.notFoundText')}>
      <p>
        <Link to="/" className={buttonClass()}>
          {t('error.toStart')}
        </Link>
      </p>
    </PlainPage>
  );
}
