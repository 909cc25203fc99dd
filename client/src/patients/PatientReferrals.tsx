import { listReferralsOf } from '@plumbline/shared/people';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { ProblemBanner } from '../ui/index.ts';
import { ReferralCard } from './ReferralCard.tsx';

/** Letters of a patient's chart; nothing where there are none. */
export function PatientReferrals({ patientId }: { patientId: string }) {
  const { t } = useTranslation('referrals');
  const referrals = useQuery({
    queryKey: ['patient', patientId, 'referrals'],
    queryFn: ({ signal }) => call(listReferralsOf, { params: { patientId }, signal }),
    select: (data) => data.referrals,
  });
  if (referrals.error) return <ProblemBanner error={referrals.error} onRetry={() => void referrals.refetch()} />;
  if (!referrals.data || referrals.data.length === 0) return null;
  return (
    <section className="referrals" aria-labelledby="referrals-title">
      <h2 id="referrals-title">{t('title')}</h2>
      {referrals.data.map((one) => (
        <ReferralCard key={one.referralId} referral={one} />
      ))}
    </section>
  );
}
