import { asAmended, type EncounterSnapshot, timedValue } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { Banner, Button } from '../ui/index.ts';

/** After the visit: how many values nobody has accepted, and the way to decide and correct. */
export function ReviewOffer({ visit: { state, role }, onReview }: { visit: EncounterSnapshot; onReview: () => void }) {
  const { t } = useTranslation('summary');
  if (
    role === 'reader' ||
    state.status !== 'ended' ||
    state.trials.length + state.sets.length + state.timed.length === 0
  )
    return null;
  const waiting = [
    ...state.trials.filter((trial) => trial.status === 'unreviewed' && asAmended(trial).valueDegrees !== null),
    ...state.timed.filter((timed) => timed.status === 'unreviewed' && timedValue(timed) !== null),
  ].length;
  const open = (
    <Button onPress={onReview} demo="review">
      {t('review.open')}
    </Button>
  );
  if (waiting === 0) return <div className="review-bar review-offer">{open}</div>;
  return (
    <Banner kind="caution" title={t('review.waiting', { count: waiting })}>
      <p>{t('review.text')}</p>
      {open}
    </Banner>
  );
}
