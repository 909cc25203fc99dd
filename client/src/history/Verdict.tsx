import { changeSince, lastTime, type PastValue } from '@plumbline/shared/encounter';
import type { Change } from '@plumbline/shared/measurement';
import { useTranslation } from 'react-i18next';
import { useFormatLocale } from '../i18n/index.ts';
import { useRecord } from './record.ts';
import { whyKey } from './why-key.ts';

interface VerdictProps {
  measurementId: string;
  side: 'left' | 'right';
}

/** Whether a kept camera value differs from that of last time, in words; or why the two are not compared. */
export function Verdict({ measurementId, side }: VerdictProps) {
  const record = useRecord();
  const now = record?.values.find(
    (one) =>
      one.measurementId === measurementId && one.side === side && one.method === 'camera' && one.isReviewed === true,
  );
  const before = record && now ? lastTime(record.values, now, now) : null;
  const change = now && before ? changeSince(before, now) : null;
  return now && before && change ? <Words before={before} now={now} change={change} /> : null;
}

function Words({ before, now, change }: { before: PastValue; now: PastValue; change: Change }) {
  const { t } = useTranslation('history');
  const locale = useFormatLocale();
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const values = { now: whole.format(now.value), before: whole.format(before.value) };
  if (change.kind === 'incomparable') {
    const why = t(`why.${whyKey(change)}`);
    return <p className="verdict">{t('verdict.incomparable', { ...values, why })}</p>;
  }
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const words = t(change.kind === 'changed' ? 'verdict.changed' : 'verdict.same', {
    ...values,
    by: signed.format(change.byDegrees),
    least: whole.format(Math.ceil(change.minimalDetectableDegrees)),
  });
  return (
    <p className="verdict" data-kind={change.kind} role="status">
      {words}
    </p>
  );
}
