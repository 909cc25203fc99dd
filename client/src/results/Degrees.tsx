import { useTranslation } from 'react-i18next';
import { useFormatLocale } from '../i18n/index.ts';

/** An angle with its ± in whole degrees, as in `94° ± 5`; says so where there is none. */
export function Degrees({ value, uncertainty }: { value: number | null; uncertainty?: number | null }) {
  const { t } = useTranslation('results');
  const format = new Intl.NumberFormat(useFormatLocale(), { maximumFractionDigits: 0 });
  if (value === null) return <span className="degrees degrees--none">{t('noValue')}</span>;
  return (
    <span className="degrees">
      <span className="degrees__value">{`${format.format(Math.round(value))}°`}</span>
      {uncertainty != null ? (
        <span className="degrees__uncertainty"> ± {format.format(Math.ceil(uncertainty))}</span>
      ) : null}
    </span>
  );
}
