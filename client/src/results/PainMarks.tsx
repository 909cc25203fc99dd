import type { PainMark, TrialState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../ui/index.ts';

/** Where pain began and ended in a trial, in one line: onset and limit apart, an arc from and to. */
export function PainMarks({ pain }: Pick<TrialState, 'pain'>) {
  const { t } = useTranslation('correct');
  if (pain.length === 0) return null;
  const inOrder = PAIN_ORDER.flatMap((what) => pain.filter((mark) => mark.what === what));
  return (
    <small className="pain-marks">
      <VisuallyHidden>{t('pain.label')}: </VisuallyHidden>
      {inOrder.map((mark) => (
        <One key={mark.what} mark={mark} />
      ))}
    </small>
  );
}

const PAIN_ORDER = ['P1', 'arc-from', 'arc-to', 'P2'] as const;

function One({ mark: { what, angleDegrees, uncertaintyDegrees, how, backdatedMs } }: { mark: PainMark }) {
  const { t } = useTranslation('correct');
  const angle = angleDegrees === null ? t('pain.unseen') : `${Math.round(angleDegrees)}°`;
  const margin = uncertaintyDegrees === null ? '' : ` ± ${Math.ceil(uncertaintyDegrees)}`;
  const seconds = (backdatedMs / 1000).toFixed(1);
  return (
    <span>
      {t(`pain.short.${what}`)} {angle}
      {margin} ({how === 'pause' ? t('pain.pause') : t('pain.key', { seconds })})
    </span>
  );
}
