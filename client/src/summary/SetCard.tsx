import type { MeasuringTurn, SetState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { CorrectableLedger } from '../console/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { LedgerTable, SetCourse } from '../results/index.ts';
import { ProvenanceLine } from './ProvenanceLine.tsx';
import { useReview } from './review.ts';

interface SetCardProps {
  set: SetState;
  complete: number;
  title: string;
  /** Where another device went on measuring. */
  turns: readonly MeasuringTurn[];
}

/** One set: its count against its target, its rows, and where they came from. */
export function SetCard({ set, complete, title, turns }: SetCardProps) {
  const { t } = useTranslation(['summary', 'console', 'correct']);
  const review = useReview();
  const formatTime = new Intl.DateTimeFormat(useFormatLocale(), { timeStyle: 'medium' });
  const caption = t('console:set.rows', { name: title });
  const target = set.dosage.repetitions;
  const others = set.repetitions.filter((row) => row.validity !== 'complete').length;
  const prescribed = [
    t(`console:phase.${set.phase}`),
    ...(set.dosage.tempo ? [t('tempo', { tempo: set.dosage.tempo })] : []),
    ...(set.dosage.targetDegrees === null ? [] : [t('target', { degrees: set.dosage.targetDegrees })]),
    ...(others > 0 ? [t('console:set.others', { count: others })] : []),
    ...(set.struck.length > 0 ? [t('correct:struckCount', { count: set.struck.length })] : []),
    ...(set.added.length > 0 ? [t('correct:addedCount', { count: set.added.length })] : []),
  ];
  return (
    <section className="result card">
      <div className="result__head">
        <h3>{title}</h3>
        <p className="result__value">
          {target
            ? t('console:set.ofTarget', { count: complete, target })
            : t('console:set.count', { count: complete })}
        </p>
        <p className="result__what">{prescribed.join(' · ')}</p>
      </div>
      {review ? (
        <div>
          <CorrectableLedger set={set} caption={caption} commands={review.commands} />
        </div>
      ) : set.repetitions.length + set.added.length > 0 ? (
        <div className="result__set">
          <LedgerTable set={set} caption={caption} />
          <SetCourse set={set} />
        </div>
      ) : (
        <p className="summary__nothing">{t('console:set.noRows')}</p>
      )}
      <ProvenanceLine provenance={set.provenance} what={set.exercise} />
      {turns.map(({ by, sinceMs }) => (
        <p key={sinceMs} className="provenance">
          {t(`handedOver.${by}`, { at: formatTime.format(sinceMs) })}
        </p>
      ))}
    </section>
  );
}
