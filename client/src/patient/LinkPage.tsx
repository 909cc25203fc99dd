import { lookUpInvitation, redeemInvitation } from '@plumbline/shared/people';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call, isProblem } from '../http/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { Banner, Button } from '../ui/index.ts';
import { CalmBusy, CalmPage } from './CalmPage.tsx';
import { CopyLink } from './CopyLink.tsx';
import { MoveHere } from './MoveHere.tsx';
import { whenIn } from './when.ts';

interface LinkPageProps {
  token: string;
  onRedeemed: (encounterId: string) => void;
}

/** What the link is about. Only its button spends it. */
export function LinkPage({ token, onRedeemed }: LinkPageProps) {
  const { t } = useTranslation('patient');
  const look = useQuery({
    queryKey: ['link', token],
    queryFn: ({ signal }) => call(lookUpInvitation, { body: { token }, signal }),
    retry: (count, error) => isProblem(error, 'offline') && count < 1,
    refetchOnReconnect: true,
  });
  const redeem = useMutation({
    mutationFn: () => call(redeemInvitation, { body: { token } }),
    onSuccess: ({ encounterId }) => onRedeemed(encounterId),
    onError: () => void look.refetch(),
  });
  if (look.isPending) return <CalmBusy />;
  if (look.isError) {
    const trouble = troubleOf(look.error);
    return (
      <CalmPage key={trouble} title={t(`link.${trouble}Title`)}>
        <p>{t(`link.${trouble}`)}</p>
        <Button size="large" wide look="primary" onPress={() => void look.refetch()}>
          {t('tryAgain')}
        </Button>
      </CalmPage>
    );
  }
  const { state, clinicName: clinic, therapistName: therapist } = look.data;
  if (state === 'expired')
    return <Closed title={t('link.expiredTitle')} text={t('link.expired', { therapist, clinic })} />;
  if (state === 'used-elsewhere') return <MoveHere token={token} therapist={therapist} onMoved={onRedeemed} />;
  if (state === 'ended') return <Closed title={t('link.endedTitle')} text={t('link.ended', { clinic })} />;
  const yours = state === 'yours';
  return (
    <CalmPage title={t(yours ? 'link.resumeTitle' : 'link.title')}>
      <div className="calm-card">
        <p className="calm-strong">{t('link.with', { therapist, clinic })}</p>
        <StartsAt startsAt={look.data.startsAt} timeZone={look.data.timeZone} />
      </div>
      {yours ? null : <p>{t('link.lead')}</p>}
      <CopyLink />
      {redeem.isError ? <Banner kind="danger">{t(`link.${troubleOf(redeem.error)}`)}</Banner> : null}
      <Button
        size="large"
        wide
        look="primary"
        demo="continue"
        isPending={redeem.isPending}
        onPress={() => redeem.mutate()}
      >
        {t(yours ? 'link.resume' : 'link.continue')}
      </Button>
    </CalmPage>
  );
}

/** A link the server does not know is not whole; anything else passes. */
function troubleOf(error: unknown): 'offline' | 'later' | 'unknown' {
  if (isProblem(error, 'offline')) return 'offline';
  return isProblem(error) && (error.status >= 500 || error.status === 429) ? 'later' : 'unknown';
}

function Closed({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation('patient');
  return (
    <CalmPage title={title}>
      <p>{text}</p>
      <Link to="/lost-link" className="calm-link">
        {t('lost.title')}
      </Link>
    </CalmPage>
  );
}

/** The time here, and at the clinic where that is another. */
function StartsAt({ startsAt, timeZone }: { startsAt: string; timeZone: string }) {
  const { t } = useTranslation('patient');
  const locale = useFormatLocale();
  const inZone = (zone: string) => {
    const { day, time } = whenIn(new Date(startsAt), new Date(), locale, zone);
    return day === null ? t('link.today', { time }) : `${day}, ${time}`;
  };
  const [here, there] = [inZone(Intl.DateTimeFormat().resolvedOptions().timeZone), inZone(timeZone)];
  return (
    <>
      <p>{here}</p>
      {here === there ? null : <p className="calm-small">{t('link.clinicTime', { when: there })}</p>}
    </>
  );
}
