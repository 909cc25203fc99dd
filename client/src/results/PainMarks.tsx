import type { PainMark, PainMarkKind, TrialState } from '@plumbline/shared/encounter';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, VisuallyHidden } from '../ui/index.ts';

interface PainMarksProps extends Pick<TrialState, 'pain'> {
  /** Takes a mark away; absent where they are only read. */
  onRemove?: ((what: PainMarkKind) => void) | undefined;
}

/** Where pain began and ended in a trial, in one line: onset and limit apart, an arc from and to. */
export function PainMarks({ pain, onRemove }: PainMarksProps) {
  const { t } = useTranslation('correct');
  if (pain.length === 0) return null;
  const inOrder = PAIN_ORDER.flatMap((what) => pain.filter((mark) => mark.what === what));
  return (
    <small className="pain-marks">
      <VisuallyHidden>{t('pain.label')}: </VisuallyHidden>
      {inOrder.map((mark) => (
        <One key={mark.what} mark={mark} onRemove={onRemove} />
      ))}
    </small>
  );
}

const PAIN_ORDER = ['P1', 'arc-from', 'arc-to', 'P2'] as const;

function One({ mark, onRemove }: { mark: PainMark; onRemove: PainMarksProps['onRemove'] }) {
  const { t } = useTranslation('correct');
  const { what, angleDegrees, uncertaintyDegrees, how, backdatedMs } = mark;
  const angle = angleDegrees === null ? t('pain.unseen') : `${Math.round(angleDegrees)}°`;
  const margin = uncertaintyDegrees === null ? '' : ` ± ${Math.ceil(uncertaintyDegrees)}`;
  const seconds = (backdatedMs / 1000).toFixed(1);
  return (
    <span>
      {t(`pain.short.${what}`)} {angle}
      {margin} ({how === 'pause' ? t('pain.pause') : t('pain.key', { seconds })})
      {onRemove ? (
        <IconButton
          label={t('pain.remove', { mark: t(`pain.short.${what}`) })}
          icon={<X size={14} aria-hidden="true" />}
          onPress={() => onRemove(what)}
        />
      ) : null}
    </span>
  );
}
