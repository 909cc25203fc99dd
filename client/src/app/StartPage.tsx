import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useConfig } from '../people/index.ts';
import { Busy, PlainPage, ProblemBanner } from '../ui/index.ts';

const DemoPage = lazy(async () => ({ default: (await import('../demo/DemoPage.tsx')).DemoPage }));

/** The root: the demo where this is one, else the day's visits. */
export function StartPage() {
  const { t } = useTranslation();
  const config = useConfig();
  if (config.isPending) return <Busy />;
  if (!config.data) {
    return (
      <PlainPage title={t('error.title')}>
        <ProblemBanner error={config.error} onRetry={() => void config.refetch()} />
      </PlainPage>
    );
  }
  if (!config.data.demo) return <Navigate to="/visits" replace />;
  return (
    <Suspense fallback={<Busy />}>
      <DemoPage />
    </Suspense>
  );
}
