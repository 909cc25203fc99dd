import { inviteToVisit } from '@plumbline/shared/people';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { Busy, Button, CopyButton, ProblemBanner, QrCode } from '../ui/index.ts';
import { SendLink } from './SendLink.tsx';

interface InviteLinkProps {
  encounterId: string;
  patientName: string;
  /** Makes the link only when asked to: making one ends the older unused ones. */
  isAsked?: boolean;
}

/** A fresh link for the patient, to copy or to scan. */
export function InviteLink({ encounterId, patientName, isAsked = false }: InviteLinkProps) {
  const { t } = useTranslation('appointments');
  const locale = useFormatLocale();
  const { mutate, data, error, isIdle } = useMutation({
    mutationFn: () => call(inviteToVisit, { params: { encounterId }, body: {} }),
  });
  useEffect(() => {
    if (!isAsked) mutate();
  }, [mutate, isAsked]);
  if (isAsked && isIdle) return <Button onPress={() => mutate()}>{t('link.make', { name: patientName })}</Button>;
  if (error) return <ProblemBanner error={error} onRetry={() => mutate()} />;
  if (!data) return <Busy text={t('link.making')} />;
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(data.expiresAt),
  );
  return (
    <div className="invite">
      <QrCode text={data.url} label={t('link.qr', { name: patientName })} />
      <div className="invite__text">
        <p>{t('link.text', { name: patientName })}</p>
        <p className="invite__url" dir="ltr">
          {data.url}
        </p>
        <CopyButton text={data.url} label={t('link.copy')} />
        <p className="field__hint">{t('link.until', { until })}</p>
        <SendLink encounterId={encounterId} />
      </div>
    </div>
  );
}
