import type { ManualValue } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { TrendsOf } from '../history/index.ts';
import { ManualReading, MethodMark, useNames } from '../results/index.ts';

/** What was entered by hand, each value with its method; what was taken back stays, with its reason. */
export function ByHandCard({ values }: { values: readonly ManualValue[] }) {
  const { t } = useTranslation('byHand');
  const names = useNames();
  return (
    <section className="result card">
      <div className="result__head">
        <h3>{t('title')}</h3>
      </div>
      <table className="ledger">
        <caption className="visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('method')}</th>
            <th scope="col">{t('decision')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ valueId, measure, side, method, value, uncertainty, takenBack }) => (
            <tr key={valueId} className={takenBack ? 'ledger__struck' : undefined}>
              <th scope="row">{names.measure(measure, side)}</th>
              <td>
                <ManualReading measure={measure} value={value} uncertainty={uncertainty} />
              </td>
              <td>
                <MethodMark method={method} />
              </td>
              <td>{takenBack ? t('takenBack', { reason: t(`takeBackReason.${takenBack.reason}`) }) : t('entered')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {distinct(values).map(({ valueId, measure, side }) => (
        <TrendsOf key={valueId} measure={measure} side={side} />
      ))}
    </section>
  );
}

/** The first value of each measure and side. */
function distinct(values: readonly ManualValue[]): ManualValue[] {
  return values.filter(
    ({ measure, side }, i) => values.findIndex((one) => one.measure === measure && one.side === side) === i,
  );
}
