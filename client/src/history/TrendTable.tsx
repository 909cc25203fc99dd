import { changeSince, type Series } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { ManualReading } from '../results/index.ts';
import { useDay } from './useDay.ts';
import { whyKey } from './why-key.ts';

/** A series in words: each value with its day and ±, what was not reviewed, and why a line does not lead to it. */
export function TrendTable({ series: { measure, values }, caption }: { series: Series; caption: string }) {
  const { t } = useTranslation('history');
  const day = useDay();
  return (
    <details className="trend__table">
      <summary>{t('trend.table')}</summary>
      <table className="ledger">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trend.date')}</th>
            <th scope="col">{t('trend.value')}</th>
            <th scope="col">{t('trend.note')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value, i) => (
            <tr key={`${value.measurementId} ${value.atMs}`}>
              <th scope="row">{day(value.atMs)}</th>
              <td>
                <ManualReading measure={measure} value={value.value} uncertainty={value.uncertainty} />
              </td>
              <td>
                <Note values={values} i={i} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Note({ values, i }: { values: Series['values']; i: number }) {
  const { t } = useTranslation('history');
  const value = values[i];
  if (!value) return null;
  if (!value.isReviewed) return t('trend.unreviewed');
  const before = values.slice(0, i).findLast(({ isReviewed }) => isReviewed);
  const change = before && !value.isJoined ? changeSince(before, value) : null;
  return change?.kind === 'incomparable' ? t('trend.notJoined', { why: t(`why.${whyKey(change)}`) }) : null;
}
