import { Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner, Button, CopyButton } from '../ui/index.ts';

/** Ten fresh codes, shown once: to copy or to print. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('security');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="card recovery" aria-labelledby="recovery-title">
      <h2 id="recovery-title" ref={heading} tabIndex={-1}>
        {t('recovery.title')}
      </h2>
      <p>{t('recovery.text')}</p>
      <Banner kind="caution">{t('recovery.once')}</Banner>
      <ol className="recovery__codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="form__actions recovery__actions">
        <CopyButton text={codes.join('\n')} label={t('recovery.copy')} look="plain" />
        <Button onPress={() => window.print()}>
          <Printer aria-hidden="true" />
          {t('recovery.print')}
        </Button>
        <Button look="primary" onPress={onKept}>
          {t('recovery.kept')}
        </Button>
      </div>
    </section>
  );
}
