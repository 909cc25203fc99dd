import { useTranslation } from 'react-i18next';
import { Degrees } from './Degrees.tsx';

/** A value that nobody has accepted: hollow, and called so. */
export function Unreviewed({ value, uncertainty }: { value: number; uncertainty: number | null }) {
  const { t } = useTranslation('screens');
  return (
    <span className="unreviewed">
      <Degrees value={value} uncertainty={uncertainty} /> · {t('unreviewed')}
    </span>
  );
}
