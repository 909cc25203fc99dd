import { useTranslation } from 'react-i18next';
import { isProblem } from '../http/index.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { problemKey } from './problem-key.ts';

interface ProblemBannerProps {
  error: unknown;
  onRetry?: () => void;
}

/** What went wrong with a request, in plain words; nothing where nothing did. */
export function ProblemBanner({ error, onRetry }: ProblemBannerProps) {
  const { t } = useTranslation();
  if (!error) return null;
  const key = problemKey(error);
  return (
    <Banner kind="danger">
      <p>{t(`problem.${key}`, { code: isProblem(error) ? error.code : '–' })}</p>
      {onRetry ? <Button onPress={onRetry}>{t('retry')}</Button> : null}
    </Banner>
  );
}
