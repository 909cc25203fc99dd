import type { TrialState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { Degrees, type Measured, useNames } from '../results/index.ts';

/** The trials of the measurement at hand and what is kept of them. */
export function TrialsPanel({ measured }: { measured: Measured }) {
  const { t } = useTranslation('console');
  const names = useNames();
  return (
    <section className="trials" aria-labelledby="trials-title">
      <h2 id="trials-title" className="console-heading">
        {names.protocol(measured.protocol, measured.side)}
      </h2>
      {measured.value ? (
        <p className="trials__kept">
          <b>
            <Degrees value={measured.value.degrees} uncertainty={measured.value.uncertaintyDegrees} />
          </b>
          <span>
            {t('trials.mean', { count: measured.value.trials })}
            {measured.value.trials > 1
              ? ` · ${t('trials.best', { degrees: Math.round(measured.value.bestDegrees) })}`
              : null}
          </span>
        </p>
      ) : null}
      <ol className="trials__list">
        {measured.trials.map((trial, i) => (
          <li key={trial.trialId} data-status={trial.status}>
            <span>{i + 1}</span>
            <span>
              <TrialLine trial={trial} />
            </span>
            <small>{t(`trials.${trial.status}`)}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function TrialLine({ trial: { result, status } }: { trial: TrialState }) {
  const names = useNames();
  if (!result) return status === 'armed' ? '…' : '–';
  if (result.valueDegrees === null) return <span className="trials__why">{names.reasons(result.refusals)}</span>;
  return (
    <>
      <Degrees value={result.valueDegrees} uncertainty={result.uncertaintyDegrees} />
      {result.findings.map((finding) => (
        <small key={finding.code}> {names.finding(finding)}</small>
      ))}
    </>
  );
}
