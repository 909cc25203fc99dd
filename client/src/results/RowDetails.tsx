import type { SetState } from '@plumbline/shared/encounter';
import { compareTempo, findExercise, parseTempo } from '@plumbline/shared/programme';
import { useTranslation } from 'react-i18next';
import { useFormatLocale } from '../i18n/index.ts';
import { useNames } from './useNames.ts';

interface RowDetailsProps {
  row: SetState['repetitions'][number];
  set: Pick<SetState, 'exercise' | 'dosage'>;
}

/** How one repetition was done: its tempo beside the prescribed one, what helped along, how well it was seen. */
export function RowDetails({ row, set }: RowDetailsProps) {
  const { t } = useTranslation('results');
  const names = useNames();
  const exercise = findExercise(set.exercise);
  const unseen = [...new Set(exercise?.quality.map(({ code }) => code))].filter((code) => !row.judged.includes(code));
  return (
    <dl className="row-details">
      {exercise?.counting === 'time' ? null : <Tempo row={row} set={set} />}
      <div className="row-details__wide">
        <dt>{t('ledger.findings')}</dt>
        <dd>
          {row.findings.length > 0 ? row.findings.map(names.finding).join(', ') : null}
          {row.findings.length === 0 && row.judged.length > 0 ? t('ledger.nothingFound') : null}
          {unseen.length > 0 ? (
            <small>{t('ledger.notJudged', { what: unseen.map((code) => t(`quality.${code}`)).join(', ') })}</small>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>{t('ledger.confidence')}</dt>
        <dd>
          {row.confidence === null
            ? t('ledger.notKept')
            : t('ledger.percent', { percent: Math.round(row.confidence * 100) })}
        </dd>
      </div>
    </dl>
  );
}

function Tempo({ row: { tempo, index }, set }: RowDetailsProps) {
  const { t } = useTranslation('results');
  const format = new Intl.NumberFormat(useFormatLocale(), { maximumFractionDigits: 1 });
  const seconds = (value: number) => t('ledger.seconds', { seconds: format.format(value) });
  const concentric = findExercise(set.exercise)?.concentric ?? 'out';
  const prescribed = parseTempo(set.dosage.tempo ?? '');
  if (!tempo || !prescribed) {
    return (
      <div>
        <dt>{t('ledger.tempo')}</dt>
        <dd>{tempo ? t('ledger.noTempo') : '–'}</dd>
      </div>
    );
  }
  return compareTempo(prescribed, tempo, { concentric, isFirst: index === 1 }).map(
    ({ part, prescribedS, measuredS, verdict }) => (
      <div key={part} data-verdict={verdict}>
        <dt>{t(`ledger.part.${part}`)}</dt>
        <dd>
          {seconds(measuredS)}
          <small>
            {t('ledger.asked', { seconds: format.format(prescribedS) })}: {t(`ledger.verdict.${verdict}`)}
          </small>
        </dd>
      </div>
    ),
  );
}
