import { listVisitsOf } from '@plumbline/shared/appointments';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../http/index.ts';
import { Busy, buttonClass, ProblemBanner } from '../ui/index.ts';
import { useDates } from './dates.ts';

/** Visits planned and past, latest first; what came of a past one is a link away. */
export function PatientVisits({ patientId }: { patientId: string }) {
  const { t } = useTranslation('patients');
  const { moment } = useDates();
  const visits = useQuery({
    queryKey: ['patient', patientId, 'visits'],
    queryFn: ({ signal }) => call(listVisitsOf, { params: { patientId }, signal }),
    select: (data) => data.visits,
  });
  return (
    <section className="card" aria-labelledby="visits-title">
      <h2 id="visits-title">{t('page.visits')}</h2>
      <ProblemBanner error={visits.error} onRetry={() => void visits.refetch()} />
      {visits.isPending ? <Busy /> : null}
      {visits.data?.length === 0 ? <p className="patients__hint">{t('page.noVisits')}</p> : null}
      <ul className="plain-list">
        {visits.data?.map(({ encounterId, startsAt, status, therapistName, isYours }) => {
          const date = moment(startsAt);
          const isHeld = isYours && status !== 'ended';
          return (
            <li key={encounterId} className="plain-list__row">
              <span>
                {date}
                <span className="patients__hint">
                  {' '}
                  {t(`page.status.${status}`)}, {t('page.withWhom', { name: therapistName })}
                </span>
              </span>
              <Link
                className={buttonClass({ look: 'quiet' })}
                to={isHeld ? `/visits/${encounterId}` : `/visits/${encounterId}/summary`}
                aria-label={t(isHeld ? 'page.openOf' : 'page.summaryOf', { date })}
              >
                {t(isHeld ? 'page.openVisit' : 'page.summary')}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
