import { asAmended, type TrialState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { AmendPanel } from '../console/index.ts';
import { Degrees, MethodMark, PainMarks, Unreviewed, useNames } from '../results/index.ts';
import { useReview } from './review.ts';
import { TrialDecision } from './TrialDecision.tsx';

/** One trial in the record: hollow until it is accepted; what was corrected with what was recorded beside it, and why. */
export function TrialRow({ trial, number }: { trial: TrialState; number: number }) {
  const { t } = useTranslation(['console', 'correct']);
  const names = useNames();
  const review = useReview();
  const { result, status, pain } = trial;
  const seen =
    result?.valueDegrees == null
      ? names.reasons(result?.refusals ?? [])
      : result.findings.map(names.finding).join(', ') || (pain.length > 0 ? null : '–');
  const row = (
    <tr>
      <th scope="row">{number}</th>
      <td>
        <Value trial={trial} />
      </td>
      <td>{result?.startDegrees == null ? '–' : `${Math.round(result.startDegrees)}°`}</td>
      <td>
        {seen}
        <PainMarks pain={pain} />
      </td>
      <td>
        {t(`trials.${status}`)}
        {asAmended(trial).isWithdrawn ? <strong> · {t('correct:withdrawn')}</strong> : null}
      </td>
      {review ? <TrialDecision trial={trial} review={review} /> : null}
    </tr>
  );
  if (review?.amending !== trial.trialId) return row;
  return (
    <>
      {row}
      <tr>
        <td colSpan={6}>
          <AmendPanel trial={trial} commands={review.commands} onDone={() => review.onAmend(null)} />
        </td>
      </tr>
    </>
  );
}

function Value({ trial }: { trial: TrialState }) {
  const { t } = useTranslation('correct');
  const names = useNames();
  const { result, status } = trial;
  const now = asAmended(trial);
  const last = trial.amendments.at(-1);
  if (status === 'unreviewed' && now.valueDegrees !== null) {
    return <Unreviewed value={now.valueDegrees} uncertainty={now.uncertaintyDegrees} />;
  }
  const recorded = result?.valueDegrees == null ? null : `${Math.round(result.valueDegrees)}°`;
  return (
    <>
      <Degrees value={now.valueDegrees} uncertainty={now.uncertaintyDegrees} />
      {now.method === 'camera' ? null : (
        <>
          {' '}
          <MethodMark method={now.method} />
        </>
      )}
      {now.isAmended ? (
        <small className="as-recorded as-recorded--line">
          {now.method !== 'camera' && recorded ? t('wasValue', { value: recorded }) : null}
          {now.side === trial.side ? null : ` ${t('wasSide', { side: names.side(trial.side) })}`}
          {last ? ` (${t(`reasons.${last.reason}`)})` : null}
        </small>
      ) : null}
    </>
  );
}
