import { lastTime, lastTimeOfAnyVersion, otherSide, type PastValue, type SeriesOf } from '@plumbline/shared/encounter';
import { rangeNormFor } from '@plumbline/shared/measurement';
import { useTranslation } from 'react-i18next';
import { ManualReading } from '../results/index.ts';
import { type PatientRecord, useRecord } from './record.ts';
import { useDay } from './useDay.ts';
import './history.css';

/** What stands beside a value that is measured now, or was at `atMs`: the last time, the other side, then people of this age and sex. */
export function Beside({ of, atMs = Number.POSITIVE_INFINITY }: { of: SeriesOf; atMs?: number }) {
  const record = useRecord();
  return record ? <Known record={record} of={of} atMs={atMs} /> : null;
}

function Known({ record, of, atMs }: { record: PatientRecord; of: SeriesOf; atMs: number }) {
  const { t } = useTranslation('history');
  const { encounterId, values, status, person } = record;
  const before = lastTime(values, of, { encounterId, atMs });
  const other = otherSide(values, of, atMs);
  const isOfOldVersion = !before && lastTimeOfAnyVersion(values, of, { encounterId, atMs }) !== null;
  const norm = rangeNormFor(of.measure, person);
  return (
    <ul className="beside" aria-label={t('label')}>
      {before ? <Value name={t('lastTime')} value={before} encounterId={encounterId} /> : null}
      {before ? null : status === 'ready' ? (
        <li>{t(isOfOldVersion ? 'otherVersion' : 'first')}</li>
      ) : status === 'missing' ? (
        <li>{t('missing')}</li>
      ) : null}
      {other ? <Value name={t('otherSide')} value={other} encounterId={encounterId} /> : null}
      {norm ? (
        <li>
          {t(`norm.${norm.movement}.${norm.sex}`, { from: norm.fromYears, to: norm.toYears })}{' '}
          <b>{t('norm.value', { mean: norm.mean, sd: norm.sd, source: norm.source })}</b>
        </li>
      ) : null}
    </ul>
  );
}

function Value({ name, value, encounterId }: { name: string; value: PastValue; encounterId: string }) {
  const { t } = useTranslation('history');
  const day = useDay();
  return (
    <li>
      {name}{' '}
      <b>
        <ManualReading measure={value.measure} value={value.value} uncertainty={value.uncertainty} />
      </b>{' '}
      ({value.encounterId === encounterId ? t('today') : day(value.atMs)})
    </li>
  );
}
