import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { actAs } from '../http/index.ts';
import { useConfig } from '../people/index.ts';
import { Button } from '../ui/index.ts';
import { CalmBusy, CalmPage } from './CalmPage.tsx';
import { LinkPage } from './LinkPage.tsx';
import { recallVisit, rememberVisit } from './remembered.ts';

/** Video and pose code come after the first page: it must open at once on a slow line. */
const VisitFlow = lazy(async () => ({ default: (await import('./VisitFlow.tsx')).VisitFlow }));

actAs('patient');

/** The patient's side, from the link to the end. The link's secret is in the fragment: it never reaches a log. */
export function PatientApp() {
  const { t } = useTranslation('patient');
  const config = useConfig();
  const [token] = useState(() => location.hash.slice(1));
  const [visit, setVisit] = useState(recallVisit);

  useEffect(() => actAs('patient'), []);

  const redeemed = (encounterId: string) => {
    const known = visit?.encounterId === encounterId ? visit : { encounterId, nameIsRight: false };
    rememberVisit(known);
    setVisit(known);
    setEntered(true);
  };
  // A reload goes straight back; a link opened anew is looked at first.
  const [entered, setEntered] = useState(() => visit !== null && isReload());

  if (!config.data) {
    if (!config.isError) return <CalmBusy />;
    return (
      <CalmPage title={t('link.offlineTitle')}>
        <p>{t('link.offline')}</p>
        <Button size="large" wide look="primary" onPress={() => void config.refetch()}>
          {t('tryAgain')}
        </Button>
      </CalmPage>
    );
  }
  if (visit && (entered || token.length === 0)) {
    return (
      <Suspense fallback={<CalmBusy />}>
        <VisitFlow key={visit.encounterId} visit={visit} config={config.data} />
      </Suspense>
    );
  }
  if (token.length === 0)
    return (
      <CalmPage title={t('link.unknownTitle')}>
        <p>{t('link.unknown')}</p>
        <Link to="/lost-link" className="calm-link">
          {t('lost.title')}
        </Link>
      </CalmPage>
    );
  return <LinkPage token={token} onRedeemed={redeemed} />;
}

function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return (entry as PerformanceNavigationTiming | undefined)?.type === 'reload';
}
