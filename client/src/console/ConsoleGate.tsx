import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import type { Encounter } from '../encounter/index.ts';
import { Banner, Busy, Button, buttonClass, PlainPage, ProblemBanner } from '../ui/index.ts';

/** What stands before the console while it cannot be shown: loading, gone, another tab. */
export function ConsoleGate({ encounter }: { encounter: Encounter }) {
  const { t } = useTranslation('console');
  const { status, problem } = encounter;
  if (status === 'other-tab') {
    return (
      <PlainPage title={t('otherTab.title')} lead={t('otherTab.text')}>
        <div className="form__actions">
          <Button look="primary" onPress={encounter.takeOver}>
            {t('otherTab.takeOver')}
          </Button>
          <ToVisits />
        </div>
      </PlainPage>
    );
  }
  if (status !== 'failed') {
    return (
      <div className="console-gate">
        <Busy text={t('gate.loading')} />
      </div>
    );
  }
  if (problem?.code === 'signed-out') {
    return <Navigate to={`/sign-in?next=${encodeURIComponent(`/visits/${encounter.encounterId}`)}`} replace />;
  }
  if (problem?.status === 404) {
    return (
      <PlainPage title={t('gate.notFoundTitle')} lead={t('gate.notFoundText')}>
        <ToVisits />
      </PlainPage>
    );
  }
  if (problem?.status === 403) {
    return (
      <PlainPage title={t('gate.notAllowedTitle')} lead={t('gate.notAllowedText')}>
        <ToVisits />
      </PlainPage>
    );
  }
  return (
    <PlainPage title={t('gate.failedTitle')}>
      {problem?.code === 'offline' ? (
        <Banner kind="caution" announce>
          <p>{t('gate.offline')}</p>
        </Banner>
      ) : (
        <ProblemBanner error={problem} />
      )}
      <div className="form__actions">
        <Button onPress={() => window.location.reload()}>{t('gate.reload')}</Button>
        <ToVisits />
      </div>
    </PlainPage>
  );
}

function ToVisits() {
  const { t } = useTranslation('console');
  return (
    <p>
      <Link to="/visits" className={buttonClass()}>
        {t('gate.toVisits')}
      </Link>
    </p>
  );
}
