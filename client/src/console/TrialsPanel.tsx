import { asAmended, type Measured, type PainMarkKind, type TrialState } from '@plumbline/shared/encounter';
import { PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Beside, TrendsOf, Verdict } from '../history/index.ts';
import { Degrees, MethodMark, PainMarks, useNames } from '../results/index.ts';
import { IconButton } from '../ui/index.ts';

interface TrialsPanelProps {
  measured: Measured;
  onCorrect: (trialId: string) => void;
  onUnmark: (trialId: string, what: PainMarkKind) => void;
}

/** The trials of the measurement at hand and what is kept of them; each recorded value can be corrected. */
export function TrialsPanel({ measured, onCorrect, onUnmark }: TrialsPanelProps) {
  const { t } = useTranslation(['console', 'correct']);
  const names = useNames();
  const { value, overrides, measurementId, protocol, side } = measured;
  return (
    <section className="trials" aria-labelledby="trials-title">
      <h2 id="trials-title" className="console-heading">
        {names.protocol(measured.protocol, measured.side)}
      </h2>
      {value ? (
        <p className="trials__kept">
          <b>
            <Degrees value={value.degrees} uncertainty={value.uncertaintyDegrees} />
          </b>
          <span>
            {t('trials.mean', { count: value.trials })}
            {value.trials > 1 ? ` · ${t('trials.best', { degrees: Math.round(value.bestDegrees) })}` : null}
          </span>
        </p>
      ) : null}
      <Verdict measurementId={measurementId} side={side} />
      {overrides.map(({ method, degrees, uncertaintyDegrees }) => (
        <p key={method} className="trials__kept">
          <b>
            <Degrees value={degrees} uncertainty={uncertaintyDegrees} />
          </b>
          <MethodMark method={method} />
        </p>
      ))}
      <ol className="trials__list">
        {measured.trials.map((trial, i) => (
          <li key={trial.trialId} data-status={trial.status}>
            <span>{i + 1}</span>
            <span className="trial-line">
              <TrialLine trial={trial} onUnmark={(what) => onUnmark(trial.trialId, what)} />
            </span>
            <small>{t(`trials.${trial.status}`)}</small>
            {trial.result?.valueDegrees == null ? null : (
              <IconButton
                label={t('correct:openOf', { trial: i + 1 })}
                icon={<PencilLine size={15} aria-hidden="true" />}
                onPress={() => onCorrect(trial.trialId)}
              />
            )}
          </li>
        ))}
      </ol>
      <Beside of={{ measure: protocol, side, method: 'camera' }} />
      <TrendsOf measure={protocol} side={side} />
    </section>
  );
}

function TrialLine({ trial, onUnmark }: { trial: TrialState; onUnmark: (what: PainMarkKind) => void }) {
  const { t } = useTranslation('correct');
  const names = useNames();
  const { result, status, pain } = trial;
  if (!result)
    return (
      <>
        {status === 'armed' ? '…' : '–'} <PainMarks pain={pain} onRemove={onUnmark} />
      </>
    );
  if (result.valueDegrees === null) return <span className="trials__why">{names.reasons(result.refusals)}</span>;
  const now = asAmended(trial);
  const isOverridden = now.method !== 'camera';
  return (
    <>
      <Degrees value={now.valueDegrees} uncertainty={now.uncertaintyDegrees} />
      {now.method === 'camera' ? null : <MethodMark method={now.method} />}
      {isOverridden ? (
        <span className="as-recorded">{t('wasValue', { value: `${Math.round(result.valueDegrees)}°` })}</span>
      ) : null}
      {now.isWithdrawn ? <strong className="as-recorded">{t('withdrawn')}</strong> : null}
      {now.side === trial.side ? null : (
        <span className="as-recorded">{t('wasSide', { side: names.side(trial.side) })}</span>
      )}
      {result.findings.map((finding) => (
        <small key={finding.code}> {names.finding(finding)}</small>
      ))}
      <PainMarks pain={pain} onRemove={onUnmark} />
    </>
  );
}
