import { listOpenings, listReferrals, seeOpening } from '@plumbline/shared/people';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../http/index.ts';
import { Banner, Button } from '../ui/index.ts';
import { useDates } from './dates.ts';

const REFRESH_MS = 60_000;

/** What a therapist must be told: who opened a chart in their care, and who waits for an answer to a referral. */
export function StaffNotices() {
  const { t } = useTranslation('patients');
  const { moment } = useDates();
  const queries = useQueryClient();
  const openings = useQuery({
    queryKey: ['openings'],
    queryFn: ({ signal }) => call(listOpenings, { signal }),
    refetchInterval: REFRESH_MS,
    retry: false,
  });
  const referrals = useQuery({
    queryKey: ['referrals'],
    queryFn: ({ signal }) => call(listReferrals, { signal }),
    refetchInterval: REFRESH_MS,
    retry: false,
  });
  const see = useMutation({
    mutationFn: (params: { patientId: string; openingId: string }) => call(seeOpening, { params, body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['openings'] }),
  });
  const waiting = referrals.data?.referrals.filter(({ can }) => can.answer).length ?? 0;
  return (
    <>
      {openings.data?.openings.map(({ openingId, patientId, patientName, openedBy, openedAt, reason, words }) => (
        <Banner
          key={openingId}
          kind="caution"
          title={t('notice.openedTitle', { who: openedBy, name: patientName })}
          announce
        >
          <p>{t('notice.openedText', { date: moment(openedAt), reason: t(`glass.reasons.${reason}`), words })}</p>
          <Button isPending={see.isPending} onPress={() => see.mutate({ patientId, openingId })}>
            {t('notice.seen')}
          </Button>
        </Banner>
      ))}
      {waiting > 0 ? (
        <Banner kind="info" title={t('notice.referrals', { count: waiting })} announce>
          <Link to="/referrals">{t('notice.toReferrals')}</Link>
        </Banner>
      ) : null}
    </>
  );
}
