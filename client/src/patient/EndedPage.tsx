import { countComplete } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '../encounter/index.ts';
import { useNames } from '../results/index.ts';
import { CalmPage } from './CalmPage.tsx';

/** The end, with what was done in plain words. */
export function EndedPage({ encounter: { state, connection } }: { encounter: Encounter }) {
  const { t } = useTranslation('patient');
  const names = useNames();
  const sets = (state?.sets ?? []).filter((set) => countComplete(set) > 0);
  const kept = (state?.trials ?? []).filter((trial) => trial.status === 'kept' && trial.result?.valueDegrees != null);
  return (
    <CalmPage title={t('ended.title')}>
      <p>{connection.pending > 0 ? t('ended.undelivered', { count: connection.pending }) : t('ended.thanks')}</p>
      {sets.length + kept.length > 0 ? (
        <div className="calm-card">
          <h2>{t('ended.did')}</h2>
          <ul className="calm-list">
            {sets.map((set) => (
              <li key={set.setId}>
                {t('ended.counted', { exercise: names.exercise(set.exercise, set.side), count: countComplete(set) })}
              </li>
            ))}
            {kept.map((trial) => (
              <li key={trial.trialId}>
                {t('ended.measured', {
                  protocol: names.protocol(trial.protocol, trial.side),
                  degrees: Math.round(trial.result?.valueDegrees ?? 0),
                  uncertainty: Math.ceil(trial.result?.uncertaintyDegrees ?? 0),
                })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </CalmPage>
  );
}
