import type { Exercise } from '@plumbline/shared/programme';
import { useTranslation } from 'react-i18next';

/** How the patient stands for it, who counts, and what is watched from which view. */
export function ExerciseSetUp({ exercise: { view, position, counting, quality } }: { exercise: Exercise }) {
  const { t } = useTranslation(['choose', 'results']);
  const watchedFrom = (one: 'front' | 'side') =>
    quality.filter((rule) => rule.view === one).map(({ code }) => t(`results:quality.${code}`));
  const [front, side] = [watchedFrom('front'), watchedFrom('side')];
  return (
    <p className="chooser__hint">
      {t(`count.setUp.${view}.${position}`)}{' '}
      {counting === 'camera' ? null : <strong className="chooser__weak">{t(`count.counting.${counting}`)}</strong>}
      {side.length > 0 ? `${t('count.watched.side', { what: side.join(', ') })} ` : null}
      {front.length > 0 ? t('count.watched.front', { what: front.join(', ') }) : null}
    </p>
  );
}
