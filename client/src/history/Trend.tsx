import { type Series, seriesOf } from '@plumbline/shared/encounter';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { Busy } from '../ui/index.ts';
import { useRecord } from './record.ts';
import { TrendTable } from './TrendTable.tsx';
import { useDay } from './useDay.ts';
import { useMark } from './useMark.ts';
import './history.css';

/** The scales are only needed where there is something to draw. */
const TrendPlot = lazy(async () => ({ default: (await import('./TrendPlot.tsx')).TrendPlot }));

/** Fewer than this many are no trend. */
export const LEAST_VALUES = 2;

/** All that the record has of one measure and side over time, one picture for each method; nothing before there are two values. */
export function TrendsOf({ measure, side }: { measure: string; side: 'left' | 'right' | null }) {
  const record = useRecord();
  const own = seriesOf(record?.values ?? []).filter((one) => one.measure === measure && one.side === side);
  return own.map((series) => <Trend key={series.method} series={series} />);
}

/** One series as a picture, and as a table for whoever does not see it. */
export function Trend({ series }: { series: Series }) {
  const { t } = useTranslation('history');
  const names = useNames();
  const day = useDay();
  const mark = useMark(series.measure);
  const { values } = series;
  const [first, last] = [values[0], values.at(-1)];
  if (values.length < LEAST_VALUES || !first || !last) return null;
  const name = names.measure(series.measure, series.side);
  const method = t(`trend.method.${series.method}`);
  const about = { name, method, count: values.length, from: day(first.atMs), to: day(last.atMs) };
  const reviewed = values.filter(({ isReviewed }) => isReviewed);
  const notes = [
    ...(reviewed.length < values.length ? [t('trend.hollow')] : []),
    ...(reviewed.slice(1).some(({ isJoined }) => !isJoined) ? [t('trend.gap')] : []),
  ];
  return (
    <figure className="trend">
      <figcaption>
        {t('trend.of', { name })} <small>{method}</small>
      </figcaption>
      <div className="trend__room">
        <Suspense fallback={<Busy text={t('trend.loading')} />}>
          <TrendPlot series={series} label={t('trend.summary', about)} mark={mark} />
        </Suspense>
      </div>
      {notes.length > 0 ? <p className="trend__notes">{notes.join(' ')}</p> : null}
      <TrendTable series={series} caption={t('trend.summary', about)} />
    </figure>
  );
}
