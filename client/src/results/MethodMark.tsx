import type { ManualMethod } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';

/** How a value was had that no camera measured: `by goniometer`, `by eye`. */
export function MethodMark({ method }: { method: ManualMethod }) {
  const { t } = useTranslation('byHand');
  return <span className="method-mark">{t(`mark.${method}`)}</span>;
}
