import type { ManualValue, Measured } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { Beside, TrendsOf, Verdict } from '../history/index.ts';
import { Degrees, ManualReading, MethodMark, Unreviewed } from '../results/index.ts';
import { ProvenanceLine } from './ProvenanceLine.tsx';
import { useReview } from './review.ts';
import { TrialRow } from './TrialRow.tsx';

interface MeasuredCardProps {
  measured: Measured;
  title: string;
  /** Entered by hand for the same measurement; each method stands for itself. */
  byHand: readonly ManualValue[];
}

/** One measurement: what is kept, by which method, its trials, and where it came from. */
export function MeasuredCard({ measured, title, byHand }: MeasuredCardProps) {
  const { t } = useTranslation(['summary', 'console']);
  const review = useReview();
  const recorded = measured.trials.filter((trial) => trial.result !== null);
  const provenance = recorded.findLast((trial) => trial.provenance)?.provenance ?? null;
  return (
    <section className="result card">
      <div className="result__head">
        <h3>{title}</h3>
        <Kept measured={measured} />
        {measured.overrides.map(({ method, degrees, uncertaintyDegrees }) => (
          <p key={method} className="result__value">
            <Degrees value={degrees} uncertainty={uncertaintyDegrees} /> <MethodMark method={method} />
          </p>
        ))}
        {byHand.map(({ valueId, measure, value, uncertainty, method }) => (
          <p key={valueId} className="result__value">
            <ManualReading measure={measure} value={value} uncertainty={uncertainty} /> <MethodMark method={method} />
          </p>
        ))}
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
            {review ? <td aria-hidden="true" /> : null}
          </tr>
        </thead>
        <tbody>
          {recorded.map((trial, i) => (
            <TrialRow key={trial.trialId} trial={trial} number={i + 1} />
          ))}
        </tbody>
      </table>
      <ProvenanceLine provenance={provenance} what={measured.protocol} />
      <OverTime measured={measured} />
    </section>
  );
}

function OverTime({ measured: { measurementId, protocol, side, trials } }: { measured: Measured }) {
  return (
    <div className="result__over-time">
      <div>
        <Verdict measurementId={measurementId} side={side} />
        <Beside of={{ measure: protocol, side, method: 'camera' }} atMs={trials[0]?.armedAtMs ?? 0} />
      </div>
      <TrendsOf measure={protocol} side={side} />
    </div>
  );
}

function Kept({ measured: { value, overrides, unreviewed } }: { measured: Measured }) {
  const { t } = useTranslation(['summary', 'console']);
  if (value) {
    return (
      <>
        <p className="result__value">
          <Degrees value={value.degrees} uncertainty={value.uncertaintyDegrees} />
        </p>
        <p className="result__what">
          {t('console:trials.mean', { count: value.trials })}
          {value.trials > 1 ? ` · ${t('console:trials.best', { degrees: Math.round(value.bestDegrees) })}` : null}
        </p>
      </>
    );
  }
  if (unreviewed) {
    return (
      <p className="result__value">
        <Unreviewed value={unreviewed.degrees} uncertainty={unreviewed.uncertaintyDegrees} />
      </p>
    );
  }
  return overrides.length > 0 ? null : <p className="result__value">{t('noneKept')}</p>;
}
