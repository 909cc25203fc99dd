import { inviteToVisit } from '@plumbline/shared/people';
import { useMutation } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { Busy, Button, ProblemBanner } from '../ui/index.ts';
import { QrCode } from './QrCode.tsx';

/** A fresh link for the patient, to copy or to scan. Making one ends the older unused ones. */
export function InviteLink({ encounterId, patientName }: { encounterId: string; patientName: string }) {
  const { t } = useTranslation('appointments');
  const locale = useFormatLocale();
  const { mutate, data, error } = useMutation({
    mutationFn: () => call(inviteToVisit, { params: { encounterId }, body: {} }),
  });
  useEffect(() => mutate(), [mutate]);
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
        <CopyButton text={data.url} />
        <p className="field__hint">{t('link.until', { until })}</p>
      </div>
    </div>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation('appointments');
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  }
  return (
    <div className="form__actions">
      <Button look="primary" onPress={() => void copy()}>
        {state === 'copied' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {t('link.copy')}
      </Button>
      <span role="status">{state === 'idle' ? null : t(`link.${state}`)}</span>
    </div>
  );
}
