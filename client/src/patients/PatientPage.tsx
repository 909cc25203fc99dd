import { type Chart, getChart, getProfile, type WrittenProfile } from '@plumbline/shared/people';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { call, isProblem } from '../http/index.ts';
import { PatientRightsPanel } from '../rights/index.ts';
import { Banner, Busy, ProblemBanner, useTitle } from '../ui/index.ts';
import { BreakGlass } from './BreakGlass.tsx';
import { CareCard } from './CareCard.tsx';
import { useDates } from './dates.ts';
import { MergeNotice } from './MergeNotice.tsx';
import { PatientHead } from './PatientHead.tsx';
import { PatientReferrals } from './PatientReferrals.tsx';
import { PatientVisits } from './PatientVisits.tsx';
import { ProfileCard } from './ProfileCard.tsx';
import './patients.css';

/** One patient: profile, visits, who cares. Whoever does not care for them is asked why they look. */
export function PatientPage() {
  const { patientId = '' } = useParams();
  return <Patient key={patientId} patientId={patientId} />;
}

function Patient({ patientId }: { patientId: string }) {
  const { t } = useTranslation('patients');
  // Never the name: it would stand in the browser's history.
  useTitle(t('one'));
  const chart = useQuery({
    queryKey: ['patient', patientId, 'chart'],
    queryFn: ({ signal }) => call(getChart, { params: { patientId }, signal }),
  });
  const profile = useQuery({
    queryKey: ['patient', patientId, 'profile'],
    queryFn: ({ signal }) => call(getProfile, { params: { patientId }, signal }),
    enabled: chart.data !== undefined,
  });
  const error = chart.error ?? profile.error;
  if (isProblem(error) && (error.status === 404 || error.code === 'invalid'))
    return <BreakGlass patientId={patientId} />;
  if (chart.data?.mergedInto) return <Navigate to={`/patients/${chart.data.mergedInto}`} replace />;
  if (chart.data && profile.data) return <Opened chart={chart.data} written={profile.data} />;
  if (!error) return <Busy />;
  return (
    <div className="patient">
      <h1>{t('one')}</h1>
      <ProblemBanner error={error} onRetry={() => void Promise.all([chart.refetch(), profile.refetch()])} />
    </div>
  );
}

function Opened({ chart, written }: { chart: Chart; written: WrittenProfile }) {
  const { t } = useTranslation('patients');
  const { time, list } = useDates();
  const { patientId } = chart;
  const isCarer = chart.you === 'carer';
  return (
    <div className="patient">
      <PatientHead profile={written.profile} />
      {chart.openUntil ? (
        <Banner kind="caution">
          <p>
            {t('page.openUntil', {
              time: time(chart.openUntil),
              names: list(chart.carers.map(({ displayName }) => displayName)),
            })}
          </p>
        </Banner>
      ) : null}
      <MergeNotice patientId={patientId} merge={chart.lastMerge} />
      <div className="patient__body">
        <ProfileCard written={written} mayWrite={isCarer} />
        <div className="patient__side">
          <PatientVisits patientId={patientId} />
          <CareCard chart={chart} />
          <PatientReferrals patientId={patientId} />
          {isCarer ? <PatientRightsPanel patientId={patientId} /> : null}
        </div>
      </div>
    </div>
  );
}
