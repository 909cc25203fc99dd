import { useTranslation } from 'react-i18next';
import { Degrees, type Measured, useNames } from '../results/index.ts';
import { ProvenanceLine } from './ProvenanceLine.tsx';

/** One measurement: what is kept, its trials, and where it came from. */
export function MeasuredCard({ measured, title }: { measured: Measured; title: string }) {
  const { t } = useTranslation(['summary', 'console']);
  const names = useNames();
  const { value, trials } = measured;
  const recorded = trials.filter((trial) => trial.result !== null);
  const provenance = recorded.findLast((trial) => trial.provenance)?.provenance ?? null;
  return (
    <section className="result card">
      <div className="result__head">
        <h3>{title}</h3>
        <p className="result__value">
          {value ? <Degrees value={value.degrees} uncertainty={value.uncertaintyDegrees} /> : t('noneKept')}
        </p>
        {value ? (
          <p className="result__what">
            {t('console:trials.mean', { count: value.trials })}
            {value.trials > 1 ? ` · ${t('console:trials.best', { degrees: Math.round(value.bestDegrees) })}` : null}
          </p>
        ) : null}
      </div>
      <table className="ledger">
        <caption className="visually-hidden">{t('trialsOf', { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trial')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('startPose')}</th>
            <th scope="col">{t('note')}</th>
            <th scope="col">{t('decision')}</th>
          </tr>
        </thead>
        <tbody>
          {recorded.map(({ trialId, result, status }, i) => (
            <tr key={trialId}>
              <th scope="row">{i + 1}</th>
              <td>
                <Degrees value={result?.valueDegrees ?? null} uncertainty={result?.uncertaintyDegrees ?? null} />
              </td>
              <td>{result?.startDegrees == null ? '–' : `${Math.round(result.startDegrees)}°`}</td>
              <td>
                {result?.valueDegrees == null
                  ? names.reasons(result?.refusals ?? [])
                  : result.findings.map(names.finding).join(', ') || '–'}
              </td>
              <td>{t(`console:trials.${status}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ProvenanceLine provenance={provenance} what={measured.protocol} />
    </section>
  );
}
