import { seriesKey, seriesOf } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { useRecord } from './record.ts';
import { LEAST_VALUES, Trend } from './Trend.tsx';

/** What was measured in other visits and not in this one, over time. */
export function OtherTrends() {
  const { t } = useTranslation('history');
  const record = useRecord();
  const others = seriesOf(record?.values ?? []).filter(
    ({ values }) =>
      values.length >= LEAST_VALUES && values.every(({ encounterId }) => encounterId !== record?.encounterId),
  );
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="other-trends">
      <h2 id="other-trends">{t('trend.others')}</h2>
      <div className="trends">
        {others.map((series) => (
          <Trend key={seriesKey(series)} series={series} />
        ))}
      </div>
    </section>
  );
}
