import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useConfig } from '../people/index.ts';
import { Busy, PlainPage, ProblemBanner } from '../ui/index.ts';

const [loadDemo] = Object.values(import.meta.glob<ComponentType>('../demo/DemoPage.tsx', { import: 'DemoPage' }));
const DemoPage = loadDemo ? lazy(async () => ({ default: await loadDemo() })) : null;

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
  if (!config.data.demo || !DemoPage) return <Navigate to="/visits" replace />;
  return (
    <Suspense fallback={<Busy />}>
      <DemoPage />
    </Suspense>
  );
}
