import { getEncounter } from '@plumbline/shared/encounter';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { call, isProblem } from '../http/index.ts';
import { Banner, Busy, buttonClass, ProblemBanner } from '../ui/index.ts';
import { Reviewing } from './Reviewing.tsx';
import { ReviewOffer } from './ReviewOffer.tsx';
import { Summary } from './Summary.tsx';
import { useSetAside } from './useSetAside.ts';
import './summary.css';

const REFRESH_MS = 15_000;

/** What was measured and counted in a visit; what arrives late appears by itself. */
export function SummaryPage() {
  const { t } = useTranslation('summary');
  const { encounterId = '' } = useParams();
  const visit = useQuery({
    queryKey: ['encounter', encounterId],
    queryFn: ({ signal }) => call(getEncounter, { params: { encounterId }, signal }),
    refetchInterval: REFRESH_MS,
  });
  const [isReviewing, setReviewing] = useState(false);
  const setAside = useSetAside(encounterId, visit.data?.serverSeq ?? null);
  if (visit.isPending) return <Busy />;
  if (!visit.data) {
    const isGone = isProblem(visit.error) && (visit.error.status === 404 || visit.error.status === 403);
    return (
      <div className="summary">
        <h1>{t(isGone ? 'gone' : 'title')}</h1>
        <ProblemBanner error={visit.error} {...(isGone ? {} : { onRetry: () => void visit.refetch() })} />
        <p>
          <Link to="/visits" className={buttonClass()}>
            {t('toVisits')}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <div className="summary" data-demo="summary">
      {visit.data.state.status === 'ended' || visit.data.role === 'reader' ? null : (
        <Banner kind="info" title={t('notEnded')}>
          <Link to={`/visits/${encounterId}`}>{t('backToVisit')}</Link>
        </Banner>
      )}
      {setAside.length > 0 ? (
        <Banner kind="caution" title={t('late.title', { count: setAside.length })}>
          <p>{t('late.text')}</p>
        </Banner>
      ) : null}
      {isReviewing ? (
        <Reviewing
          visit={visit.data}
          onDone={() => {
            setReviewing(false);
            void visit.refetch();
          }}
        />
      ) : (
        <>
          <ReviewOffer visit={visit.data} onReview={() => setReviewing(true)} />
          <Summary visit={visit.data} />
        </>
      )}
    </div>
  );
}
