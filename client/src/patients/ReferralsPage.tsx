import { listReferrals } from '@plumbline/shared/people';
import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Busy, Empty, ProblemBanner, useTitle } from '../ui/index.ts';
import { ReferralCard } from './ReferralCard.tsx';
import './patients.css';

const GROUPS = ['toAnswer', 'waiting', 'answered'] as const;

/** Referrals to answer, those that wait for others, and those that are settled. */
export function ReferralsPage() {
  const { t } = useTranslation('referrals');
  useTitle(t('title'));
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['referrals'],
    queryFn: ({ signal }) => call(listReferrals, { signal }),
  });
  const all = data?.referrals ?? [];
  const groups = {
    toAnswer: all.filter(({ can }) => can.answer),
    waiting: all.filter(({ can, status }) => status === 'pending' && !can.answer),
    answered: all.filter(({ status }) => status !== 'pending'),
  };
  return (
    <div className="referrals">
      <h1>{t('title')}</h1>
      <ProblemBanner error={error} onRetry={() => void refetch()} />
      {isPending ? <Busy /> : null}
      {data && all.length === 0 ? (
        <Empty icon={Inbox} title={t('emptyTitle')}>
          <p>{t('emptyText')}</p>
        </Empty>
      ) : null}
      {GROUPS.filter((group) => groups[group].length > 0).map((group) => (
        <section key={group} className="referrals" aria-labelledby={group}>
          <h2 id={group}>{t(group)}</h2>
          {groups[group].map((one) => (
            <ReferralCard key={one.referralId} referral={one} />
          ))}
        </section>
      ))}
    </div>
  );
}
