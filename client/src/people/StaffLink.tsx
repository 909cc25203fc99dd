import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton, QrCode } from '../ui/index.ts';
import { useDates } from './useDates.ts';

interface StaffLinkProps {
  name: string;
  link: { url: string; expiresAt: string };
}

/** A one-time link for a colleague, to copy or to scan. */
export function StaffLink({ name, link }: StaffLinkProps) {
  const { t } = useTranslation('staff');
  const { moment } = useDates();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="staff-link">
      <h3 ref={heading} tabIndex={-1}>
        {t('link.title', { name })}
      </h3>
      <div className="add-factor__scan">
        <QrCode text={link.url} label={t('link.qr', { name })} />
        <div className="section">
          <p>{t('link.text')}</p>
          <p className="staff-link__url" dir="ltr">
            {link.url}
          </p>
          <CopyButton text={link.url} label={t('link.copy')} />
          <p className="field__hint">{t('link.until', { until: moment(link.expiresAt) })}</p>
        </div>
      </div>
    </div>
  );
}
