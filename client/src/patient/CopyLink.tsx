import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner, Button } from '../ui/index.ts';
import { inAppBrowser } from './in-app-browser.ts';

/** In another app's own window: how to get to a real browser. Nothing where this is one. */
export function CopyLink() {
  const { t } = useTranslation('patient');
  const [result, setResult] = useState<'copied' | 'by-hand' | null>(null);
  const browser = inAppBrowser(navigator.userAgent);
  if (!browser) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setResult('copied');
    } catch {
      setResult('by-hand');
    }
  };
  return (
    <Banner kind="caution">
      <p>{t('link.inApp', { browser })}</p>
      {result === 'by-hand' ? (
        <label className="calm-copy">
          {t('link.copyByHand')}
          <input readOnly value={location.href} onFocus={(event) => event.target.select()} />
        </label>
      ) : (
        <Button onPress={() => void copy()}>{t(result === 'copied' ? 'link.copied' : 'link.copy')}</Button>
      )}
    </Banner>
  );
}
