import type { TimedState } from '@plumbline/shared/encounter';
import { findTimedTest } from '@plumbline/shared/programme';
import { useTranslation } from 'react-i18next';
import { ModificationSwitches, TimedDecision } from '../console/index.ts';
import { useTimedTexts } from '../results/index.ts';
import { ProvenanceLine } from './ProvenanceLine.tsx';
import { useReview } from './review.ts';

/** One timed test: its value with ±, how it came about, under which conditions, what is usual as context, and its decision. */
export function TimedCard({ timed }: { timed: TimedState }) {
  const { t } = useTranslation('timed');
  const texts = useTimedTexts();
  const review = useReview();
  const { status, voidReason, conditions, person, provenance, test, side } = timed;
  const isDecidable = status !== 'interrupted';
  const norm = status === 'accepted' || status === 'unreviewed' ? texts.norm(timed) : null;
  const source = findTimedTest(test)?.source;
  return (
    <section className="result card" data-status={status}>
      <div className="result__head">
        <h3>{texts.name(test, side)}</h3>
        <p className={`result__value${status === 'voided' ? ' is-void' : ''}`}>
          {status === 'unreviewed' ? (
            <span className="unreviewed">
              {texts.value(timed)} · {t('status.unreviewed')}
            </span>
          ) : (
            texts.value(timed)
          )}
        </p>
        <p className="result__what">
          {status === 'unreviewed' ? null : t(`status.${status}`)}
          {voidReason ? `: ${t(`voidReason.${voidReason}`)}` : null}
        </p>
      </div>
      <p className="result__what">{texts.how(timed)}</p>
      <p className="result__what">
        {conditions.length > 0
          ? t('conditionsMet', { conditions: conditions.map((one) => t(`condition.${one}`)).join(', ') })
          : null}{' '}
        {personText()}
      </p>
      {norm ? (
        <p className="result__what">
          {norm.text}
          {norm.source ? ` (${norm.source})` : null}
        </p>
      ) : null}
      {review && isDecidable ? (
        <>
          <ModificationSwitches timed={timed} commands={review.commands} />
          <div className="review-bar">
            <TimedDecision timed={timed} commands={review.commands} />
          </div>
        </>
      ) : null}
      <ProvenanceLine provenance={provenance} what={`${test}${source ? ` (${source})` : ''}`} />
    </section>
  );

  function personText(): string | null {
    if (person?.ageYears == null) return null;
    const { ageYears: age, sex } = person;
    return sex ? t('personGiven', { age, sex: t(`sexes.${sex}`).toLowerCase() }) : t('ageGiven', { age });
  }
}
