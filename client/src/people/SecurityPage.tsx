import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Busy, ProblemBanner, useTitle } from '../ui/index.ts';
import { PasswordSection } from './PasswordSection.tsx';
import { SecondFactorSection } from './SecondFactorSection.tsx';
import { SessionsSection } from './SessionsSection.tsx';
import { securityQuery } from './security-query.ts';
import './people.css';

/** How the signed-in person signs in, and where they are signed in. */
export function SecurityPage() {
  const { t } = useTranslation('security');
  useTitle(t('title'));
  const security = useQuery(securityQuery);
  return (
    <div className="section-list">
      <div className="section-list__head">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </div>
      {security.error ? <ProblemBanner error={security.error} onRetry={() => void security.refetch()} /> : null}
      {security.isPending ? <Busy /> : null}
      {security.data ? (
        <>
          <SecondFactorSection security={security.data} />
          <PasswordSection email={security.data.email} passwordSetAt={security.data.passwordSetAt} />
          <SessionsSection sessions={security.data.sessions} />
        </>
      ) : null}
    </div>
  );
}
