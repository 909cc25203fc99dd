import { getLocalTimeZone, isToday } from '@internationalized/date';
import { CalendarDays, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormatLocale } from '../i18n/index.ts';
import { StaffNotices } from '../patients/index.ts';
import { Button, Empty, ProblemBanner, useTitle } from '../ui/index.ts';
import { DayNavigation } from './DayNavigation.tsx';
import { parseDay } from './day.ts';
import { PlanVisitPanel } from './PlanVisitPanel.tsx';
import { useVisits } from './useVisits.ts';
import { VisitList } from './VisitList.tsx';
import { WaitingNotice } from './WaitingNotice.tsx';
import './appointments.css';

/** A day of visits: who comes when, who waits, and a panel to plan another. */
export function VisitsPage() {
  const { t } = useTranslation('appointments');
  const [search, setSearch] = useSearchParams();
  const day = parseDay(search.get('day'));
  const visits = useVisits(day.toString());
  const [isPlanning, setPlanning] = useState(false);
  const planButton = useRef<HTMLButtonElement>(null);
  const date = new Intl.DateTimeFormat(useFormatLocale(), { dateStyle: 'full' }).format(day.toDate(getLocalTimeZone()));
  const waiting = visits.data?.filter((visit) => visit.status === 'waiting').length ?? 0;
  useTitle(waiting > 0 ? `(${waiting}) ${t('title')}` : t('title'));

  return (
    <div className="visits" data-planning={isPlanning}>
      <div className="visits__head">
        <div>
          <h1>{isToday(day, getLocalTimeZone()) ? t('today') : t('title')}</h1>
          <p className="visits__date">{date}</p>
        </div>
        <DayNavigation day={day} onDay={(next) => setSearch({ day: next.toString() })} />
        {isPlanning ? null : (
          <Button ref={planButton} look="primary" onPress={() => setPlanning(true)}>
            <Plus aria-hidden="true" />
            {t('plan.open')}
          </Button>
        )}
      </div>
      <StaffNotices />
      <WaitingNotice visits={visits.data ?? []} />
      <div className="visits__body">
        <section aria-label={t('listOf', { date })} aria-busy={visits.isPending}>
          {visits.error && !visits.data ? (
            <ProblemBanner error={visits.error} onRetry={() => void visits.refetch()} />
          ) : null}
          {visits.isPending ? <ListSkeleton /> : null}
          {visits.data?.length === 0 ? (
            <Empty icon={CalendarDays} title={t('empty.title')}>
              <p>{t('empty.text')}</p>
            </Empty>
          ) : null}
          {visits.data && visits.data.length > 0 ? <VisitList visits={visits.data} /> : null}
        </section>
        {isPlanning ? (
          <PlanVisitPanel
            day={day}
            onPlanned={(planned) => setSearch({ day: planned })}
            onClose={() => {
              setPlanning(false);
              requestAnimationFrame(() => planButton.current?.focus());
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

function ListSkeleton() {
  return (
    <div className="visit-list" aria-hidden="true">
      {[1, 2, 3].map((row) => (
        <div key={row} className="visit visit--skeleton" />
      ))}
    </div>
  );
}
