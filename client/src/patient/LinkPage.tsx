import { lookUpInvitation, redeemInvitation } from '@plumbline/shared/people';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, isProblem } from '../http/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { Banner, Busy, Button } from '../ui/index.ts';
import { CalmPage } from './CalmPage.tsx';
import { inAppBrowser } from './in-app-browser.ts';

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
    retry: (count, error) => isProblem(error, 'offline') && count < 3,
  });
  const redeem = useMutation({
    mutationFn: () => call(redeemInvitation, { body: { token } }),
    onSuccess: ({ encounterId }) => onRedeemed(encounterId),
    onError: () => void look.refetch(),
  });
  if (look.isPending) return <Busy />;
  if (look.isError) {
    const offline = isProblem(look.error, 'offline');
    return (
      <CalmPage title={t(offline ? 'link.offlineTitle' : 'link.unknownTitle')}>
        <p>{t(offline ? 'link.offline' : 'link.unknown')}</p>
        <Button size="large" wide look="primary" onPress={() => void look.refetch()}>
          {t('tryAgain')}
        </Button>
      </CalmPage>
    );
  }
  const { state, clinicName: clinic, therapistName: therapist } = look.data;
  if (state === 'expired')
    return <Closed title={t('link.expiredTitle')} text={t('link.expired', { therapist, clinic })} />;
  if (state === 'used-elsewhere') return <Closed title={t('link.usedTitle')} text={t('link.used', { therapist })} />;
  if (state === 'ended') return <Closed title={t('link.endedTitle')} text={t('link.ended', { clinic })} />;
  const yours = state === 'yours';
  return (
    <CalmPage title={t(yours ? 'link.resumeTitle' : 'link.title')}>
      <div className="calm-card">
        <p className="calm-strong">{t('link.with', { therapist, clinic })}</p>
        <When startsAt={look.data.startsAt} timeZone={look.data.timeZone} />
      </div>
      {yours ? null : <p>{t('link.lead')}</p>}
      <InAppHint />
      {redeem.isError && isProblem(redeem.error, 'offline') ? <Banner kind="danger">{t('link.offline')}</Banner> : null}
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

function Closed({ title, text }: { title: string; text: string }) {
  return (
    <CalmPage title={title}>
      <p>{text}</p>
    </CalmPage>
  );
}

/** The time here, and at the clinic where that is another. */
function When({ startsAt, timeZone }: { startsAt: string; timeZone: string }) {
  const { t } = useTranslation('patient');
  const locale = useFormatLocale();
  const shown = (zone?: string) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      ...(zone ? { timeZone: zone } : {}),
    }).format(new Date(startsAt));
  const [here, there] = [shown(), shown(timeZone)];
  return (
    <>
      <p>{t('link.when', { when: here })}</p>
      {here === there ? null : <p className="calm-small">{t('link.clinicTime', { when: there })}</p>}
    </>
  );
}

function InAppHint() {
  const { t } = useTranslation('patient');
  const [copied, setCopied] = useState(false);
  const browser = inAppBrowser(navigator.userAgent);
  if (!browser) return null;
  return (
    <Banner kind="caution">
      <p>{t('link.inApp', { browser })}</p>
      <Button onPress={() => void navigator.clipboard?.writeText(location.href).then(() => setCopied(true))}>
        {t(copied ? 'link.copied' : 'link.copy')}
      </Button>
    </Banner>
  );
}
